#!/usr/bin/env python3
"""Writes what fuzzing starts from: into `corpus` the tables and files of the tests, in the form of each target, and into
`dictionaries` the words in them.

With pyarrow there are Parquet files of more kinds.
"""

import hashlib
import itertools
import re
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data"
LARGEST = 16 * 1024
# Keys and values of JSON, tags and attributes of XML.
WORD = re.compile(r'"[a-z_]{2,24}"|</?[a-zA-Z:-]+| [a-zA-Z:-]+="')
words = {}


def seed(target, data):
    data = data.encode() if isinstance(data, str) else data
    if len(data) <= LARGEST:
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        words.setdefault(target, set()).update(WORD.findall(data.decode(errors="ignore")))


def files(*endings):
    # What is slow by design would make all that comes of it slow.
    slow = ("bomb", "without-end", "far-apart")
    named = (path for path in sorted(DATA.rglob("*")) if path.name.endswith(endings))
    return [path for path in named if not any(word in path.name for word in slow)]


def texts(source, pattern):
    """What a test of the program reads, as it stands in its code."""
    return re.findall(pattern, (HERE.parent / "tests" / source).read_text(), re.DOTALL)


for path in files(".csv", ".tsv", ".txt"):
    seed("delimited", path.read_bytes())
    seed("packed", b"g" + path.read_bytes())
for source in ["table_readers.rs", "table_guess/mod.rs"] + [f"table_guess/{path.name}" for path in (DATA.parent / "formats/table_guess").glob("*.rs")]:
    for text in texts(f"formats/{source}", r'r#"(.*?)"#'):
        seed("json" if text.lstrip().startswith(("{", "[")) else "delimited", text)
    for text in texts(f"formats/{source}", r'"((?:[^"\\]|\\.)*\\n(?:[^"\\]|\\.)*)"'):
        text = re.sub(r"\\\n\s*", "", text).replace("\\n", "\n").replace('\\"', '"').replace("\\t", "\t")
        seed("json" if text.lstrip().startswith(("{", "[")) else "delimited", text)
for path in files(".json", ".jsonl", ".geojson"):
    seed("native" if path.name.endswith(".toll.json") else "json", path.read_bytes())
for path in files(".parquet"):
    seed("parquet", path.read_bytes())
for path in files(".gz", ".zip"):
    seed("packed", path.read_bytes())
for path in files(".xls", ".xlsx", ".ods"):
    seed("sheet", path.read_bytes())
    if not zipfile.is_zipfile(path):
        continue
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        part = lambda name: archive.read(name) if name in names else b""
        if path.suffix == ".ods":
            seed("sheet", b"o" + part("content.xml"))
        else:
            sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
            for sheet in sheets:
                parts = [part(sheet), part("xl/sharedStrings.xml"), part("xl/styles.xml")]
                seed("sheet", b"x" + b"\0".join(parts))
            seed("sheet", b"x" + b"\0".join([part(sheets[0]), b"", b"", part("xl/workbook.xml")]))
damaged = "formats/table_damaged.rs"
for text in texts(damaged, r'const PACKAGE: &str = r#"(.*?)"#'):
    seed("json", text)
    seed("packed", b"z" + text.encode() + b"\0date,killed\n2024-01-31,3\n2024-02-01,n/a\n")
seed("packed", b'z\0date,killed\n2024-01-31,3\n\0[{"date": "2024-02-01", "killed": 4}]\0date,killed\n2024-02-02,5\n')
for text in texts(damaged, r'const RECIPE: &str = r#"(.*?)"#'):
    seed("recipe", text)
for text in texts("formats/table_recipe.rs", r'r#"(.*?)"#') + texts("formats/table_gather.rs", r'r#"(.*?)"#'):
    seed("recipe", text)
    seed("recipe", '{ "tollview_recipe": 1, ' + text.strip().lstrip("{"))
for text in texts("formats/view.rs", r'r#"(.*?)"#'):
    seed("native", text)
for text in texts("formats/table_values.rs", r'"((?:[^"\\\n]|\\.)*)"'):
    seed("value", text)

for target, found in words.items():
    escaped = ['"' + word.replace('"', '\\"') + '"' for word in sorted(found)]
    (HERE / "dictionaries").mkdir(exist_ok=True)
    (HERE / "dictionaries" / f"{target}.dict").write_text("\n".join(escaped) + "\n")

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise SystemExit("no pyarrow: fewer seeds for Parquet")

import datetime
import decimal

DAYS = [datetime.date(2024, 1, day) for day in (3, 4, 5)]
TIMES = [datetime.datetime(2024, 1, day, 13, 30) for day in (3, 4, 5)]
COLUMNS = {
    "date": [
        pa.array(DAYS), pa.array(TIMES, pa.timestamp("ms")), pa.array(TIMES, pa.timestamp("ns", "UTC")),
        pa.array([str(day) for day in DAYS]), pa.array([2019, 2020, None], pa.int16()),
        pa.array([str(day).encode() for day in DAYS], pa.binary(10)),
    ],
    "killed": [
        pa.array([3, None, 5]), pa.array([3, 4, 2**64 - 1], pa.uint64()), pa.array([3.0, 4.5, float("nan")]),
        pa.array([decimal.Decimal("3.00"), decimal.Decimal("4.50"), None], pa.decimal128(20, 2)),
        pa.array([[1, 2], None, []]), pa.array([{"low": 1, "high": 2}, None, {"low": 3, "high": None}]),
        pa.array([True, False, None]),
    ],
}  # fmt: skip
OPTIONS = [
    {"compression": "none", "use_dictionary": False},
    {"compression": "snappy", "data_page_version": "2.0"},
    {"compression": "zstd", "row_group_size": 2},
    {"compression": "gzip", "use_dictionary": False, "column_encoding": "PLAIN"},
    {"compression": "none", "use_deprecated_int96_timestamps": True},
]
for (dates, counts), options in zip(itertools.product(*COLUMNS.values()), itertools.cycle(OPTIONS)):
    table = pa.table({"date": dates, "place": ["A", "B", None], "killed": counts})
    out = pa.BufferOutputStream()
    pq.write_table(table, out, store_schema=False, **options)
    seed("parquet", out.getvalue().to_pybytes())
