//! What a table is proposed to be.
