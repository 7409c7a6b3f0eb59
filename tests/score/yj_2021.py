#!/usr/bin/env python3
"""yj_2021.py -- random tables of answers for the programme yj-2021 as it is shipped, rated here
from what its Annexe 2 says and by the program; every rating and every sum must be the same.
Nothing here is read from programme.yaml.

    yj_2021.py DRIVER TEMPLATES [TABLES [SEED]]   (driver.c)
"""
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

BEST_FIRST = ["outstanding", "good", "requires-improvement", "inadequate"]
WORTH = {"outstanding": 3, "good": 2, "requires-improvement": 1, "inadequate": 0}
PARTS = {"2": ("court", ["assess", "plan", "work", "review"]), "3": ("out", ["assess", "plan", "work"])}
ABOUT = ["desistance", "child", "others"]
ASKED = {"%s.%d" % (d, s + 1): ["%s-%s-%s" % (prefix, step, about) for about in ABOUT]
         for d, (prefix, steps) in PARTS.items() for s, step in enumerate(steps)}
STANDARDS = ["%d.%d" % (d, s) for d in (1, 2, 3) for s in (1, 2, 3, 4)]
BATCH = 500

# What every report has to say; nothing of it is rated.
REPORT = {"programme": "yj-2021", "area": "Northam", "service": {"name": "S", "short": "S"},
          "fieldwork": {"from": "2021-09-13", "to": "2021-09-24"}, "published": "2022-01-19",
          "signed": {"name": "N", "role": "chief-inspector"}, "foreword": "F.", "background": "B.",
          "recommendations": [{"text": "r", "for": ["us"]}], "facts": [{"figure": "f", "text": "t"}],
          "evidence": [{"what": "w", "number": "n", "how": "h"}],
          "domains": {d: "D." for d in "123"}, "standards": {s: {"summary": "S."} for s in STANDARDS}}


def by_share(percent):
    return BEST_FIRST[0 if percent >= 80 else 1 if percent >= 65 else 2 if percent >= 50 else 3]


def by_sum(points):
    return BEST_FIRST[0 if points >= 31 else 1 if points >= 19 else 2 if points >= 7 else 3]


def by_mean(tenths):
    return BEST_FIRST[0 if tenths >= 25 else 1 if tenths >= 15 else 2 if tenths >= 5 else 3]


def half_up(x):
    return int(x + Fraction(1, 2))


def random_table(rng):
    mood = {s: rng.choice([["yes"], ["no"], ["yes", "no"], ["yes"] * 3 + ["no"], ["yes"] * 6 + ["no", "na"]])
            for s in ASKED}
    if rng.random() < 0.5:  # a good service, or a poor one
        mood = dict.fromkeys(ASKED, rng.choice([["yes"] * 9 + ["no"], ["yes", "no", "no"], ["yes", "na"]]))
    rows = []
    for n in range(rng.choice([1, 4, 8, 12, 40])):
        court = rng.random() < 0.6
        row = {"case": "C%d" % n, "disposal": "court" if court else "out-of-court", "age": "14-15", "gender": "male"}
        for s, questions in ASKED.items():
            for q in questions:
                row[q] = rng.choice(mood[s]) if court == q.startswith("court") else ""
        rows.append(row)
    return rows


def rate(rows, stated):
    """Ratings by id, points by id; None: not rated."""
    rating, points = {}, {}
    for s, questions in ASKED.items():
        found = []
        for n, q in enumerate(questions):
            answers = [row[q] for row in rows]
            base = answers.count("yes") + answers.count("no")
            one = by_share(half_up(Fraction(100 * answers.count("yes"), base))) if base else None
            rating["%s.%d" % (s, n + 1)] = one
            found += [one] if one else []
        rating[s] = max(found, key=BEST_FIRST.index) if found else None
    rating.update(stated)
    points = {s: WORTH[rating[s]] for s in STANDARDS if rating[s]}
    for d in "123":
        inside = [points[s] for s in points if s[0] == d]
        rating[d] = by_mean(half_up(Fraction(10 * sum(inside), len(inside)))) if inside else None
    whole = len(points) == len(STANDARDS)
    rating["overall"] = by_sum(sum(points.values())) if whole else None
    points["overall"] = sum(points.values()) if whole else None
    return rating, points


def write_report(folder, name, rows, stated):
    head = list(rows[0])
    lines = [",".join(head)] + [",".join(row[h] for h in head) for row in rows]
    (folder / (name + ".answers.csv")).write_text("\n".join(lines) + "\n")
    (folder / (name + ".yaml")).write_text(json.dumps(dict(REPORT, judgements={
        "sections": {s: {"is": is_, "reason": "Because."} for s, is_ in stated.items()}})))


def differences(name, said, rating, points):
    if said.startswith("fault"):
        return ["%s: %s" % (name, said[:600])]
    got = json.loads(said)
    have = {"overall": got["overall"]}
    for level in ("criteria", "sections", "domains"):
        have.update(got[level])
    wrong = ["%s %s: counted %s, the program says %s" % (name, i, is_, have[i].get("judgement"))
             for i, is_ in rating.items() if have[i].get("judgement") != is_]
    return wrong + ["%s %s: counted %s points, the program says %s" % (name, i, n, have[i].get("points"))
                    for i, n in points.items() if have[i].get("points") != n]


def main():
    driver, templates = sys.argv[1:3]
    tables = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 2021)
    seen = dict.fromkeys(BEST_FIRST + [None], 0)
    for done in range(0, tables, BATCH):
        want, names = {}, ["t%d" % n for n in range(min(BATCH, tables - done))]
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                rows = random_table(rng)
                stated = {s: rng.choice(BEST_FIRST) for s in STANDARDS if s not in ASKED or rng.random() < 0.1}
                write_report(Path(folder), name, rows, stated)
                want[name] = rate(rows, stated)
                seen[want[name][0]["overall"]] += 1
            said = subprocess.run([driver, templates, folder], input="".join(n + " scores\n" for n in names),
                                  capture_output=True, text=True, check=True).stdout.splitlines()
        assert len(said) == len(names)
        wrong = [w for name, one in zip(names, said) for w in differences(name, one, *want[name])]
        if wrong:
            print("\n".join(wrong[:10]))
            sys.exit("%d ratings differ" % len(wrong))
    print("%d tables are rated the same; overall: %s"
          % (tables, ", ".join("%s %d" % (k or "not rated", n) for k, n in seen.items())))


main()
