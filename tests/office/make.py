"""make.py OUT SHEET=TABLE.csv... -- CSV tables as the sheets of an .xlsx or .ods; a - before
its name hides a sheet."""
import csv
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import workbooks  # noqa: E402

sheets = {}
for one in sys.argv[2:]:
    name, table = one.split("=")
    with open(table, encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    hidden = name.startswith("-")
    sheets[name.removeprefix("-")] = workbooks.Hidden(rows) if hidden else rows
with open(sys.argv[1], "wb") as out:
    out.write(workbooks.xlsx(sheets) if sys.argv[1].endswith(".xlsx") else workbooks.ods(sheets))
