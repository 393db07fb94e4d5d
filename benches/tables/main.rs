//! How fast a large CSV is read, and in how much memory: all rows once, seven columns summed by year and type of
//! violence, as `others.py` has `Polars` and `DuckDB` do it.
//!
//! ```sh
//! python3 benches/tables/write_large.py ucdp-ukraine.csv large.csv
//! cargo bench --bench tables -- large.csv
//! taskset -c 0 cargo bench --bench tables -- large.csv    # one core
//! ```

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement that cannot go on stops, and it prints")]

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};
use tollview::formats::table::recipe::Reading;
use tollview::formats::table::{Material, Row, Tally, reader};

const GROUPED: [&str; 2] = ["year", "type_of_violence"];
const SUMMED: [&str; 7] = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high"];

/// Sums by group; what is no number counts nothing.
#[derive(Default)]
struct Sums(BTreeMap<[String; 2], [u64; 7]>);

impl Tally for Sums {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        let Some(([year, kind], numbers)) = row.cells.split_first_chunk::<2>() else { return Ok(()) };
        let is_group = |key: &[String; 2]| key[0] == *year && key[1] == *kind;
        let sums = match self.0.iter_mut().find(|(key, _)| is_group(key)) {
            Some((_, sums)) => sums,
            None => self.0.entry([(*year).to_owned(), (*kind).to_owned()]).or_default(),
        };
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number.parse::<u64>().unwrap_or(0);
        }
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        for (key, numbers) in later.0 {
            for (sum, number) in self.0.entry(key).or_default().iter_mut().zip(numbers) {
                *sum += number;
            }
        }
    }
}

fn main() {
    let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("cargo bench --bench tables -- FILE.csv: no file is named, nothing is measured");
        return;
    };
    let material = Material::path(Path::new(&path));
    let started = Instant::now();
    let tables = reader::open(&material, &Reading::default()).expect("a table");
    let table = tables.first().expect("a table");
    let sample = table.sample(2_000).expect("a sample");
    println!("opened, with a sample of {} rows: {:.0?}", sample.rows.len(), started.elapsed());
    let place = |name: &&str| table.columns().iter().position(|column| column.name == **name).expect("UCDP's columns");
    let wanted: Vec<usize> = GROUPED.iter().chain(&SUMMED).map(place).collect();
    let size = std::fs::metadata(&path).expect("a file").len();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        let scanned = table.scan(&wanted, &Sums::default, &mut |_| ControlFlow::Continue(())).expect("rows");
        best = best.min(started.elapsed());
        println!(
            "{} rows, {} left out, {} groups: {:.0?}",
            scanned.rows,
            scanned.left_out,
            scanned.tally.0.len(),
            started.elapsed()
        );
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let speed = size as f64 / best.as_secs_f64() / 1e9;
    println!("best of 5: {best:.0?}, {speed:.2} GB/s, {:.2} GB/s for each of {threads} cores", speed / threads as f64);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
}
