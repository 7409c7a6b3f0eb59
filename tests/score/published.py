#!/usr/bin/env python3
"""published.py -- the scores that a report printed, from a table made for them: criteria
74 75 76 70 78 87 71 89, sections 75 79 75, headlines 80 68 76, all at once.

    published.py DRIVER TEMPLATES      (TEMPLATES: holds cci-2012/)
"""
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PRINTED = {"1.1": 74, "1.2": 75, "1.3": 76, "2.1": 70, "2.2": 78, "2.3": 87, "3.1": 71, "3.2": 89,
           "1": 75, "2": 79, "3": 75, "safeguarding": 80, "risk-of-harm": 68, "reoffending": 76}
INSPECTION = """programme: cci-2012
area: Severnside
service: {name: Severnside Youth Offending Service, short: YOS}
fieldwork: {from: 2012-02-20, to: 2012-03-02}
published: 2012-06-20
signed: {name: Helen Tregarth, role: chief-inspector}
foreword: Of ((cases)) cases.
recommendations: [{text: plans are good, for: [YOS Manager]}]
findings: {"1.1": {strengths: [One.], improvements: [Two.]}}
commentary: {"1": Words.}
context: {area: Words., service: Words.}
"""


def main():
    driver, templates = sys.argv[1:3]
    programme = Path(templates) / "cci-2012" / "programme.yaml"
    table = subprocess.run([sys.executable, HERE / "make_table.py", programme],
                           capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "t.yaml").write_text(INSPECTION)
        (Path(name) / "t.answers.csv").write_text(table)
        asked = "".join("t score %s\n" % i for i in PRINTED)
        run = subprocess.run([driver, templates, name], input=asked, capture_output=True,
                             text=True, check=True)
    given = run.stdout.splitlines()
    wrong = ["%s: %s, not %d" % (i, g, want) for (i, want), g in zip(PRINTED.items(), given)
             if g.split()[-1] != str(want)]
    if wrong or len(given) != len(PRINTED):
        sys.exit("\n".join(wrong) or "no scores")
    print("%d scores as printed" % len(given))


main()
