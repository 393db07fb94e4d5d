"""Times Tollview, Polars and DuckDB side by side where they group a UCDP-shaped CSV by year and type of violence and sum
seven columns: the whole program from its start, with a recipe and without one, against the query alone.

    python3 -m venv venv && venv/bin/pip install polars duckdb
    cargo build --release
    venv/bin/python benches/tables/others.py large.csv                # all cores
    taskset -c 0 venv/bin/python benches/tables/others.py large.csv   # one core

All columns are read as text, as Tollview reads them; sums are cast with what cannot be a number left out, and a tag row
is no number. Each run is a process of its own: the best wall time of three, with its peak resident memory.
"""

import os
import pathlib
import resource
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUMS = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high"]


def polars(path, threads):
    os.environ["POLARS_MAX_THREADS"] = threads
    import polars as pl

    table = pl.scan_csv(path, infer_schema=False)
    sums = [pl.col(name).cast(pl.Int64, strict=False).sum() for name in SUMS]
    return table.group_by("year", "type_of_violence").agg(sums).collect(engine="streaming").height


def duckdb(path, threads):
    import duckdb as db

    db.sql(f"SET threads = {threads}")
    sums = ", ".join(f"sum(try_cast({name} AS BIGINT))" for name in SUMS)
    return len(
        db.sql(
            f"SELECT year, type_of_violence, {sums} FROM read_csv(?, all_varchar = true, header = true)"
            " GROUP BY year, type_of_violence",
            params=[path],
        ).fetchall()
    )


def run(name, path):
    """In a process of its own: imports are not timed."""
    threads = str(len(os.sched_getaffinity(0)))
    __import__(name)
    started = time.perf_counter()
    groups = {"polars": polars, "duckdb": duckdb}[name](path, threads)
    wall = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{wall:.3f} {peak} {groups}")


def tollview(path, *options):
    """The whole program: its wall time and peak memory."""
    command = [str(ROOT / "target/release/tollview"), "describe", path, "--json", *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return time.perf_counter() - started, usage.ru_maxrss // 1024


def other(path, name):
    command = [sys.executable, __file__, path, name]
    wall, peak, _ = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(wall), int(peak)


def main():
    if len(sys.argv) > 2:
        return run(sys.argv[2], sys.argv[1])
    path = sys.argv[1]
    recipe = str(ROOT / "benches/tables/years.recipe.json")
    programs = {
        "tollview with a recipe": lambda: tollview(path, "--recipe", recipe),
        "tollview without one": lambda: tollview(path),
        "polars": lambda: other(path, "polars"),
        "duckdb": lambda: other(path, "duckdb"),
    }
    # In turns, so that a busy moment of the machine hits all of them.
    runs = [{name: program() for name, program in programs.items()} for _ in range(3)]
    best = {name: min(run[name] for run in runs) for name in programs}
    faster = min(best["polars"][0], best["duckdb"][0])
    for name, (wall, peak) in best.items():
        print(f"{name}: {wall:.2f} s, {peak} MiB, {wall / faster:.2f} of the faster peer")


if __name__ == "__main__":
    main()
