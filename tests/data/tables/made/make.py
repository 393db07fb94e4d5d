"""Makes the tables in this folder that no editor writes by hand.

Needs openpyxl, odfpy, xlwt and pyarrow; run it in this folder. All figures are made up.
"""

import datetime
import decimal
import gzip
import io
import json
import re
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

DAY = datetime.date


def save(book, name):
    # A fixed time keeps the files the same from run to run.
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    book.save(name)


# A merged title, a blank row, padding on every side, serial dates, errors, booleans, and a licence.
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Incidents"
sheet["B2"] = "Incidents of a made-up year"
sheet.merge_cells("B2:F2")
for column, name in enumerate(["Date", "Place", "Killed", "Rate", "Confirmed"], start=2):
    sheet.cell(4, column, name)
rows = [
    (DAY(2024, 1, 3), "Northport", 4, 0.5, True),
    (datetime.datetime(2024, 1, 4, 13, 30), " Southport ", 11.0, 1.25, False),
    (DAY(2024, 2, 1), "Eastport", "#N/A", None, None),
]
for row, cells in enumerate(rows, start=5):
    for column, cell in enumerate(cells, start=2):
        sheet.cell(row, column, cell)
sheet["D7"].data_type = "e"
# Formatted and empty, as far as spreadsheets are used to go.
for column in range(7, 12):
    sheet.cell(4, column).font = openpyxl.styles.Font(bold=True)
sheet["B40"].font = openpyxl.styles.Font(bold=True)
licence = book.create_sheet("Licence")
licence["A1"] = "Terms"
licence["B1"] = "Made up"
licence["A2"] = "Use"
licence["B2"] = "Free"
codebook = book.create_sheet("Sheet3")
codebook.append(["Variable", "Description"])
codebook.append(["Killed", "People who died"])
save(book, "padded.xlsx")

# One table over three sheets, whose columns are in another order, and one of its own.
book = openpyxl.Workbook()
book.active.title = "2021"
book.active.append(["month", "killed"])
book.active.append([1, 5])
book.active.append([2, 7])
second = book.create_sheet("2022")
second.append(["killed", "month"])
second.append([3, 1])
third = book.create_sheet("2023")
third.append(["month", "killed"])
third.append([1, 2])
other = book.create_sheet("By region")
other.append(["region", "people"])
other.append(["north", 100])
save(book, "years.xlsx")

# Names of groups above names that would be doubled.
book = openpyxl.Workbook()
sheet = book.active
sheet.append([None, "Killed", None, "Injured", None])
sheet.append(["Date", "men", "women", "men", "women"])
sheet.append([DAY(2024, 5, 1), 3, 2, 10, 4])
sheet.append([DAY(2024, 5, 2), 1, 0, 2, 2])
sheet.merge_cells("B1:C1")
sheet.merge_cells("D1:E1")
save(book, "groups.xlsx")

# A name that reaches over both rows, beside a group of several.
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Year", "Deaths", None, None, "Wounded"])
sheet.append([None, "Hostile", "Accident", "Total", None])
for year in range(2003, 2007):
    sheet.append([year, 10 + year % 4, year % 3, 10 + year % 4 + year % 3, 50 - year % 7])
sheet.merge_cells("A1:A2")
sheet.merge_cells("B1:D1")
sheet.merge_cells("E1:E2")
save(book, "two-rows.xlsx")

# HXL tags under the header, and a number that looks like a year as a column.
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Country", 2020, 2021, 2022])
sheet.append(["#country", "#affected+y2020", "#affected+y2021", "#affected+y2022"])
sheet.append(["Northland", 1, 2, 3])
sheet.append(["Southland", 4, 5, 6])
save(book, "years-as-columns.xlsx")

# Two cells at the far ends of a sheet.
book = openpyxl.Workbook()
sheet = book.active
sheet["A1"] = "date"
sheet["XFD1"] = "killed"
sheet["A1048576"] = "2024-01-01"
sheet["XFD1048576"] = 3
save(book, "far-apart.xlsx")

