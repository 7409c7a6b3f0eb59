"""lock_moved.py BEFORE AFTER SAID -- figures of a report in two lists (figures --format csv), by
another program: as many differ as the messages of a check name, at the same old and new words."""
import csv
import re
import sys


def figures(path):
    with open(path, encoding="utf-8", newline="") as f:
        return [row for row in csv.DictReader(f) if row["place"] != "answers"]


before, after = figures(sys.argv[1]), figures(sys.argv[2])
said = re.findall(r'not the figure that was signed: "(.*?)".* \((.*?)\) was \w+ by .*?; now "(.*?)"',
                  open(sys.argv[3], encoding="utf-8").read())
counted = ("printed", "count", "base", "percent")
moved = [(x["printed"], x["place"], y["printed"]) for x, y in zip(before, after)
         if [x[c] for c in counted] != [y[c] for c in counted]]
if len(before) != len(after) or not moved:
    sys.exit(f"{len(before)} figures, then {len(after)}; {len(moved)} differ")
if sorted(moved) != sorted(said):
    lost = [m for m in moved if m not in said]
    sys.exit(f"{len(moved)} differ, {len(said)} are named; first not named: {lost[:1]}, "
             f"first that does not: {[s for s in said if s not in moved][:1]}")
print(len(moved))
