#!/usr/bin/env python3
"""random_tables.py -- 1,000 random tables of answers, counted here by the plainest means and by
the program; every figure must be the same, and once more when the program reads it from the
results.csv that it has made of them.  The tables are small and nasty: no answer that applies,
one case, scores on a limit, halves, parts that are empty, cases of two phases and of none.
Of a few of them whole reports are made, which must be the same bytes both ways.

    random_tables.py DRIVER GWASG ROOT [TABLES [SEED]]   (driver.c; ROOT: the project)
"""
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import floor
from pathlib import Path

# ---- the programme: what is asked, and in which phases ----

BOTH = ["custody", "community"]
ASKED = {"plan-done": BOTH, "plan-good": [None], "custody-plan": ["custody"], "after-plan": ["community"],
         "level": [None], "reason": [None], "contacts": [None], "visitor": BOTH, "topics": BOTH, "visits": BOTH}
SCORED = ["plan-done", "plan-good", "custody-plan", "after-plan"]
REASONS = {"plan-done": ["late", "thin"], "plan-good": ["thin", "old"], "custody-plan": ["late"]}
SEVERAL = {"reason": ["late", "thin"], "topics": ["home", "work"]}
CHOICE = {"level": ["low", "high"], "visitor": ["nurse", "officer"]}
CRITERIA = {"1.1": SCORED[:2], "1.2": SCORED[2:]}
SECTIONS = {"1": SCORED}
HEADLINES = {"safety": ["plan-done", "plan-good"], "harm": SCORED[1:]}


def column(q, phase, more=""):
    return q + (" " + phase if len(ASKED[q]) > 1 else "") + more


HEAD = (["case", "sentence", "age", "office"] + [column(q, p) for q in ASKED for p in ASKED[q]]
        + [column(q, p, " because") for q in REASONS for p in ASKED[q]])


# ---- tables ----

def random_answer(rng, q, mood):
    if q in SCORED:
        return rng.choice(mood)
    if q in CHOICE:
        return rng.choice(CHOICE[q] + [""])
    if q in SEVERAL:
        one, other = SEVERAL[q]
        return rng.choice(["", one, other, one + " " + other, other + " " + one])
    return rng.choice(["", "0", "1", "7"])


def random_case(rng, n, mood):
    """One row; `mood` makes whole tables alike, so that extremes come up."""
    case = dict.fromkeys(HEAD, "")
    case.update({"case": "C%d" % n, "sentence": rng.choice(["custody", "community", "custody", ""]),
                 "age": rng.choice(["16", "17", ""]), "office": rng.choice(["North", "South and West", ""])})
    has = {None: True, "custody": case["sentence"] == "custody", "community": rng.random() < 0.6}
    for q, phases in ASKED.items():
        for p in phases:
            answer = random_answer(rng, q, mood) if has[p] else rng.choice(["", "na"])
            case[column(q, p)] = answer
            if answer == "no" and q in REASONS:
                many = rng.randint(0, len(REASONS[q]))
                case[column(q, p, " because")] = " ".join(rng.sample(REASONS[q], many))
    if has["community"] and not in_community(case):  # then nothing of it was answered
        for q in SCORED:
            if "community" in ASKED[q]:
                case[column(q, "community")] = rng.choice(["", "na"])
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


def inspection(programme, more=""):
    return ("programme: %s\narea: Northam\ncolumns: {office: [North, South and West]}\njudgements:\n" % programme
            + judged("criteria", CRITERIA) + judged("sections", SECTIONS) + judged("headlines", HEADLINES) + more)


def write_answers(path, table):
    lines = [",".join(HEAD)] + [",".join(case[h] for h in HEAD) for case in table]
    path.write_text("\n".join(lines) + "\n")


def write_report(folder, name, table):
    """Once with its answers, and once for the results that the driver makes of them."""
    write_answers(folder / (name + ".answers.csv"), table)
    for yaml in (name + ".yaml", name + "r.yaml"):
        (folder / yaml).write_text(inspection("phased"))


# ---- counting, as plainly as can be ----

def percent(count, base):
    """Half up."""
    return -1 if base == 0 else floor(Fraction(100 * count, base) + Fraction(1, 2))


def given(case, q, p):
    """An answer, or nothing; only a score tells "na" from that."""
    answer = case[column(q, p)]
    return "" if answer == "na" and q not in SCORED else answer


def in_community(case):
    return any(given(case, q, "community") not in ("", "na") for q in ASKED if "community" in ASKED[q])


def why(case, q, p):
    return case[column(q, p, " because")].split() if q in REASONS else []


def answered(q, test):
    """Of a phase what was answered in it, of a case what was answered in any of its phases."""
    return lambda case, phase: any(test(given(case, q, p), why(case, q, p)) for p in ASKED[q]
                                   if phase is None or p is None or p == phase)


def column_is(name, *values):
    return lambda case, phase: case[name] in values


