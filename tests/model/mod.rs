//! The model: intervals against brute force, and the ledger's findings on cases made by hand.

mod interval;
mod ledger;
