"""form_tables.py CSV DOCX -- the two tables of a response form hold the same cells, the CSV as a
spreadsheet opens it by a double click, the Word document as a screen reader wants it."""
import csv
import io
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def spreadsheet(path):
    raw = open(path, "rb").read()
    assert raw.startswith(b"\xef\xbb\xbf"), "a spreadsheet would take it for Windows-1252"
    assert raw.count(b"\n") == raw.count(b"\r\n"), "lines end in two ways"
    return list(csv.reader(io.StringIO(raw[3:].decode("utf-8"), newline="")))


def word(path):
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        for name in pack.namelist():
            ElementTree.fromstring(pack.read(name))
        document = ElementTree.fromstring(pack.read("word/document.xml"))
        styles = pack.read("word/styles.xml").decode()
        core = pack.read("docProps/core.xml").decode()
    assert "<w:lang " in styles and "<dc:title>" in core and "<dc:language>" in core
    assert document.find(f".//{W}pStyle[@{W}val='Heading1']") is not None, "no heading"
    rows = document.findall(f".//{W}tbl/{W}tr")
    heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert heads == rows[:1], "the first row alone is the head"
    return [["".join(t.text or "" for t in cell.iter(W + "t")) for cell in row.findall(W + "tc")]
            for row in rows]


sheet, table = spreadsheet(sys.argv[1]), word(sys.argv[2])
assert len(sheet) == len(table) > 20, f"{len(sheet)} rows and {len(table)}"
assert all(len(row) == 6 for row in sheet + table), "six columns"
for i, (left, right) in enumerate(zip(sheet, table)):
    if i == 0:
        assert left[1].startswith(right[1] + " (A: "), left[1]
        left[1] = right[1]
    else:
        assert left[0] and left[2] and left[1] == left[3] == left[4] == "", left
    assert left == right, f"row {i}: {left} and {right}"
print(len(sheet) - 1, "rows of", sheet[1][5])
