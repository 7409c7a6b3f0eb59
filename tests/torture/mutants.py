"""mutants.py -- templates with one element or attribute taken out or emptied.  Whatever is
left of it, the program makes a report or says what is wrong, at a place; it never ends in
a fault of its own."""
import os
import random
import re
from xml.parsers import expat

# Which example shows a template.
SHOWS = {"cci-2009": "aldermoor-thornby-2009", "cci-2012": "severnside-2012", "fji-2013": "kestrel-bay-2013",
         "sqs-2013": "westmere-2013", "house-2012": "westmere-2013"}
# What is made of it: by the place of what is spoilt, so that it is the same each time.
WAYS = (["build"], ["build", "--stage", "draft", "--date", "2014-05-14"], ["build", "--stage", "final"], ["figures"])
PLACE = re.compile(rb"^[^\n]+:\d+:\d+: (error|warning): ", re.M)


def spans(text):
    """(start, end of the first tag, start of the last, end) of each element but the root."""
    parser, open_, found = expat.ParserCreate(), [], []

    def start(name, _):
        open_.append(parser.CurrentByteIndex)

    def end(name):
        begin, at = open_.pop(), parser.CurrentByteIndex
        first = tag_end(text, begin)
        empty = text[first - 2:first] == b"/>"
        if open_:
            found.append((begin, first, first if empty else at, first if empty else text.index(b">", at) + 1))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(text, True)
    return found


def tag_end(text, at):
    quote = None
    while quote or text[at:at + 1] != b">":
        c = text[at:at + 1]
        quote = None if c == quote else quote or (c if c in (b'"', b"'") else None)
        at += 1
    return at + 1


def mutants_of(text):
    """(what was done, the bytes it is done to, what stands there instead)."""
    for begin, first, last, end in spans(text):
        line = text.count(b"\n", 0, begin) + 1
        yield f"line {line}: no element", begin, end, b""
        if last > first:
            yield f"line {line}: nothing in the element", first, last, b""
        for m in re.finditer(rb"\s[\w:.-]+=(\"[^\"]*\"|'[^']*')", text[begin:first]):
            at = begin + m.start()
            name = m.group(0).split(b"=")[0].strip().decode()
            yield f"line {line}: no {name}", at, begin + m.end(), b""
            yield f"line {line}: {name} is empty", begin + m.start(1) + 1, begin + m.end(1) - 1, b""


def all_mutants(root):
    found = []
    for folder in sorted(SHOWS):
        below = os.path.join(root, "templates", folder)
        for name in sorted(os.listdir(below)):
            if not name.endswith(".xsl"):
                continue
            with open(os.path.join(below, name), "rb") as f:
                text = f.read()
            found += [(folder, name, *mutant) for mutant in mutants_of(text)]
    return found


def read_templates(root):
    files = {}
    top = os.path.join(root, "templates")
    for folder, _, names in os.walk(top):
        for name in names:
            with open(os.path.join(folder, name), "rb") as f:
                files["templates/" + os.path.relpath(os.path.join(folder, name), top)] = f.read()
    return files


def try_mutant(at, templates, report, name, task):
    folder, file, what, start, end, instead = task
    path = f"templates/{folder}/{file}"
    text = templates[path]
    at.put({**templates, **report, path: text[:start] + instead + text[end:]})
    way = WAYS[start % len(WAYS)]
    ran = at.run([*way, "--lang", "en", "--templates", "templates", "--out", "o", name], seconds=120)
    said = f"{folder}/{file}, {what}, {' '.join(way)}: "
    if ran.status not in (0, 1, 5, 6):
        return [f"{said}exit status {ran.status}: {ran.err.decode('utf-8', 'replace')[-300:]}"]
    if ran.status == 1 and not PLACE.search(ran.err):
        return [f"{said}an error without a place: {ran.err.decode('utf-8', 'replace')[:300]}"]
    return []


def sample(all_, most, seed):
    return all_ if most >= len(all_) else random.Random(seed).sample(all_, most)