# The same with texts that cells share, as Excel writes them; and with a list of texts that promises more than there is
# memory for.
def with_shared_texts(name, promised):
    source = zipfile.ZipFile("years.xlsx")
    texts = []

    def place(found):
        texts.append(found.group(1))
        return 't="s"><v>%d</v>' % (len(texts) - 1)

    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as target:

        def write(inner, data):
            info = zipfile.ZipInfo(inner)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)

        for inner in source.namelist():
            data = source.read(inner).decode()
            write(inner, re.sub(r't="inlineStr"><is><t>(.*?)</t></is>', place, data))
        items = "".join("<si><t>%s</t></si>" % text for text in texts)
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        promised = promised or len(texts)
        write("xl/sharedStrings.xml", '<sst xmlns="%s" uniqueCount="%d">%s</sst>' % (main, promised, items))


with_shared_texts("shared-texts.xlsx", None)
with_shared_texts("promise.xlsx", 99999999999999)

# Old Excel.
book = xlwt.Workbook()
sheet = book.add_sheet("Data")
date = xlwt.easyxf(num_format_str="YYYY-MM-DD")
for column, name in enumerate(["date", "killed", "share"]):
    sheet.write(0, column, name)
sheet.write(1, 0, DAY(2019, 12, 31), date)
sheet.write(1, 1, 12)
sheet.write(1, 2, 0.25)
sheet.write(2, 0, "unknown")
sheet.write(2, 1, 3)
notes = book.add_sheet("Notes")
notes.write(0, 0, "About")
notes.write(0, 1, "this")
notes.write(1, 0, "made")
notes.write(1, 1, "up")
book.save("old.xls")
book = xlwt.Workbook()
sheet = book.add_sheet("Data")
for place in (0, 65535):
    sheet.write(place, 0, "a")
    sheet.write(place, 255, "b")
other = book.add_sheet("Other")
for place in (0, 65535):
    other.write(place, 0, "a")
    other.write(place, 255, "b")
book.save("far-apart.xls")


# LibreOffice: repeated rows and cells, covered cells, and padding to the end of the sheet.
def cell(text, kind="string", **values):
    made = TableCell(valuetype=kind, **values)
    if text:
        made.addElement(P(text=text))
    return made


document = OpenDocumentSpreadsheet()
table = Table(name="Toll")
row = TableRow()
row.addElement(cell("A title over all columns"))
row.addElement(CoveredTableCell(numbercolumnsrepeated=2))
table.addElement(row)
row = TableRow(numberrowsrepeated=2)
row.addElement(TableCell(numbercolumnsrepeated=1024))
table.addElement(row)
row = TableRow()
for name in ("date", "killed", "confirmed"):
    row.addElement(cell(name))
row.addElement(TableCell(numbercolumnsrepeated=16380))
table.addElement(row)
row = TableRow(numberrowsrepeated=2)
row.addElement(cell("3 Jan 2024", "date", datevalue="2024-01-03"))
row.addElement(cell("4", "float", value="4"))
row.addElement(cell("TRUE", "boolean", booleanvalue="true"))
table.addElement(row)
row = TableRow()
row.addElement(cell("4 Jan 2024 13:30", "date", datevalue="2024-01-04T13:30:00"))
row.addElement(cell("2.50", "float", value="2.50"))
row.addElement(cell("a & b"))
table.addElement(row)
row = TableRow(numberrowsrepeated=1048570)
row.addElement(TableCell(numbercolumnsrepeated=16384))
table.addElement(row)
document.spreadsheet.addElement(table)
document.save("repeated.ods")

document = OpenDocumentSpreadsheet()
table = Table(name="Bomb")
row = TableRow()
row.addElement(cell("a"))
row.addElement(cell("b"))
table.addElement(row)
row = TableRow(numberrowsrepeated=1000000)
made = cell("3", "float", value="3")
made.setAttribute("numbercolumnsrepeated", "16384")
row.addElement(made)
table.addElement(row)
document.spreadsheet.addElement(table)
document.save("repeated-without-end.ods")

