"""Writes a large table in the shape of UCDP's: the rows of one CSV file again and again, its header once.

    python3 benches/tables/write_large.py ucdp-ukraine.csv large.csv [gigabytes]

Rows are copied byte for byte, so quoted cells keep their line breaks; an HXL tag row is kept once, under the header.
"""

import csv
import io
import sys


def rows_of(text):
    """Each row's own text: the csv module says after which lines a row is complete."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines)
    start = 0
    for cells in reader:
        yield cells, "".join(lines[start : reader.line_num])
        start = reader.line_num


def main():
    source, target = sys.argv[1:3]
    size = int(float(sys.argv[3] if len(sys.argv) > 3 else 1.0) * 1_000_000_000)
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(rows_of(file.read()))
    head = [rows.pop(0)[1]]
    if any(cell.startswith("#") for cell in rows[0][0]):
        head.append(rows.pop(0)[1])
    if not rows[-1][1].endswith("\n"):
        rows[-1] = (rows[-1][0], rows[-1][1] + "\n")
    body = io.StringIO()
    for _, text in rows:
        body.write(text)
    block = body.getvalue().encode()
    with open(target, "wb") as file:
        file.write("".join(head).encode())
        while file.tell() + len(block) <= size:
            file.write(block)
        for _, text in rows:
            if file.tell() + len(text.encode()) > size:
                break
            file.write(text.encode())
        print(f"{file.tell():,} bytes")


if __name__ == "__main__":
    main()
