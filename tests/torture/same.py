"""same.py -- the same input gives the same bytes, whatever the machine is like; and made-up
reports, of which each ends in a report or in what is wrong with it."""
import os
import random
import re

import place
import works

# What is made of a report, in the folder o.
MADE = ("build --stage final --out o", "build --stage draft --date 2012-05-14 --out o", "build --lang en+cy --out o",
        "figures --out o", "translate export --out o", "scores --format json", "release --by Ann --date PUBLISHED")

VARIATIONS = {
    "another zone": {"TZ": "Pacific/Auckland"},
    "another locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "cy_GB.UTF-8", "LANGUAGE": "tr"},
    "another umask": {"umask": 0o077},
    "another folder to stand in": {"cwd": "/"},
    "another home": {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
    "another order of names": {"TORTURE_ORDER": "7"},
    "still another order": {"TORTURE_ORDER": "3"},
    "another time of day": {"TORTURE_CLOCK": "40000"},
    "another year": {"TORTURE_CLOCK": "900000000"},
    "other times of files": {"times": 1},
    "no random addresses": {"prefix": ("setarch", "-R")},
}


def tasks(root, reports):
    return [(name, report, words) for report in reports for words in MADE for name in ("as it is", *VARIATIONS)
            if "cy" not in words or os.path.exists(os.path.join(root, "examples", report, "cy.xlf"))]


def made(at, root, task):
    """What a variation makes: output and files."""
    name, report, words = task
    at.put({**works.example(root, report), "templates/": None})
    how = dict(VARIATIONS.get(name, {}))
    if how.pop("times", None):
        for folder, _, names in os.walk(at.work):
            for one in names:
                os.utime(os.path.join(folder, one), (1e9, 1e9))
    text = at.files()[report + "/inspection.yaml"].decode()
    words = words.replace("PUBLISHED", re.search("^published: (.*)", text, re.M).group(1)).split()
    if how.get("cwd"):
        words = [os.path.join(at.work, "o") if word == "o" else word for word in words]
        report = os.path.join(at.work, report)
    ran = at.run([*words, report], **how)
    return ran.status, ran.out.replace(at.work.encode() + b"/", b""), ran.files


def compare(wanted, got):
    if got[0] != wanted[0]:
        return f"exit status {got[0]}, not {wanted[0]}"
    if got[1] != wanted[1]:
        return "other output"
    return place.difference(got[2], wanted[2])


# ---- made-up reports ----

WORDS = ("cases plan risk young people the of in and was not Siân ŵyl 12 of the 33 34% LCSB RMP, RMP. (see) “so” ‘no’ "
         "don't … – — £4,000 1.5 points  ((x)) {{y}} <b> & * ** _ __ # > - 1. | \\ / https://example.org/a/b "
         "verylongwordthatisnotbrokenanywhereatall Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch "
         "- ((score overall)) ((lor-plan n of cases)) ((lor-plan words)) ((typed 3)) [link](#x) ![](y.png) `code`").split(" ")


def some_text(pick):
    return " ".join(pick.choice(WORDS) for _ in range(pick.choice((0, 1, 3, 20, 200))))


def spoilt_yaml(pick, text):
    """Lines taken out, doubled, moved, reworded."""
    rows = text.split("\n")
    for _ in range(pick.choice((1, 1, 2, 4, 12))):
        i, what = pick.randrange(len(rows)), pick.randrange(6)
        if what == 0:
            del rows[i]
        elif what == 1:
            rows.insert(i, rows[i])
        elif what == 2:
            rows.insert(pick.randrange(len(rows)), rows.pop(i))
        elif what == 3:
            rows[i] = re.sub(r"(: |- )\S.*", lambda m: m.group(1) + some_text(pick), rows[i])
        elif what == 4:
            rows[i] = re.sub(r"\b[A-Za-z]{4,}\b", lambda m: pick.choice(WORDS) if pick.random() < 0.3 else m.group(0),
                             rows[i])
        else:
            rows[i] = rows[i] + some_text(pick)
        if not rows:
            rows = [""]
    return "\n".join(rows)


def spoilt_table(pick, text):
    rows = [row.split(",") for row in text.split("\n") if row]
    cells = sorted({cell for row in rows[1:] for cell in row})
    share = pick.choice((0, 0.01, 0.3, 1))
    for row in rows[1:]:
        for i in range(1, len(row)):
            if pick.random() < share:
                row[i] = pick.choice(cells)
    keep = pick.choice((1, 2, len(rows), len(rows)))
    return "\n".join(",".join(row) for row in rows[:keep]) + "\n"


def made_up(root, number, seed):
    """The number-th made-up report: its files and its name."""
    pick = random.Random(f"{seed} {number}")
    name = pick.choice(("westmere-2013", "porthelyrch-2013", "aldermoor-thornby-2009", "kestrel-bay-2013"))
    files = works.example(root, name)
    for path in sorted(files):
        if not path.endswith((".yaml", ".csv", ".md", ".xlf")) or pick.random() < 0.3:
            continue
        text = files[path].decode("utf-8")
        spoil = spoilt_table if path.endswith(".csv") else spoilt_yaml
        files[path] = spoil(pick, text).encode("utf-8")
    return name, files


def try_made_up(at, root, number, seed):
    """Half of a text, then: a message at a place, never a fault of the program."""
    name, files = made_up(root, number, seed)
    at.put(files)
    stage = ("proof", "draft", "final")[number % 3]
    ran = at.run(["build", "--stage", stage, "--date", "2012-05-14", "--out", "o", name], seconds=120)
    if ran.status not in (0, 1, 5, 6):
        return [f"report {number}: exit status {ran.status}: {ran.err.decode('utf-8', 'replace')[-300:]}"]
    if ran.status != 0 and b"error: " not in ran.err:
        return [f"report {number}: exit status {ran.status} without an error"]
    return []
