#!/usr/bin/env python3
"""random_rules.py -- random programmes with random rules, each with random tables of answers,
judged here from what docs/programmes.md says and by the program; every judgement, its points,
limiter and moderation must be the same, of all cases and of a part, and once more when the
program reads the results.csv that it has made of them.

    random_rules.py DRIVER ROOT [TABLES [SEED]]   (driver.c; ROOT: the project)
"""
import json
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import floor
from pathlib import Path

LEVELS = ["criteria", "sections", "headlines", "domains", "overall"]
RANK = {"questions": 0, "criteria": 1, "sections": 2, "headlines": 3, "domains": 4, "overall": 5}
PER_PROGRAMME, BATCH = 10, 500


def half_up(x, places=0):
    """In units of the last place."""
    return floor(x * 10 ** places + Fraction(1, 2))


# ---- programmes ----

class Programme:
    """What is judged: `ids` by level; `below` an id the ids that stand below it, by level."""

    def __init__(self, rng):
        self.bands = random_bands(rng)
        self.names = [b["id"] for b in self.bands]
        self.worth = [b["points"] for b in self.bands]
        self.sections, self.criterion, self.feeds = {}, {}, {}
        for s in range(rng.randint(1, 4)):
            criteria = ["%d.%d" % (s + 1, c + 1) for c in range(rng.choice([0, 1, 1, 2, 3]))]
            self.sections[str(s + 1)] = criteria
            for c in criteria:
                for q in range(rng.choice([0, 1, 1, 2, 3])):
                    self.criterion["q%s%s" % (c.replace(".", "x"), "abc"[q])] = c
        self.heads = rng.choice([[], ["h1"], ["h1", "h2"]])
        for q in self.criterion:
            self.feeds[q] = [h for h in self.heads if rng.random() < 0.5]
        sections = list(self.sections)
        self.domains = {}
        for n in range(rng.choice([0, 0, 1, 2])):
            self.domains["d%d" % (n + 1)] = [sections.pop(0) for _ in range(rng.randint(0, len(sections)))]
        self.domains = {d: inside for d, inside in self.domains.items() if inside}
        self.ids = {"questions": list(self.criterion), "criteria": [c for all_ in self.sections.values() for c in all_],
                    "sections": list(self.sections), "headlines": self.heads, "domains": list(self.domains),
                    "overall": ["overall"] if rng.random() < 0.8 else []}
        self.level = {i: level for level in LEVELS for i in self.ids[level]}
        self.level.update(dict.fromkeys(self.criterion, "questions"))
        self.judged, self.rules = {}, {}
        random_rules(rng, self)

    def questions(self, i):
        """That count towards it."""
        level = self.level[i]
        if level == "questions":
            return [i]
        if level == "headlines":
            return [q for q in self.criterion if i in self.feeds[q]]
        return [q for q in self.criterion if level == "overall" or i in self.above(q)]

    def above(self, i):
        """All that a question, criterion or section is in."""
        out = []
        if self.level[i] == "questions":
            out.append(self.criterion[i])
            i = out[-1]
        if self.level[i] == "criteria":
            out.append(next(s for s, inside in self.sections.items() if i in inside))
            i = out[-1]
        return out + [d for d, inside in self.domains.items() if i in inside]

    def below(self, i, level):
        if self.level[i] == "overall":
            return self.ids[level] if level != "overall" else []
        if self.level[i] == "headlines":
            return self.questions(i) if level == "questions" else []
        if RANK[level] >= RANK[self.level[i]] or level == "headlines":
            return []
        return [one for one in self.ids[level] if i in self.above(one)]

    def usual(self, i):
        return {"criteria": "questions", "headlines": "questions", "sections": "criteria", "domains": "sections",
                "overall": "domains" if self.domains else "sections"}[self.level[i]]

    def yaml(self, name):
        def title(i):
            return {"en": "T " + i}

        def question(q):
            return {"name": q, "headlines": self.feeds[q], "text": title(q)}

        tree = {"name": name, "house": "house-tiny", "title": title(name),
                "fields": {"area": {"kind": "area", "required": "yes"}},
                "headlines": [{"id": h, "title": title(h)} for h in self.heads],
                "sections": [{"id": s, "title": title(s), "criteria": [
                    {"id": c, "title": title(c), "questions": [question(q) for q in self.below(c, "questions")]}
                    for c in inside]} for s, inside in self.sections.items()],
                "domains": [{"id": d, "title": title(d), "sections": inside} for d, inside in self.domains.items()],
                "judgements": self.bands, "judged": self.judged,
                "documents": [{"name": "report", "template": "report.xsl"}]}
        if self.ids["overall"]:
            tree["overall"] = {"title": title("overall")}
        return json.dumps(tree, indent=1)


