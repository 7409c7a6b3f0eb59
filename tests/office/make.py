"""make.py OUT SHEET=TABLE.csv... -- CSV tables as the sheets of an .xlsx or .ods; a - before
its name hides a sheet, as =ROWS=COLUMNS behind its table (Cases=a.csv=2,5=3) hides those."""
import csv
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import workbooks  # noqa: E402

sheets = {}
for one in sys.argv[2:]:
    name, table, *folded = one.split("=")
    with open(table, encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    hidden = name.startswith("-")
    if folded:
        rows = workbooks.Folded(rows, *([int(n) for n in f.split(",") if n] for f in folded))
    sheets[name.removeprefix("-")] = workbooks.Hidden(rows) if hidden else rows
with open(sys.argv[1], "wb") as out:
    out.write(workbooks.xlsx(sheets) if sys.argv[1].endswith(".xlsx") else workbooks.ods(sheets))
