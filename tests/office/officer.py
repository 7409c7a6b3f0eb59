"""officer.py CLEAN.csv PROGRAMME.yaml OUT.csv|OUT.xlsx|OUT.ods -- a clean table of answers as
an office would keep it: codes for names, a title and a total, foreign columns, the same
answer in many spellings.  The same every time."""
import csv
import datetime
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import workbooks  # noqa: E402
from workbooks import Styled  # noqa: E402

with open(sys.argv[2], encoding="utf-8") as f:
    CODES = dict(re.findall(r"\{name: ([\w-]+), code: ([\w.]+)", f.read()))
HEADS = {"case": "Case", "age": "Age", "gender": "Gender", "sentence": "Sentence type", "risk": "Risk of harm"}
SPELT = {"yes": ["Yes", "Y", "yes", "Yes ", "YES"], "no": ["No", "N", "no", "No\u00a0"],
         "na": ["N/A", "n/a", "NA", "Not applicable"], "male": ["Male", "M"], "female": ["Female", "F"],
         "rehabilitation": ["YRO"], "first-tier": ["First tier"], "custody": ["Custody"],
         "black-minority": ["BME"], "not-recorded": ["Not recorded"], "white": ["White"],
         "12-13": [12, 13], "14": [14], "15": [15], "16": [16], "17": [17],
         "high": ["High"], "not-high": ["Not high"]}


def spelt(text, turn):
    return SPELT[text][turn % len(SPELT[text])] if text in SPELT else text


with open(sys.argv[1], encoding="utf-8", newline="") as f:
    clean = list(csv.reader(f))
heads = [HEADS.get(h, CODES.get(h, h)) for h in clean[0]]
rows = [["Case file reading – March"], [],
        [heads[0], "Date of birth", *heads[1:], "", "Inspector", "Comments"]]
for i, row in enumerate(clean[1:]):
    cells = [spelt(c, i * 7 + j * 3) for j, c in enumerate(row)]
    born = Styled(35000 + i * 37, 1, None)
    rows.append([cells[0], born, *cells[1:], None, "J. Pugh", "late; see file" if i % 5 == 0 else None])
rows.append([])
rows.append(["Total", None, *[sum(1 for r in clean[1:] if r[j] == "yes") for j in range(1, len(heads))]])

out = sys.argv[3]
for row in rows:
    for cell in row:
        if isinstance(cell, Styled):  # as the sheet shows it
            days = cell.value - 25569
            cell.shown = (datetime.date(1970, 1, 1) + datetime.timedelta(days)).strftime("%d/%m/%Y")
workbooks.save(out, rows, {"Notes": [["Read by two inspectors"]], "Cases": rows})
