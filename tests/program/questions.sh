#!/bin/sh
# questions.sh -- each mark that `questions` prints is one that a report takes, the empty
# tables have the heads that a report wants, and the workbook is the same bytes each time.
. "$ROOT/tests/program/lib.sh"
cat >marks.py <<'END'
"""A report that asks for everything that `questions` lists."""
import json
import sys

rows, folder, text = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2], sys.argv[3]
marks = [m for r in rows for m in r["marks"].replace(")) ((", "))\n((").split("\n")]
assert len(marks) > 50 and all(m.startswith("((") for m in marks)
with open(f"{folder}/{text}.md", "w", encoding="utf-8") as f:
    f.write("\n\n".join(marks))
with open(f"{folder}/questionnaires.csv", "w", encoding="utf-8") as f:
    f.write("question,answer,count\n")
    for r in rows:
        if r["kind"] == "returned":
            f.write(f"{r['name']},returned,99\n")
        for value in r["values"].split() if r["kind"] == "questionnaire" else []:
            f.write(f"{r['name']},{value},7\n")
END
while read -r programme example text; do
    status 0 "$programme" "$GWASG" questions "$programme" --format json
    cp out rows.json
    status 0 "$programme: begun" "$GWASG" init "$programme" "$programme" --area Mytown \
        --from-answers "$ROOT/examples/$example/answers.csv"
    python3 marks.py rows.json "$programme" "$text" || fail "$programme: no marks"
    grep -q '"returned"' rows.json || rm "$programme/questionnaires.csv"
    status 0 "$programme: all marks" "$GWASG" build "$programme" --out made
    status 0 "$programme: a head" "$GWASG" questions "$programme" --answers
    "$GWASG" init "$programme" "empty-$programme" >/dev/null
    cmp out "empty-$programme/answers.csv" || fail "$programme: two heads"
    # The workbook: XML, the same head, a list behind each cell that takes one of several.
    "$GWASG" questions "$programme" --answers --format xlsx >one.xlsx || fail "$programme: no workbook"
    TZ=Asia/Tokyo "$GWASG" questions "$programme" --answers --format xlsx >two.xlsx
    cmp one.xlsx two.xlsx || fail "$programme: two workbooks"
    python3 - "$programme" <<'END' || fail "$programme: the workbook"
import csv, re, sys, zipfile
import xml.etree.ElementTree as tree
book = zipfile.ZipFile("one.xlsx")
parts = {n: tree.fromstring(book.read(n)) for n in book.namelist()}
s = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
cells = lambda sheet: {c.get("r"): c.find(f"{s}is/{s}t").text for c in parts[f"xl/worksheets/{sheet}.xml"].iter(f"{s}c")}
head = [re.sub(r"\d+$", "", r) for r in cells("sheet1")]
with open("out", encoding="utf-8", newline="") as f:
    assert list(cells("sheet1").values()) == next(csv.reader(f)), "another head"
values, lists = cells("sheet2"), 0
for v in parts["xl/worksheets/sheet1.xml"].iter(f"{s}dataValidation"):
    assert len(v.get("prompt")) <= 255 and re.fullmatch(r"([A-Z]+)2:\1\d+", v.get("sqref"))
    for formula in v.iter(f"{s}formula1"):
        column, last = re.fullmatch(r"values!\$([A-Z]+)\$2:\$\1\$(\d+)", formula.text).groups()
        assert all(f"{column}{i}" in values for i in range(2, int(last) + 1)), formula.text
        assert f"{column}{int(last) + 1}" not in values
        lists += 1
assert lists > 20, lists
END
done <<'END'
cci-2009 aldermoor-thornby-2009 foreword
cci-2012 severnside-2012 foreword
fji-2013 kestrel-bay-2013 foreword
sqs-2013 westmere-2013 summary
END
status 1 "a word that is nowhere" "$GWASG" questions sqs-2013 zebra
status 2 "a workbook of questions" "$GWASG" questions sqs-2013 --format xlsx
status 2 "answers as JSON" "$GWASG" questions sqs-2013 --answers --format json
status 2 "two words" "$GWASG" questions sqs-2013 plan risk
status 0 "in any case, in Welsh" "$GWASG" questions sqs-2013 CYNLLUN --lang cy
finish
