"""wording_edit.py -- deliveries of fixed wording.

    wording_edit.py FILE OUT COUNT STATE   COUNT units have another Welsh, in that state; prints their names.
    wording_edit.py FILE OTHER             the names of units whose target differs.
    wording_edit.py FILE OUT NAME=WELSH... [STATE]   those units, by resname; "@" keeps the Welsh.

What is changed is found by chance, which is the same each time."""
import random
import re
import sys

UNIT = re.compile(r' <trans-unit id="([^"]*)" resname="([^"]*)".*?</trans-unit>', re.S)
WORD = re.compile(r'(<target state=")[^"]*(">[^<]*\w)')


def targets(path):
    with open(path, encoding="utf-8") as f:
        units = UNIT.finditer(f.read())
    return {u.group(1): (re.findall("<target.*?>(.*)</target>", u.group(0)) or [""])[0] for u in units}


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


def some(text, count, state):
    units = [u for u in UNIT.finditer(text) if WORD.search(u.group(0))]
    chosen = {u.group(1) for u in random.Random(7).sample(units, count)}
    print("\n".join(sorted(chosen)))

    def change(u):
        if u.group(1) not in chosen:
            return u.group(0)
        return WORD.sub(rf"\g<1>{state}\g<2> newydd", u.group(0), count=1)
    return UNIT.sub(change, text)


def named(text, pairs, state):
    wanted = dict(pair.split("=", 1) for pair in pairs)

    def change(u):
        welsh = wanted.get(u.group(2))
        if welsh is None:
            return u.group(0)
        had = re.search("<target[^>]*>(.*)</target>", u.group(0))
        welsh = had.group(1) if welsh == "@" else welsh
        unit = re.sub(r"\n *<target.*</target>", "", u.group(0))
        return unit.replace("</source>", f'</source>\n        <target state="{state}">{welsh}</target>', 1)
    return UNIT.sub(change, text)


def main(source, other, *rest):
    if not rest:
        one, two = targets(source), targets(other)
        print("\n".join(sorted(u for u in one.keys() | two.keys() if one.get(u) != two.get(u))))
        return
    with open(source, encoding="utf-8") as f:
        text = f.read()
    if rest[0].isdigit():
        write(other, some(text, int(rest[0]), rest[1]))
    else:
        state = rest[-1] if "=" not in rest[-1] else "translated"
        write(other, named(text, [r for r in rest if "=" in r], state))


main(*sys.argv[1:])