def random_bands(rng):
    """Best first; those at the end, or one between, may have no known limits."""
    count = rng.randint(2, 7)
    cuts = sorted(rng.sample(range(1, 100), count - 1), reverse=True)
    points = sorted(rng.sample(range(0, 12), count), reverse=True)
    open_ = rng.choice([None, None, None, count - 1, rng.randrange(count)])
    bands = []
    for n, (low, high) in enumerate(zip(cuts + [0], [100] + [c - 1 for c in cuts])):
        band = {"id": "b%d" % n, "title": {"en": "Band %d" % n}, "points": points[n]}
        if n != open_:
            band.update({"from": low, "to": high, "confirmed": "yes"})
        bands.append(band)
    return bands


# ---- rules ----

def random_rules(rng, p):
    """An id's own rule goes before that of its level."""
    for i, level in p.level.items():
        if level != "questions" and i != "overall" and rng.random() < 0.15:
            rule = random_rule(rng, p, [i], False)
            if rule:
                p.judged[i] = p.rules[i] = rule
    for level in LEVELS:
        ids = [i for i in p.ids[level] if i not in p.judged and (level != "sections" or p.sections[i])]
        if ids and rng.random() < 0.6:
            rule = random_rule(rng, p, ids, len(p.ids[level]) > 1)
            if rule:
                p.judged[level] = rule
                p.rules.update(dict.fromkeys(ids, rule))


def goes_by(p, i, rule):
    of = rule.get("of", p.usual(i))
    return [x for x in of if x in all_below(p, i)] if isinstance(of, list) else p.below(i, of)


def all_below(p, i):
    return [x for level in RANK for x in p.below(i, level)]


def random_of(rng, p, ids):
    levels = sorted({level for level in RANK for i in ids if p.below(i, level)}, key=RANK.get)
    kind = rng.choice(["usual", "usual", "level", "list"])
    if not levels or (kind == "usual" and not any(p.below(i, p.usual(i)) for i in ids)):
        return None
    if kind == "level":
        return {"of": rng.choice(levels)}
    if kind == "list":
        every = sorted({x for i in ids for x in all_below(p, i)})
        return {"of": rng.sample(every, rng.randint(1, len(every)))}
    return {}


def random_rule(rng, p, ids, shared):
    by = rng.choice(["share", "lowest", "mean of percents", "mean of points", "points", "count", "table"])
    rule = {"by": by}
    if by != "share":
        of = random_of(rng, p, ids)
        if of is None:
            return None
        rule.update(of)
        if rng.random() < 0.5:
            rule["unjudged"] = rng.choice(["left-out", "stops"])
    those = {i: goes_by(p, i, rule) for i in ids}
    every = sorted({x for some in those.values() for x in some})
    if by in ("points", "mean of points", "mean of percents") and every and rng.random() < 0.6:
        rule["weights"] = {x: rng.randint(1, 4) for x in rng.sample(every, rng.randint(1, len(every)))}
    if by == "mean of points" and rng.random() < 0.7:
        rule["decimals"] = rng.randint(0, 3)
    if by in ("points", "mean of points"):
        rule["bands"] = random_limits(rng, p, rule, those)
        if rule["bands"] is None:
            return None
    most = 1000 if shared else len(every)
    if by in ("count", "table"):
        rule["rows"] = random_rows(rng, p, [] if shared else every, most)
    if rng.random() < 0.4:
        rule["limit"] = random_limiters(rng, p, ids, most)
    return rule


