#!/usr/bin/env python3
"""random_tables.py -- 1,000 random tables of answers, counted here by the plainest means and by
the program; every figure must be the same.  The tables are small and nasty: no answer
that applies, one case, scores on a limit, halves, parts that are empty.

    random_tables.py DRIVER TEMPLATES      (DRIVER: driver.c; TEMPLATES: holds tiny/)
"""
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import floor
from pathlib import Path

TABLES, SEED = 1000, 20120620
SCORED = ["plan-done", "plan-good", "custody-plan"]
CRITERIA = {"1.1": SCORED[:2], "1.2": SCORED[2:]}
SECTIONS = {"1": SCORED}
HEADLINES = {"safety": ["plan-done", "plan-good"], "harm": ["plan-good", "custody-plan"]}
HEAD = ["case", "sentence", "age", "office"] + SCORED + ["level", "reason", "contacts"]


# ---- tables ----

def random_case(rng, n, mood):
    """One row; `mood` makes whole tables alike, so that extremes come up."""
    case = {"case": "C%d" % n, "sentence": rng.choice(["custody", "community", "custody", ""]),
            "age": rng.choice(["16", "17", ""]), "office": rng.choice(["North", "South and West", ""])}
    for q in SCORED:
        case[q] = rng.choice(mood)
    if case["sentence"] != "custody":
        case["custody-plan"] = rng.choice(["", "na"])
    case["level"] = rng.choice(["low", "high", ""])
    case["reason"] = rng.choice(["", "late", "thin", "late thin", "thin late"])
    case["contacts"] = rng.choice(["", "0", "1", "7"])
    return case


def random_table(rng):
    mood = rng.choice([["yes"], ["no"], ["na"], ["yes", "no"], ["yes", "no", "na"],
                       ["yes", "yes", "yes", "no"], ["na", "na", "na", "yes", "no"]])
    many = rng.choice([1, 1, 2, 3, 4, 8, 20, 40])
    return [random_case(rng, n, mood) for n in range(many)]


def judged(level, ids):
    """Every judgement is stated with a reason, so no score lacks one."""
    inside = ", ".join('"%s": {is: poor, reason: Because.}' % i for i in ids)
    return "  %s: {%s}\n" % (level, inside)


def write_report(folder, name, table):
    lines = [",".join(HEAD)] + [",".join(case[h] for h in HEAD) for case in table]
    (folder / (name + ".answers.csv")).write_text("\n".join(lines) + "\n")
    (folder / (name + ".yaml")).write_text(
        "programme: tiny\narea: Northam\ncolumns: {office: [North, South and West]}\njudgements:\n"
        + judged("criteria", CRITERIA) + judged("sections", SECTIONS) + judged("headlines", HEADLINES))


# ---- counting, as plainly as can be ----

def percent(count, base):
    """Half up."""
    return -1 if base == 0 else floor(Fraction(100 * count, base) + Fraction(1, 2))


RESTRICTIONS = {
    "custody": lambda c: c["sentence"] == "custody",
    "not custody": lambda c: c["sentence"] == "community",
    "outside": lambda c: c["sentence"] == "community",
    "age=16": lambda c: c["age"] == "16",
    "age!=16": lambda c: c["age"] == "17",
    "not age=17": lambda c: c["age"] == "16",
    "office=South and West": lambda c: c["office"] == "South and West",
    "plan-done": lambda c: c["plan-done"] == "yes",
    "not plan-done": lambda c: c["plan-done"] == "no",
    "level=high": lambda c: c["level"] == "high",
    "not level=high": lambda c: c["level"] == "low",
    "reason=late": lambda c: "late" in c["reason"].split(),
    "not reason=late": lambda c: c["reason"] != "" and "late" not in c["reason"].split(),
}


def pooled(cases, questions):
    answers = [c[q] for c in cases for q in questions]
    return answers.count("yes"), answers.count("yes") + answers.count("no")


def marks(rng, table):
    """Marks with what they must give: (mark, count, base)."""
    parts = rng.sample(sorted(RESTRICTIONS), rng.choice([0, 0, 1, 1, 2, 3]))
    cases = [c for c in table if all(RESTRICTIONS[p](c) for p in parts)]
    where = " where " + " and ".join(parts) if parts else ""
    yield "cases" + where, len(cases), len(table)
    for q in SCORED:
        good, base = pooled(cases, [q])
        yield q + " n" + where, good, base
        yield q + " not" + where, base - good, base
    for kind in (CRITERIA, SECTIONS, HEADLINES):
        for name, questions in kind.items():
            yield ("score " + name + where,) + pooled(cases, questions)
    answered = [c["level"] for c in cases if c["level"]]
    yield "level=low" + where, answered.count("low"), len(answered)
    reasons = [c["reason"].split() for c in cases if c["reason"]]
    yield "reason=thin n" + where, sum("thin" in r for r in reasons), len(reasons)
    yield "reason n" + where, len(reasons), len(reasons)
    contacts = [int(c["contacts"]) for c in cases if c["contacts"]]
    yield "contacts n" + where, sum(contacts), len(contacts)


def expected(mark, count, base):
    share = -1 if mark.startswith("contacts ") else percent(count, base)
    return "%d %d %d" % (count, base, share)


def main():
    driver, templates = sys.argv[1:3]
    rng = random.Random(SEED)
    asked, wanted = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(TABLES):
            table = random_table(rng)
            write_report(folder, "t%d" % n, table)
            for mark, count, base in marks(rng, table):
                asked.append("t%d %s" % (n, mark))
                wanted.append(expected(mark, count, base))
        run = subprocess.run([driver, templates, name], input="\n".join(asked) + "\n",
                             capture_output=True, text=True, check=True)
    given = run.stdout.splitlines()
    wrong = [(a, w, g) for a, w, g in zip(asked, wanted, given) if w != g]
    for a, w, g in wrong[:10]:
        print("%s: counted %s, the program says %s" % (a, w, g))
    if wrong or len(given) != len(wanted):
        sys.exit("%d of %d figures differ" % (len(wrong), len(wanted)))
    print("%d figures of %d tables agree" % (len(wanted), TABLES))


main()
