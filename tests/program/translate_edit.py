"""translate_edit.py FILE WHAT ARGUMENT... -- edits a delivered XLIFF file in place and
prints the uid of the unit that it has spoilt.

  drop N            takes out the N-th unit with a target
  number N          makes the first number in the words of such a unit another
  code N            takes the first code out of the target of the N-th that has one
  target UID TEXT   sets the target of a unit
"""
import re
import sys

path, what = sys.argv[1:3]
with open(path, encoding="utf-8") as f:
    text = f.read()
UNIT = re.compile(r" *<trans-unit id=\"([^\"]+)\".*?</trans-unit>\n", re.S)
TARGET = re.compile(r"(<target[^>]*>)(.*?)(</target>)", re.S)
CODE = re.compile(r"<(ph|bpt|ept)\b.*?</\1>", re.S)
NUMBER = re.compile(r"(?<![\w#&;])(\d+)(?!\w)")


def words(unit):
    return CODE.sub("", TARGET.search(unit).group(2))


def fits(unit):
    if not TARGET.search(unit):
        return False
    if what == "number":
        return NUMBER.search(words(unit)) is not None
    return what == "drop" or (what == "code" and CODE.search(TARGET.search(unit).group(2)))


def edited(unit):
    m = TARGET.search(unit)
    target = m.group(2)
    if what == "drop":
        return ""
    if what == "number":
        pieces = re.split(r"(<(?:ph|bpt|ept)\b.*?</(?:ph|bpt|ept)>)", target)
        for i in range(0, len(pieces), 2):
            if NUMBER.search(pieces[i]):
                pieces[i] = NUMBER.sub(lambda n: n.group(1) + "7", pieces[i], count=1)
                break
        target = "".join(pieces)
    elif what == "code":
        target = CODE.sub("", target, count=1)
    return unit[:m.start(2)] + target + unit[m.end(2):]


if what == "target":
    uid = sys.argv[3]
    unit = next(m for m in UNIT.finditer(text) if m.group(1) == uid)
    m = TARGET.search(unit.group(0))
    new = unit.group(0)[:m.start(2)] + sys.argv[4] + unit.group(0)[m.end(2):]
else:
    unit = [m for m in UNIT.finditer(text) if fits(m.group(0))][int(sys.argv[3])]
    new = edited(unit.group(0))
with open(path, "w", encoding="utf-8") as f:
    f.write(text[:unit.start()] + new + text[unit.end():])
print(unit.group(1))
