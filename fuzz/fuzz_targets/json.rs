//! Records as JSON, in lines of their own or in an array.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tollview_fuzz::{open, watched};

fuzz_target!(|bytes: &[u8]| watched(|| open("a.json", bytes)));
