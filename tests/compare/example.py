"""example.py FOLDER -- a copy of severnside-2012 becomes the next version: each kind of change."""
import csv
import re
import sys

folder = sys.argv[1]


def edit(name, *changes):
    with open(f"{folder}/{name}", encoding="utf-8") as f:
        text = f.read()
    for old, new in changes:
        assert text.count(old) == 1, f"{name}: {text.count(old)} times: {old}"
        text = text.replace(old, new)
    with open(f"{folder}/{name}", "w", encoding="utf-8") as f:
        f.write(text)


def item(text, begins):
    """The item of a list that begins so, with its line of dashes."""
    return re.search(r"      - \|\n        " + re.escape(begins) + r".*\n", text).group(0)


with open(f"{folder}/inspection.yaml", encoding="utf-8") as f:
    yaml = f.read()
safety = item(yaml, "The safety of victims")
shared = item(yaml, "Others who needed to know")
screening = item(yaml, "((rosh-screening-quality not n of screenings")
edit("inspection.yaml",
     (safety, ""),  # moved to the head of its list
     (screening, safety + screening.replace("with nothing written beside it", "and left without a word")),
     (item(yaml, "All ((mappa-recognised spelt))"), ""),  # deleted
     (shared, "      - |\n        Police intelligence was asked for too late.\n" + shared),  # inserted
     (" Neither boy has been hurt since.", ""))
edit("foreword.md", ("warm, regular and well recorded", "warm and well recorded"),
     ("Managers knew this before", "Managers had known this long before"))

# Three cases say something else: a figure, a cell, a score, a bar of a chart.
with open(f"{folder}/answers.csv", encoding="utf-8", newline="") as f:
    rows = list(csv.reader(f))
for column in "rosh-screening-quality", "lor-family":
    at = rows[0].index(column)
    for row in [r for r in rows if r[at] == "yes"][:3]:
        row[at] = "no"
with open(f"{folder}/answers.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows(rows)
