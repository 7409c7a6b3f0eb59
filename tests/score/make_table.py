#!/usr/bin/env python3
"""make_table.py -- answers.csv of 62 invented cases for templates/cci-2012 whose scores are
those that a report once printed: criteria 74 75 76 70 78 87 71 89, sections 75 79 75,
headlines 80 68 76, all at once.  Shows that pooling can give a section's score that is no
mean of its criteria's.  Same seed, same table.

    make_table.py templates/cci-2012/programme.yaml > answers.csv
"""
import random
import re
import sys

CASES, CUSTODY, SEED = 62, 14, 2012
CRITERIA = {"1.1": 74, "1.2": 75, "1.3": 76, "2.1": 70, "2.2": 78, "2.3": 87, "3.1": 71, "3.2": 89}
SECTIONS = {"1": 75, "2": 79, "3": 75}
HEADLINES = {"safeguarding": 80, "risk-of-harm": 68, "reoffending": 76}


def read_scored(text):
    """Scored questions stand on a line of their own: - {name: x, code: 1.1a, ..."""
    for name, criterion, rest in re.findall(r"- \{name: ([\w-]+), code: (\d\.\d)\w+,([^\n]*)", text):
        part = re.search(r"part: (\w+)", rest)
        heads = re.search(r"headlines: \[([^]]*)\]", rest)
        yield {
            "name": name,
            "criterion": criterion,
            "part": part.group(1) if part else None,
            "headlines": re.split(r", *", heads.group(1)) if heads else [],
        }


def read_unscored(text):
    """The block `questions:` at the margin: name, kind and choices, a line each."""
    block = re.search(r"^questions:\n(.*?)^\w", text, re.S | re.M).group(1)
    for entry in re.split(r"^  - name: ", block, flags=re.M)[1:]:
        yield {
            "name": entry.split("\n")[0],
            "kind": re.search(r"kind: (\w+)", entry).group(1),
            "choices": re.findall(r"^      - \{name: ([\w-]+)", entry, re.M),
        }


def read_characteristics(text):
    block = re.search(r"^characteristics:\n(.*?)^\w", text, re.S | re.M).group(1)
    for entry in re.split(r"^  - name: ", block, flags=re.M)[1:]:
        yield entry.split("\n")[0], re.findall(r"- \{name: \"?([\w-]+)\"?,", entry)


def room(question):
    return {"custody": CUSTODY, "community": CASES - CUSTODY, None: CASES}[question["part"]]


def share_applicable(questions):
    """How much of each criterion applies, so that the pooled sections can come out."""
    full = {c: sum(room(q) for q in questions if q["criterion"] == c) for c in CRITERIA}
    share = dict.fromkeys(CRITERIA, 0.8)
    for section, target in SECTIONS.items():
        own = [c for c in CRITERIA if c[0] == section]
        above = sum(full[c] * (CRITERIA[c] - target) for c in own if CRITERIA[c] > target)
        below = sum(full[c] * (target - CRITERIA[c]) for c in own if CRITERIA[c] < target)
        for c in own:
            if CRITERIA[c] > target:
                share[c] *= min(1, below / above)
            elif CRITERIA[c] < target:
                share[c] *= min(1, above / below)
    return share


def groups(questions):
    """Everything that is scored: its questions and the percentage it must come to."""
    for c, percent in CRITERIA.items():
        yield [i for i, q in enumerate(questions) if q["criterion"] == c], percent
    for s, percent in SECTIONS.items():
        yield [i for i, q in enumerate(questions) if q["criterion"][0] == s], percent
    for h, percent in HEADLINES.items():
        yield [i for i, q in enumerate(questions) if h in q["headlines"]], percent


def solve(questions, applicable, rng):
    """How many of each question's answers are sufficient: moves one answer at a time
    while that brings the groups nearer to their percentages."""
    wanted = [(set(members), percent * sum(applicable[i] for i in members) / 100,
               0.3 * sum(applicable[i] for i in members) / 100) for members, percent in groups(questions)]
    good = [round(a * CRITERIA[q["criterion"]] / 100) for q, a in zip(questions, applicable)]
    off = [sum(good[i] for i in members) - target for members, target, _ in wanted]
    of = [[g for g, (members, _, _) in enumerate(wanted) if i in members] for i in range(len(questions))]

    def cost(g, by):
        return max(0, abs(off[g] + by) - wanted[g][2]) ** 2

    for _ in range(400000):
        if not any(cost(g, 0) for g in range(len(wanted))):
            return good
        i, by = rng.randrange(len(questions)), rng.choice((-1, 1))
        if not 0.3 * applicable[i] <= good[i] + by <= 0.98 * applicable[i]:
            continue
        gain = sum(cost(g, by) - cost(g, 0) for g in of[i])
        if gain < 0 or (gain == 0 and rng.random() < 0.2) or rng.random() < 0.001:
            good[i] += by
            for g in of[i]:
                off[g] += by
    raise SystemExit("no table found; another seed may help")


def answers_of(question, applicable, good, custody, rng):
    """A column: yes, no, na, and nothing outside the question's part."""
    inside = [i for i in range(CASES) if question["part"] is None or (question["part"] == "custody") == custody[i]]
    column = [""] * CASES
    chosen = rng.sample(inside, applicable)
    for i in inside:
        column[i] = "na"
    for n, i in enumerate(chosen):
        column[i] = "yes" if n < good else "no"
    return column


def unscored_column(question, rng):
    if question["kind"] == "count":
        return [str(rng.randint(1, 4)) for _ in range(CASES)]
    column = []
    for _ in range(CASES):
        many = 1 if question["kind"] == "choice" else rng.randint(1, min(3, len(question["choices"])))
        names = rng.sample(question["choices"], many) if rng.random() < 0.6 else []
        column.append(" ".join(names))
    return column


def characteristic_column(name, categories, custody, rng):
    if name == "sentence":
        return ["custody" if c else rng.choice(categories[:-1]) for c in custody]
    return [rng.choice(categories) for _ in range(CASES)]


def main():
    text = open(sys.argv[1], encoding="utf-8").read()
    rng = random.Random(SEED)
    questions = list(read_scored(text))
    share = share_applicable(questions)
    applicable = [max(1, round(room(q) * share[q["criterion"]])) for q in questions]
    good = solve(questions, applicable, rng)
    custody = [i < CUSTODY for i in range(CASES)]
    rng.shuffle(custody)
    head, columns = ["case"], [["C%03d" % (i + 1) for i in range(CASES)]]
    for name, categories in read_characteristics(text):
        head.append(name)
        columns.append(characteristic_column(name, categories, custody, rng))
    for q, a, g in zip(questions, applicable, good):
        head.append(q["name"])
        columns.append(answers_of(q, a, g, custody, rng))
    for q in read_unscored(text):
        head.append(q["name"])
        columns.append(unscored_column(q, rng))
    for row in [head] + [list(r) for r in zip(*columns)]:
        print(",".join(row))


main()