# Parquet: nested groups, dates, times in three units, decimals, lists, nulls, two row groups.
place = pa.struct([("country", pa.string()), ("at", pa.struct([("lat", pa.float64())]))])
schema = pa.schema(
    [
        ("date", pa.date32()),
        ("place", place),
        ("killed", pa.int64()),
        ("rate", pa.decimal128(10, 2)),
        ("share", pa.float32()),
        ("seen", pa.timestamp("ns")),
        ("noted", pa.timestamp("ms", tz="UTC")),
        ("names", pa.list_(pa.string())),
        ("sure", pa.bool_()),
    ]
)
first = {
    "date": DAY(2024, 1, 3),
    "place": {"country": "Northland", "at": {"lat": 1.5}},
    "killed": 4,
    "rate": decimal.Decimal("1.50"),
    "share": 0.1,
    "seen": datetime.datetime(2024, 1, 3, 13, 30),
    "noted": datetime.datetime(2024, 1, 4),
    "names": ["a", "b"],
    "sure": True,
}
second = {
    "date": DAY(1969, 12, 31),
    "place": None,
    "killed": None,
    "rate": decimal.Decimal("3.00"),
    "share": None,
    "seen": None,
    "noted": None,
    "names": None,
    "sure": False,
}
third = dict(first, killed=18446744073709551615 // 4)
pq.write_table(pa.Table.from_pylist([first, second, third], schema=schema), "nested.parquet", row_group_size=2)
whole = open("nested.parquet", "rb").read()
open("cut-off.parquet", "wb").write(whole[: len(whole) // 2])

# Archives.
CSV = b"date,killed\n2024-01-01,3\n2024-01-02,4\n"


def pack(data):
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write(data)
    return packed.getvalue()


open("members.csv.gz", "wb").write(pack(CSV) + pack(b"2024-01-03,5\n"))
open("cut-off.csv.gz", "wb").write(pack(b"date,killed\n" + b"".join(b"2024-01-01,%d\n" % (n * 7919) for n in range(999)))[:900])
open("bomb.csv.gz", "wb").write(pack(pack(b"a,b\n" + b"1,2\n" * 80_000_000)))


def archive(name, files):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as target:
        for inner, data in files:
            info = zipfile.ZipInfo(inner)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)


archive(
    "folder.zip",
    [
        ("data/", b""),
        ("data/part-1.csv", CSV),
        ("data/part-2.csv", b"killed,date\n6,2024-02-01\n"),
        ("data/regions.json", b'[{"region": "north", "people": 10}, {"region": "south", "people": 20}]'),
        ("data/README.txt", b"Made up, for tests\nno, really\n"),
        ("data/.hidden.csv", CSV),
        ("__MACOSX/data/._part-1.csv", b"\0\0"),
        ("licence.md", b"free"),
    ],
)
archive("gz-inside.zip", [("table.csv.gz", pack(CSV))])
archive("sheet-inside.zip", [("years.xlsx", open("years.xlsx", "rb").read()), ("readme.txt", b"Made up, by hand\n")])
whole = open("folder.zip", "rb").read()
open("cut-off.zip", "wb").write(whole[: len(whole) - 200])
archive("bomb.zip", [("bomb.csv", b"a,b\n" + b"1,2\n" * 17_000_000)])
archive("only-words.zip", [("paper.docx", b"no table"), ("paper.pdf", b"no table")])
with open("locked.zip", "wb") as file:
    # The flag alone makes it locked.
    whole = bytearray(open("gz-inside.zip", "rb").read())
    whole[6] |= 1
    whole[whole.rindex(b"PK\1\2") + 8] |= 1
    file.write(whole)

# JSON.
records = [{"date": "2024-01-%02d" % day, "verified": {"killed": day, "injured": {"men": 1.0}}} for day in range(1, 4)]
open("nested.json", "w").write(json.dumps({"meta": {"rows": 3}, "data": {"list": records}}, indent=1))
open("deep.json", "w").write('[{"a": ' + "[" * 5000 + "]" * 5000 + "}]")
