"""data.py GWASG REPORT LANG FOLDER -- the data of a report against its answers and its figures:
CSV and JSON say the same, and the description names the columns; a count over all cases is what a
count of answers.csv gives; every figure is there; a small number is there only if it is printed."""
import csv
import json
import os
import re
import subprocess
import sys

ONES = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WELSH = ["un", "dau|dwy|ddau|ddwy", "tri|tair", "pedwar|pedair", "pump?", "chwech?", "saith", "wyth", "naw", "deg"]
ENGLISH = {"how many", "the same in words", "of a score",
           "What the report counts and prints. Numbers of people from N to N that it does not print, and what gives them "
           "away, are left out."}
faults = []


def spelt(n, lang):
    """As a pattern; of none, what nothing matches."""
    if lang == "cy":
        return WELSH[n - 1] if 0 < n <= len(WELSH) else "(?!)"
    if n < 20:
        return ONES[n - 1] if n > 0 else "(?!)"
    return TENS[n // 10 - 2] + ("-" + ONES[n % 10 - 1] if n % 10 else "") if n < 100 else "(?!)"


def number(text):
    return int(text) if text else None


def load(folder, report, lang):
    path = os.path.join(folder, f"{os.path.basename(report)}.{lang}.data")
    with open(path + ".csv", newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    with open(path + ".csv-metadata.json", encoding="utf-8") as f:
        metadata = json.load(f)
    with open(path + ".json", encoding="utf-8") as f:
        data = json.load(f)
    columns = metadata["tableSchema"]["columns"]
    names, titles = [c["name"] for c in columns], [c["titles"] for c in columns]
    if metadata["url"] != os.path.basename(path) + ".csv" or titles != list(rows[0]) or data["columns"] != columns:
        faults.append("the description is of another table")
    if metadata["@context"][1] != {"@language": lang} or (titles == names) != (lang == "en"):
        faults.append(f"the heads are in another language: {titles}")
    said = {c["dc:description"] for c in columns} | {re.sub("[0-9]+", "N", metadata["dc:description"])}
    if "" in said or said & ENGLISH != (ENGLISH if lang == "en" else set()):
        faults.append(f"it is described in another language: {said}")
    rows = [dict(zip(names, row.values())) for row in rows]
    for row, same in zip(rows, data["rows"], strict=True):
        for name in names:
            value = same[name]
            text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            if text != row[name].removeprefix("'"):
                faults.append(f"{row['name']}: {name} is {row[name]!r} and {value!r}")
    return rows


def check_answers(rows, report):
    """Of the questions whose answers are yes and no."""
    with open(os.path.join(report, "answers.csv"), newline="", encoding="utf-8") as f:
        answers = list(csv.DictReader(f))
    checked = 0
    for row in rows:
        given = [a[row["name"]] for a in answers] if row["name"] in answers[0] else []
        if row["part"] or not set(given) or set(given) - {"yes", "no", "na", ""}:
            continue
        count, base = given.count("no" if row["counted"] == "not" else "yes"), given.count("yes") + given.count("no")
        checked += 1
        if row["counted"] == "applicable":
            count, base = base, None
        if number(row["count"]) not in (None, count) or number(row["base"]) not in (None, base):
            faults.append(f"{row['name']}: {row['count']} of {row['base']}; answers.csv has {count} of {base}")
    return checked


def prints(family, n, lang):
    return re.search(rf"(?<![\w.,]){n:,}(?![\w%]|[.,]\d)|(?<![\w-])({spelt(n, lang)})(?![\w-])", family, re.I)


def small_number(report):
    """The programme's, or that of the one that it is based on."""
    key = lambda name, path: re.search(rf"^{name}: *(\S+)", open(path, encoding="utf-8").read(), re.M)
    templates = os.path.join(os.path.dirname(__file__), "..", "..", "templates")
    name = key("programme", os.path.join(report, "inspection.yaml"))
    while name:
        path = os.path.join(templates, name[1], "programme.yaml")
        if small := key("small-number", path):
            return int(small[1])
        name = key("base", path)
    return 0


def check_small(rows, figures, lang, least):
    families = {}
    for f in figures:
        families.setdefault((f["name"].split("=")[0], f["part"]), []).append(f["printed"])
    for row in rows:
        if row["name"].split()[:1] in (["national"], ["earlier"], ["points"], []) or not row["count"] or not row["base"]:
            continue
        family = " ".join(families[row["name"].split("=")[0], row["part"]])
        count, base = number(row["count"]), number(row["base"])
        if "=" in row["name"] or (prints(family, count, lang) and prints(family, base, lang)):
            continue
        for n in (count, base, base - count):
            if 0 < n < least and not prints(family, n, lang):
                faults.append(f"{row['name']} {row['part']}: {count} of {base} gives away {n}")


def check_rest(rows, figures, lang, least):
    """What is left of the whole when a part is taken from it, unless that part is printed whole."""
    wholes = {(r["name"], r["counted"]): r for r in rows if not r["part"] and r["count"] and r["base"]}
    for row in rows:
        whole = wholes.get((row["name"], row["counted"])) if row["part"] and row["count"] and row["base"] else None
        if whole is None or not row["name"]:
            continue
        family = " ".join(f["printed"] for f in figures if f["name"] == row["name"] and f["part"] == row["part"])
        if prints(family, number(row["count"]), lang) and prints(family, number(row["base"]), lang):
            continue
        count, base = (number(whole[k]) - number(row[k]) for k in ("count", "base"))
        for n in (count, base, base - count):
            if 0 < n < least and base >= count >= 0:
                faults.append(f"{row['name']} {row['part']}: {n} are left of the whole")


def main():
    gwasg, report, lang, folder = sys.argv[1:]
    report = report.rstrip("/")
    rows = load(folder, report, lang)
    listed = subprocess.run([gwasg, "figures", "--format", "csv", "--lang", lang, "--document", "report", report],
                            check=True, capture_output=True).stdout.decode("utf-8")
    figures = [f for f in csv.DictReader(listed.splitlines()) if (f["name"] or f["source"]) and f["place"] != "answers"]
    measures = {(r["name"], r["part"], r["counted"] == "not") for r in rows}
    typed = {(r["printed"], r["source"]) for r in rows}
    for f in figures:
        if f["name"] and (f["name"], f["part"], f["not"] == "not") not in measures or \
                not f["name"] and (f["printed"], f["source"]) not in typed:
            faults.append(f"{f['place']}: {f['printed']} of {f['name']} is not there")
    counted = check_answers(rows, report) if os.path.exists(os.path.join(report, "answers.csv")) else 0
    least = small_number(report)
    check_small(rows, figures, lang, least)
    check_rest(rows, figures, lang, least)
    for fault in faults:
        print(f"{report} {lang}: {fault}")
    print(f"{os.path.basename(report)} {lang}: {len(rows)} measures, {counted} counted again")
    sys.exit(1 if faults else 0)


main()
