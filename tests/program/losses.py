"""losses.py KIND SEED DELIVERY OUT -- takes one thing away at random from each unit of a good
delivery that has such a thing, and prints the names of those units.

  sentence   one of two or more sentences of the target
  code       a figure, or the beginning, the end or both of a pair
  segment    the target is cut into segments as tools do it, and one of them is not there
  empty      the same, and one is empty
  second     the same as XLIFF 2, and one segment has no target
  english    one sentence is that of the English
"""
import random
import re
import sys
from xml.sax.saxutils import quoteattr

kind, seed, source, out = sys.argv[1:]
chance = random.Random(f"{kind} {seed}")
UNIT = re.compile(r" *<trans-unit .*?</trans-unit>\n", re.S)
END = re.compile(r"(?<=[a-zâêîôûŵŷ][.!?])(?:&quot;|’|\")? (?=[A-Z&<])")
CODE = re.compile(r"<(?:ph|bpt|ept)\b.*?</(?:ph|bpt|ept)>")


def sentences(text):
    """A sentence of a pair that goes on in the next is no sentence by itself."""
    found, at = [], 0
    for m in END.finditer(text):
        piece = text[at:m.end()]
        if piece.count("<bpt") == piece.count("<ept"):
            found.append(piece.rstrip())
            at = m.end()
    return found + [text[at:]]


def without_code(target):
    """Of a span in Welsh and a break of lines nothing is lost."""
    codes = [m.group(0) for m in CODE.finditer(target)]
    free = {re.search(r'id="(\d+)"', c).group(1) for c in codes if ">](lang:cy)<" in c or r">\<" in c}
    codes = [c for c in codes if re.search(r'id="(\d+)"', c).group(1) not in free]
    return target.replace(chance.choice(codes), "", 1) if codes else None


def cut(texts, gone=None, empty=False):
    return " ".join(f'<mrk mtype="seg" mid="{i}">{"" if i == gone else t}</mrk>'
                    for i, t in enumerate(texts) if i != gone or empty)


def second(name, en, cy, gone):
    pieces = []
    for i, (e, c) in enumerate(zip(en, cy)):
        target = "" if i == gone else f"<target>{c}</target>"
        pieces.append(f'<segment id="s{i}" state="translated"><source>{e}</source>{target}</segment>')
    between = "<ignorable><source> </source></ignorable>"
    codes = {"ph": "ph", "bpt": "sc", "ept": "ec"}

    def code(m):
        tag = codes[m.group(1)]
        ident = "startRef" if tag == "ec" else "id"
        return f'<{tag} {ident}="{m.group(2)}"/>'
    text = re.sub(r'<(ph|bpt|ept) id="(\d+)"[^>]*>.*?</\1>', code, between.join(pieces))
    return f"<unit id={quoteattr(name)}>{text}</unit>\n"


def lost(name, unit):
    s = re.search(r"<source>(.*?)</source>\n", unit)
    t = re.search(r"(<target[^>]*>)(.*?)</target>", unit)
    en, cy = sentences(s.group(1)), sentences(t.group(2))
    target, cut_source = None, ""
    if kind == "code":
        target = without_code(t.group(2))
    elif len(en) == len(cy) > 1:
        gone = chance.randrange(len(cy))
        if kind == "second":
            return second(name, en, cy, gone)
        if kind == "sentence":
            target = " ".join(cy[:gone] + cy[gone + 1:])
        elif kind == "english":
            target = " ".join(cy[:gone] + [re.sub(r' equiv-text="[^"]*"', "", en[gone])] + cy[gone + 1:])
        else:
            target, cut_source = cut(cy, gone, kind == "empty"), f"<seg-source>{cut(en)}</seg-source>"
    if target is None:
        return None
    return unit[:s.end()] + cut_source + t.group(1) + target + unit[t.end(2):]


with open(source, encoding="utf-8") as f:
    text = f.read()
spoilt = []
for m in UNIT.finditer(text):
    name = re.search(r'id="([^"]+)"', m.group(0)).group(1)
    piece = lost(name, m.group(0))
    if piece is not None:
        spoilt.append(piece)
        print(name)
head, tail = text[:text.index("      <trans-unit")], "    </body>\n  </file>\n</xliff>\n"
if kind == "second":
    original = re.search(r'original="([^"]+)"', head).group(1)
    head = ('<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.1" srcLang="en" trgLang="cy" '
            f'xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f" original="{original}">\n')
    tail = "</file></xliff>\n"
with open(out, "w", encoding="utf-8") as f:
    f.write(head + "".join(spoilt) + tail)
