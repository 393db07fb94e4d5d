//! Numbers and dates as tables write them.
