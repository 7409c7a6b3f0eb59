"""schema.py GWASG EXAMPLE TEMPLATES REPORT... -- the schemas of `gwasg schema` by another's
validator.  What gwasg reads, an editor must not mark: each REPORT that it reads, and odd but
right ways to write a value; and what gwasg refuses in a field, an editor marks."""
import json
import os
import re
import subprocess
import sys

import jsonschema
import yaml

gwasg, example, templates, reports = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
faults = []


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days are text, `no` is a word."""


Loader.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})$"), first)


def named(value):
    """JSON has no other keys than words."""
    if isinstance(value, dict):
        return {str(k): named(v) for k, v in value.items()}
    return [named(v) for v in value] if isinstance(value, list) else value


def load(text):
    return named(yaml.load(text, Loader))


validators = {}


def validator(programme):
    if programme not in validators:
        command = [gwasg, "schema"] + (["--templates", templates, programme] if programme else [])
        schema = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        validators[programme] = kind(schema)
    return validators[programme]


def marked(text):
    """What an editor would mark, in the programme's schema and in the one for all."""
    data = load(text)
    said = [e.message[:90] for e in validator(data["programme"]).iter_errors(data)]
    if data["programme"] in validator("").schema["definitions"] and bool(said) != (not validator("").is_valid(data)):
        faults.append(f"the schema of {data['programme']} and that for all differ: {said}")
    return said


def reads(folder):
    """Whether gwasg reads it, or, whatever it says besides, its inspection.yaml."""
    run = subprocess.run([gwasg, "build", "--dump", "model", "--diagnostics", "short", "--templates",
                          templates, folder], capture_output=True, text=True)
    return run.returncode == 0, run.stderr


count = 0
for report in reports:
    if not reads(report)[0]:
        continue
    count += 1
    with open(os.path.join(report, "inspection.yaml"), encoding="utf-8") as f:
        for message in marked(f.read()):
            faults.append(f"{report}: marked, and gwasg reads it: {message}")
if count < 80:
    faults.append(f"only {count} reports were read")

with open(os.path.join(example, "inspection.yaml"), encoding="utf-8") as f:
    right = f.read()
path = os.path.join(example, "inspection.yaml")
area, isbn, image = "area: Severnside\n", "isbn: 978-1-84099-990-7\n", "  - criteria: [\"2.2\"]\n"

