"""translate_fill.py IN OUT [STATE] -- fills an XLIFF file as a translator would: each unit
without a target gets the English words with a w before each, "the" and "and" in Welsh, its
codes and numbers as they are.  The words are no Welsh; what is tested is that they arrive."""
import re
import sys

UNIT = re.compile(r"(<trans-unit\b.*?)(<source>)(.*?)(</source>\n)(.*?)(\s*</trans-unit>)", re.S)


def word(m):
    w = m.group(0)
    return {"the": "yr", "and": "ac"}.get(w, ("W" if w[0].isupper() else "w") + w)


def words(source):
    parts = re.split(r"(<(?:ph|bpt|ept)\b.*?</(?:ph|bpt|ept)>|&\w+;)", source)
    return "".join(p if i % 2 else re.sub(r"[A-Za-z\u00c0-\u017f]{2,}", word, p)
                   for i, p in enumerate(parts))


def fill(m):
    if "<target" in m.group(5):
        return m.group(0)
    target = f'        <target state="{state}">{words(m.group(3))}</target>\n'
    return "".join(m.group(i) for i in range(1, 5)) + target + m.group(5) + m.group(6)


state = sys.argv[3] if len(sys.argv) > 3 else "translated"
with open(sys.argv[1], encoding="utf-8") as f:
    text = f.read()
with open(sys.argv[2], "w", encoding="utf-8") as f:
    f.write(UNIT.sub(fill, text))