def random_limits(rng, p, rule, those):
    """Parts of all that there can be, at random; some judgements may get nothing."""
    places = rule.get("decimals", 0)
    times = [10 ** places] if rule["by"] == "mean of points" else [
        sum(rule.get("weights", {}).get(x, 1) for x in some) for some in those.values() if some]
    stops = rule.get("unjudged", "stops" if rule["by"] == "points" else "left-out") == "stops"
    low = min(t * min(p.worth) for t in times) if stops else 0
    high = max(t * max(p.worth) for t in times)
    if high == 0:
        return None
    count = min(len(p.names), high - low + 1, rng.randint(1, 7))
    cuts = sorted(rng.sample(range(low + 1, high + 1), count - 1), reverse=True)
    bands = sorted(rng.sample(range(len(p.names)), count))
    limits = zip(cuts + [low], [high] + [c - 1 for c in cuts])

    def write(n):
        return "%d.%0*d" % (n // 10 ** places, places, n % 10 ** places) if places else "%d" % n

    return {p.names[b]: write(f) if f == t and rng.random() < 0.5 else write(f) + " to " + write(t)
            for b, (f, t) in zip(bands, limits)}


def random_when(rng, p, ids, most):
    when = {}
    for _ in range(rng.choice([1, 1, 2, 3])):
        kind = rng.choice(["is", "is", "any", "at-least", "at-most"])
        some = rng.sample(p.names, rng.randint(1, len(p.names)))
        if kind == "is" and ids:
            when[rng.choice(ids)] = some if len(some) > 1 or rng.random() < 0.5 else some[0]
        elif kind == "any":
            when["any"] = some
        elif most > 0:
            least = kind == "at-least"
            top = min(4, most if least else most - 1)
            when[kind if least else "at-most"] = {b: rng.randint(1 if least else 0, max(top, 1 if least else 0))
                                                  for b in rng.sample(p.names, rng.choice([1, 1, 2])) }
    return when or {"any": [rng.choice(p.names)]}


def random_rows(rng, p, ids, most):
    rows = [{"is": rng.choice(p.names), "when": random_when(rng, p, ids, most)} for _ in range(rng.randint(0, 4))]
    return rows + [{"is": rng.choice(p.names)}]


def random_limiters(rng, p, ids, most):
    """They name what stands on levels below, so that nothing waits for itself."""
    rank = RANK[p.level[ids[0]]] if ids else 0
    lower = [i for i, level in p.level.items() if RANK[level] < rank]
    return [{"when": random_when(rng, p, lower, most), "at-most": rng.choice(p.names[1:])}
            for _ in range(rng.choice([1, 1, 2, 3]))]


# ---- judging, from the words of the manual ----

class Judging:
    """One table, or the cases of a part; `rng`: what is stated is made up on the way, None:
    nothing is."""

    def __init__(self, p, table, rng):
        self.p, self.table, self.rng = p, table, rng
        self.done, self.stated = {}, {}
        for level in sorted(LEVELS, key=RANK.get):
            for i in p.ids[level]:
                self.done[i] = self.judge(i)

    def share(self, i):
        answers = [case[q] for q in self.p.questions(i) for case in self.table]
        return answers.count("yes"), answers.count("yes") + answers.count("no")

    def percent(self, i):
        if self.p.level[i] != "questions":
            return self.done[i]["percent"]
        count, base = self.share(i)
        return None if base == 0 else half_up(Fraction(100 * count, base))

    def band(self, i):
        if self.p.level[i] != "questions":
            return self.done[i]["band"]
        percent = self.percent(i)
        return None if percent is None else self.by_limits(percent)

    def is_open(self, i):
        """Scored, and nothing says how it is judged."""
        if self.p.level[i] != "questions":
            return self.done[i]["open"]
        return self.percent(i) is not None and self.band(i) is None

    def by_limits(self, percent):
        for n, b in enumerate(self.p.bands):
            if "from" in b and b["from"] <= percent <= b["to"]:
                return n
        return None

    def possible(self, percent):
        """Judgements that no known limit rules out."""
        held = self.by_limits(percent)
        if held is not None:
            return {held}
        above = [n for n, b in enumerate(self.p.bands) if "from" in b and b["from"] > percent]
        under = [n for n, b in enumerate(self.p.bands) if "from" in b and b["to"] < percent]
        return set(range(max(above, default=0), min(under, default=len(self.p.bands) - 1) + 1))

    def met(self, when, those):
        for key, value in when.items():
            if key in ("at-least", "at-most"):
                for name, count in value.items():
                    limit = self.p.names.index(name)
                    have = [self.band(x) for x in those if self.band(x) is not None]
                    if key == "at-least" and sum(b <= limit for b in have) < count:
                        return False
                    if key == "at-most" and sum(b >= limit for b in have) > count:
                        return False
                continue
            names = value if isinstance(value, list) else [value]
            meant = [self.p.names.index(name) for name in names]
            if not any(self.band(x) in meant for x in (those if key == "any" else [key])):
                return False
        return True

    def compute(self, i, rule, out):
        """The judgement and points by the rule; whether it is open; all that it may be."""
        p, by = self.p, rule["by"] if rule else "share"
        every = set(range(len(p.names)))
        if by == "share":
            if out["percent"] is None:
                return None, False, set()
            return self.by_limits(out["percent"]), self.by_limits(out["percent"]) is None, self.possible(out["percent"])
        those = goes_by(p, i, rule)
        if by == "mean of percents":
            out.update({"sufficient": 0, "applicable": 0, "percent": None})
        there = [x for x in those if (self.percent(x) if by == "mean of percents" else self.band(x)) is not None]
        if any(self.is_open(x) for x in those if x not in there):
            return None, True, every
        stops = rule.get("unjudged", "stops" if by in ("points", "table") else "left-out") == "stops"
        if not there or (stops and len(there) < len(those)):
            return None, False, set()
        weight = {x: rule.get("weights", {}).get(x, 1) for x in there}
        total = sum(weight.values())
        if by == "lowest":
            band = max(self.band(x) for x in there)
        elif by == "mean of percents":
            out["percent"] = half_up(Fraction(sum(weight[x] * self.percent(x) for x in there), total))
            band = self.by_limits(out["percent"])
            return band, band is None, self.possible(out["percent"])
        elif by in ("points", "mean of points"):
            band = self.points(rule, weight, total, out)
        else:
            band = next(p.names.index(row["is"]) for row in rule["rows"] if self.met(row.get("when", {}), those))
        return band, False, {band}

    def points(self, rule, weight, total, out):
        p = self.p
        have = sum(weight[x] * p.worth[self.band(x)] for x in weight)
        places = rule.get("decimals", 0)
        if rule["by"] == "mean of points":
            have, most = half_up(Fraction(have, total), places), max(p.worth) * 10 ** places
        else:
            most = total * max(p.worth)
        out["points"], out["points-of"] = Fraction(have, 10 ** places), Fraction(most, 10 ** places)
        for name, limits in rule["bands"].items():
            low, high = (limits.split(" to ") * 2)[:2]
            if Fraction(low) <= out["points"] <= Fraction(high):
                return p.names.index(name)
        raise AssertionError("no band holds %s of %s" % (out["points"], rule))

    def judge(self, i):
        p, rule = self.p, self.p.rules.get(i)
        count, base = self.share(i)
        out = {"sufficient": count, "applicable": base,
               "percent": None if base == 0 else half_up(Fraction(100 * count, base))}
        computed, open_, may = self.compute(i, rule, out)
        cap = max((p.names.index(one["at-most"]) for one in (rule or {}).get("limit", [])
                   if self.met(one["when"], goes_by(p, i, rule))), default=0)
        comes_to = computed
        if any(b < cap for b in may):
            out["limited-to"] = p.names[cap]
            if computed is not None:
                out["would-be"] = p.names[computed]
            may = {b for b in may if b >= cap}
            if not may:
                comes_to, may = cap, {cap}
        out["band"] = comes_to
        if self.rng and (self.rng.random() < 0.15 or (comes_to is None and open_)):
            out["band"] = self.rng.randrange(len(p.names))
            self.stated[i] = p.names[out["band"]]
            if rule and out["band"] not in may and (comes_to is not None or open_):
                out["moderated-from"] = None if comes_to is None else p.names[comes_to]
        out["open"] = open_ and out["band"] is None
        if out["band"] is not None and "points" not in out:
            out["points"], out["points-of"] = p.worth[out["band"]], max(p.worth)
        out["judgement"] = None if out["band"] is None else p.names[out["band"]]
        return out

    def wanted(self):
        """As `gwasg scores --format json` says it."""
        def item(i):
            return {k: float(v) if isinstance(v, Fraction) else v
                    for k, v in self.done[i].items() if k not in ("band", "open")}

        out = {level: {i: item(i) for i in self.p.ids[level]} for level in LEVELS[:3]}
        if self.p.domains:
            out["domains"] = {i: item(i) for i in self.p.domains}
        if self.p.ids["overall"]:
            out["overall"] = item("overall")
        return out


# ---- tables and reports ----

def random_table(rng, p):
    mood = rng.choice([["yes"], ["no"], ["na"], ["yes", "no"], ["yes", "no", "na"], ["yes", "yes", "yes", "no"],
                       ["na", "na", "na", "yes", "no"]])
    lean = {q: rng.choice([["yes"], ["no"], ["na"], [], [], []]) for q in p.criterion}
    return [dict({"case": "C%d" % n, "office": rng.choice(["North", "South"])},
                 **{q: rng.choice(mood + 2 * lean[q]) for q in p.criterion})
            for n in range(rng.choice([1, 1, 2, 3, 5, 8, 16]))]


def write_report(folder, name, programme, p, table, stated):
    head = ["case", "office"] + list(p.criterion)
    lines = [",".join(head)] + [",".join(case[h] for h in head) for case in table]
    (folder / (name + ".answers.csv")).write_text("\n".join(lines) + "\n")
    judgements = {}
    for i, band in stated.items():
        one = {"is": band, "reason": "Because."}
        if i == "overall":
            judgements["overall"] = one
        else:
            judgements.setdefault(p.level[i], {})[i] = one
    text = json.dumps({"programme": programme, "area": "Northam", "columns": {"office": ["North", "South"]},
                       "judgements": judgements})
    for yaml in (name + ".yaml", name + "r.yaml"):
        (folder / yaml).write_text(text)


def marks(p, whole, north):
    """Marks with what they must give."""
    for i in whole.done:
        one = whole.done[i]
        if one["judgement"] is not None and one["points"] == int(one["points"]) and \
                "decimals" not in p.rules.get(i, {}):
            yield "points %s" % i, "%d %d -1" % (one["points"], one["points-of"])
        band = -1 if one["band"] is None else one["band"]
        yield "judgement %s" % i, "%d 0 %d" % (band, -1 if one["percent"] is None else one["percent"])
        part = north.done[i]
        yield "score %s where office=North" % i, "%d %d %d" % (
            part["sufficient"], part["applicable"], -1 if part["percent"] is None else part["percent"])


def compare(said, whole, parts):
    """What the JSON says otherwise; "" when all is as it should be."""
    got = json.loads(said)
    for where, have, want in [("all", got, whole.wanted())] + [
            (name, got["areas"][name], part.wanted()) for name, part in parts.items()]:
        for level, items in want.items():
            if have.get(level) != items:
                return "%s: %s: counted %s, the program says %s" % (where, level, items, have.get(level))
    return ""


def judge_batch(driver, root, rng, tables, kinds):
    """So many tables in a folder of their own: what differs, and how many answers there were."""
    asked, wanted = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(Path(root) / "tests/hostile/templates/house-tiny", folder / "templates/house-tiny")
        for n in range(tables):
            if n % PER_PROGRAMME == 0:
                p, programme = Programme(rng), "p%d" % (n // PER_PROGRAMME)
                (folder / "templates" / programme).mkdir()
                (folder / "templates" / programme / "programme.yaml").write_text(p.yaml(programme))
                (folder / "templates" / programme / "report.xsl").write_text("<x/>")
                for rule in p.rules.values():
                    kinds[rule["by"]] = kinds.get(rule["by"], 0) + 1
            table = random_table(rng, p)
            whole = Judging(p, table, rng)
            parts = {o: Judging(p, [c for c in table if c["office"] == o], None) for o in ("North", "South")}
            write_report(folder, "t%d" % n, programme, p, table, whole.stated)
            some = list(marks(p, whole, parts["North"]))
            for report in ("t%d" % n, "t%dr" % n):
                asked += [report + " " + mark for mark, _ in some] + [report + " scores"]
                wanted += [want for _, want in some] + [(whole, parts)]
        run = subprocess.run([driver, folder / "templates", folder], input="\n".join(asked) + "\n",
                             capture_output=True, text=True, check=True)
    said = run.stdout.splitlines()
    assert len(said) == len(wanted)
    return [wrong for a, w, s in zip(asked, wanted, said) for wrong in differences(a, w, s)], len(said)


def differences(asked, wanted, said):
    if said.startswith("fault"):
        return ["%s: %s" % (asked, said[:600])]
    if isinstance(wanted, str):
        return [] if wanted == said else ["%s: counted %s, the program says %s" % (asked, wanted, said)]
    differs = compare(said, *wanted)
    return ["%s: %s" % (asked, differs)] if differs else []


def main():
    driver, root = sys.argv[1:3]
    tables = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20210617
    rng, kinds, answers = random.Random(seed), {}, 0
    for done in range(0, tables, BATCH):
        wrong, count = judge_batch(driver, root, rng, min(BATCH, tables - done), kinds)
        answers += count
        if wrong:
            print("\n".join(wrong[:10]))
            sys.exit("%d of %d answers differ (seed %d, tables from %d on)" % (len(wrong), count, seed, done))
    print("%d answers of %d tables are the same, from answers and from their results; rules: %s"
          % (answers, tables, ", ".join("%s %d" % k for k in sorted(kinds.items()))))


main()