# What is written instead of what, and whether gwasg takes it.
TRIED = [
    (area, "area: 1066\n", True),
    (area, "area: {en: Severnside, cy: {name: Glannau Hafren, in: yng Nglannau Hafren, of: o Lannau Hafren, to: i Lannau Hafren, and: a Glannau Hafren}}\n", True),
    (area, "area: {en: Severnside, cy: }\n", True),
    (area, "area: ((? which ?))\n", True),
    (area, "area: [Severnside]\n", False),
    (area, "area: {cy: Glannau Hafren}\n", False),
    (area, "", False),
    (isbn, "isbn: 9781840999907\n", True),
    (isbn, "isbn: {en: 978-1-84099-990-7, cy: }\n", True),
    (isbn, "isbn:\n", True),
    (isbn, "isbn: 978-1-84099-990\n", False),
    (isbn, "isbn: 878-1-84099-990-7 x\n", False),
    (isbn, "isbn: {de: 978-1-84099-990-7}\n", False),
    ("published: 2012-06-20", "published: \"2012-06-20\"", True),
    ("published: 2012-06-20", "published: ((? the day ?))", True),
    ("published: 2012-06-20", "published: 20 June 2012", False),
    ("published: 2012-06-20", "published: 2012-13-20", False),
    ("published: 2012-06-20", "published: 2012-06", True),
    ("published: 2012-06-20", "published: 2012", False),
    ("published: 2012-06-20", "published:", False),
    ("published: 2012-06-20", "publishd: 2012-06-20", False),
    ("role: chief-inspector", "role: \"((? who ?))\"", True),
    ("role: chief-inspector", "role: Chief Inspector", True),
    ("role: chief-inspector", "rôle: chief-inspector", False),
    (", role: chief-inspector", "", False),
    (image, "  - criteria: [2.2]\n", True),
    (image, "  - criteria: [9.2]\n", False),
    (image, "  - criteria: \"2.2\"\n", False),
    (image, "  - criterion: [\"2.2\"]\n", False),
    ("  \"1.2\":\n", "  1.2:\n", True),
    ("  \"1.2\":\n", "  \"1.9\":\n", False),
    ("columns: {office: [Northam, Southam]}", "columns: {office: Northam}", False),
    ("foreword: {file: foreword.md}", "foreword: {file: foreword.md, id: foreword}", True),
    ("foreword: {file: foreword.md}", "foreword: |\n  A day.", True),
    ("foreword: {file: foreword.md}", "foreword: {text: foreword.md}", False),
    ("foreword: {file: foreword.md}", "foreword: [foreword.md]", False),
    ("names: [Leah Fairbrother]", "names: [2012, true]", True),
    ("names: [Leah Fairbrother]", "names: Leah Fairbrother", False),
    ("names: [Leah Fairbrother]", "names: {a: Leah Fairbrother}", False),
    (area, area + "judgements:\n", True),
    ("accepted:\n", "accepted:\n  - {check: NUMBER_SMALL, by: H, reason: 12}\n", True),
    ("accepted:\n", "accepted:\n  - {check: FILE_MISSING, by: H, reason: x}\n", False),
    ("accepted:\n", "accepted:\n  - {check: NUMBER_SMALL, reason: x}\n", False),
    (area, area + "judgements: {criteria: {1.1: {is: moderate, reason: 7}}}\n", True),
    (area, area + "judgements: {criteria: {1.1: moderate}}\n", False),
    (area, area + "judgements: {criteria: {1.1: {is: good}}}\n", False),
    (area, area + "judgements: {criterion: {1.1: {is: moderate}}}\n", False),
    ("glossary:\n", "glossary:\n  X: {term: {en: Y}, meaning: Z, sort-as: }\n", True),
    ("glossary:\n", "glossary:\n  X: {term: Y}\n", False),
    (area, area + "scores: {criteria: {1.1: -3}}\n", False),
    (area, area + "scores: {criteria: {1.1: 7.5}}\n", False),
    (area, area + "scores: {criteria: {1.1: most}}\n", False),
    ("programme: cci-2012", "programme: cci-2021", False),
]
OF_FIELDS = re.compile(r"inspection\.yaml.*\[(KEY_|VALUE_|DATE_WRONG|ISBN_WRONG|PROGRAMME_UNKNOWN|YAML_COLON)")
for old, new, taken in TRIED:
    assert old in right, old
    text = right.replace(old, new, 1)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    said = [line for line in reads(example)[1].split("\n") if OF_FIELDS.search(line)]
    if bool(said) == taken:
        faults.append(f"{new!r}: gwasg says {said[:1] or 'nothing'}")
    if "cci-2021" in new:
        caught = not validator("").is_valid(load(text)) and not validator("cci-2012").is_valid(load(text))
    else:
        caught = bool(marked(text))
    if caught == taken:
        faults.append(f"{new!r}: an editor marks {'it' if caught else 'nothing'}")

# What is shown: each field says what it is for, each criterion what it is.
schema = validator("cci-2012").schema
for name, field in schema["properties"].items():
    if len(field.get("description", "")) < 10:
        faults.append(f"{name}: nothing is said of it")
one = schema["properties"]["findings"]["properties"]["1.1"]
if not one["description"].startswith("Risk of harm to others: ") or "**1.1 Risk" not in one["markdownDescription"]:
    faults.append(f"1.1: {one['description']}")
known = {c["const"]: c["description"] for c in validator("").schema["properties"]["programme"]["oneOf"]}
if "inspection" not in known.get("cci-2012", "").lower() or "sqs-2013" not in known:
    faults.append(f"programmes: {known}")

print(f"{count} reports, {len(TRIED)} values")
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