RESTRICTIONS = {
    "custody": lambda c, p: p == "custody" if p else c["sentence"] == "custody",
    "not custody": lambda c, p: p != "custody" if p else c["sentence"] == "community",
    "community": lambda c, p: p == "community" if p else in_community(c),
    "not community": lambda c, p: p != "community" if p else not in_community(c),
    "outside": column_is("sentence", "community"),
    "sentence=custody": column_is("sentence", "custody"),
    "age=16": column_is("age", "16"),
    "age!=16": column_is("age", "17"),
    "not age=17": column_is("age", "16"),
    "office=North": column_is("office", "North"),
    "office=South and West": column_is("office", "South and West"),
    "plan-done": answered("plan-done", lambda a, r: a == "yes"),
    "not plan-done": answered("plan-done", lambda a, r: a == "no"),
    "plan-good": answered("plan-good", lambda a, r: a == "yes"),
    "not custody-plan": answered("custody-plan", lambda a, r: a == "no"),
    "plan-done not because late": answered("plan-done", lambda a, r: a == "no" and "late" in r),
    "not plan-done not because late": answered("plan-done", lambda a, r: a == "no" and "late" not in r),
    "plan-good not because old": answered("plan-good", lambda a, r: a == "no" and "old" in r),
    "level=high": answered("level", lambda a, r: a == "high"),
    "not level=high": answered("level", lambda a, r: a == "low"),
    "visitor=nurse": answered("visitor", lambda a, r: a == "nurse"),
    "not visitor=nurse": answered("visitor", lambda a, r: a == "officer"),
    "reason=late": answered("reason", lambda a, r: "late" in a.split()),
    "not reason=late": answered("reason", lambda a, r: a != "" and "late" not in a.split()),
    "not topics=home": answered("topics", lambda a, r: a != "" and "home" not in a.split()),
}


def marks(rng, table):
    """Marks with what they must give: (mark, count, base)."""
    parts = rng.sample(sorted(RESTRICTIONS), rng.choice([0, 0, 1, 1, 1, 2, 3]))
    where = " where " + " and ".join(parts) if parts else ""

    def met(case, phase):
        return all(RESTRICTIONS[part](case, phase) for part in parts)

    def answers(q):
        return [(given(c, q, p), why(c, q, p)) for c in table for p in ASKED[q] if met(c, p)]

    def pooled(questions):
        all_answers = [a for q in questions for a, _ in answers(q)]
        return all_answers.count("yes"), all_answers.count("yes") + all_answers.count("no")

    yield "cases" + where, sum(met(c, None) for c in table), len(table)
    for q in SCORED:
        good, base = pooled([q])
        yield q + " n" + where, good, base
        yield q + " not" + where, base - good, base
        for r in REASONS.get(q, []):
            those = [reasons for a, reasons in answers(q) if a == "no"]
            yield "%s not because %s n%s" % (q, r, where), sum(r in some for some in those), len(those)
    for kind in (CRITERIA, SECTIONS, HEADLINES):
        for name, questions in kind.items():
            yield ("score " + name + where,) + pooled(questions)
    for q, choices in list(CHOICE.items()) + list(SEVERAL.items()):
        those = [a.split() for a, _ in answers(q) if a]
        yield q + " n" + where, len(those), len(those)
        for one in choices:
            yield "%s=%s n%s" % (q, one, where), sum(one in some for some in those), len(those)
    for q in ("contacts", "visits"):
        those = [int(a) for a, _ in answers(q) if a]
        yield q + " n" + where, sum(those), len(those)


def expected(mark, count, base):
    share = -1 if mark.startswith(("contacts ", "visits ")) else percent(count, base)
    return "%d %d %d" % (count, base, share)


def ask(driver, templates, folder, lines):
    run = subprocess.run([driver, templates, folder], input="\n".join(lines) + "\n",
                         capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


# ---- whole reports ----

def dumps(gwasg, templates, report):
    """All that is made of a report, before it is laid out."""
    def run(*words):
        return subprocess.run([gwasg, *words, "--templates", templates, report],
                              capture_output=True, text=True, check=True).stdout
    return (run("scores", "--format", "results"), run("build", "--dump", "scores"), run("build", "--dump", "xml"),
            run("figures", "--format", "json"))


def same_reports(gwasg, root, tables):
    """From answers, and from the results that the program makes of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in ("templates", "tests/hostile/templates", "tests/score"):
            shutil.copytree(root / source, folder / "templates", dirs_exist_ok=True)
        for n, (table, some) in enumerate(tables):
            report = folder / str(n)
            report.mkdir()
            text = "".join("\n  ((%s))\n" % mark for mark, _, base in some if base > 0)
            (report / "inspection.yaml").write_text(inspection("phased-report", "text: |\n" + text + "\n  End.\n"))
            write_answers(report / "answers.csv", table)
            once = dumps(gwasg, folder / "templates", report)
            (report / "answers.csv").unlink()
            (report / "results.csv").write_text(once[0])
            if dumps(gwasg, folder / "templates", report) != once:
                sys.exit("a report from its results is another: table %d" % n)


def main():
    driver, gwasg, root = sys.argv[1:4]
    templates = Path(root) / "tests/hostile/templates"
    tables = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
    rng = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 20120620)
    sample = []
    asked, wanted, figures = [], [], 0
    with tempfile.TemporaryDirectory() as name:
        for n in range(tables):
            table = random_table(rng)
            write_report(Path(name), "t%d" % n, table)
            some = list(marks(rng, table))
            figures += len(some)
            if n < tables // 100:
                sample.append((table, some))
            for report in ("t%d" % n, "t%dr" % n):
                asked += [report + " " + mark for mark, _, _ in some] + [report + " scores"]
                wanted += [expected(*mark) for mark in some] + [None]
        given_back = ask(driver, templates, name, asked)
    wrong, scores = [], {}
    for a, w, g in zip(asked, wanted, given_back):
        if w is None:
            w = scores.setdefault(a.split()[0].rstrip("r"), g)
        if w != g:
            wrong.append("%s: counted %s, the program says %s" % (a, w, g))
    print("\n".join(wrong[:10]))
    if wrong or len(given_back) != len(wanted):
        sys.exit("%d of %d figures differ" % (len(wrong), len(wanted)))
    same_reports(gwasg, Path(root), sample)
    print("%d figures of %d tables agree, from answers and from their results; %d whole reports too"
          % (figures, tables, len(sample)))


main()
