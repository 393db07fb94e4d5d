"""Times Polars and DuckDB where they group a UCDP-shaped CSV by year and type of violence and sum seven columns.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install polars duckdb
    /tmp/venv/bin/python benches/tables/others.py large.csv            # all cores
    taskset -c 0 /tmp/venv/bin/python benches/tables/others.py large.csv   # one core

All columns are read as text, as Tollview reads them; sums are cast with what cannot be a number left out, and a tag row
is no number. Each run is a process of its own: the best wall time of three, with its peak resident memory.
"""

import os
import resource
import subprocess
import sys
import time

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


def main():
    if len(sys.argv) > 2:
        return run(sys.argv[2], sys.argv[1])
    for name in ["polars", "duckdb"]:
        runs = []
        for _ in range(3):
            command = [sys.executable, __file__, sys.argv[1], name]
            wall, peak, groups = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            runs.append((float(wall), int(peak), groups))
        wall, peak, groups = min(runs)
        print(f"{name}: {wall:.2f} s, {peak} MiB, {groups} groups")


if __name__ == "__main__":
    main()
