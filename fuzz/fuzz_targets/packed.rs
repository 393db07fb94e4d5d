//! Packed tables: after a `g` what gzip packs, after a `z` the files of an archive, else a file as it is.

#![no_main]

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use std::io::Write;
use tollview_fuzz::{archive, open, parts, watched};
use zip::CompressionMethod::Deflated;

fuzz_target!(|bytes: &[u8]| watched(|| match bytes {
    [b'g', rest @ ..] => {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(rest).expect("memory takes everything");
        open("a.csv.gz", &encoder.finish().expect("memory takes everything"));
    }
    [b'z', rest @ ..] => {
        let [package, table, records, other] = parts(rest);
        let files = [("datapackage.json", package), ("a.csv", table), ("b.json", records), ("c/d.csv", other)];
        let present: Vec<_> = files.into_iter().filter(|(_, bytes)| !bytes.is_empty()).collect();
        open("a.zip", &archive(&present, Deflated));
    }
    _ => open("a.zip", bytes),
}));
