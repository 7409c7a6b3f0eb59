"""xliff_check.py FILE... -- XLIFF 1.2 as its specification has it, as far as our files use
it: elements and their order, attributes and their values, names given once, codes in pairs,
and in a target only the codes of its source.  Prints what is wrong; says nothing of words."""
import re
import sys
import xml.etree.ElementTree as ET

NS = "{urn:oasis:names:tc:xliff:document:1.2}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
STATES = ("final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n "
          "needs-review-translation needs-translation new signed-off translated").split()
QUALIFIERS = ("exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited "
              "leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar "
              "rejected-inaccurate rejected-length rejected-spelling tm-suggestion").split()
PAIRED = "bold italic underlined link".split()
SINGLE = "image pb lb".split()
YES_NO = "yes no".split()
SPACE = "default preserve".split()
INLINE = "g x bx ex bpt ept ph it mrk"

# An element's children, in order, with how often: "?" at most once, "+" at least once,
# "*" any number; a set in brackets in any order.
CHILDREN = {
    "xliff": "file+", "file": "header? body", "body": "(group trans-unit bin-unit)*",
    "header": "skl? phase-group? (glossary reference count-group prop-group note tool)*",
    "group": "(context-group count-group prop-group note)* (group trans-unit bin-unit)*",
    "trans-unit": "source seg-source? target? "
                  "(context-group count-group prop-group note alt-trans)*",
    "alt-trans": "source? seg-source? target+ (context-group prop-group note)*",
    "source": f"({INLINE})*", "target": f"({INLINE})*", "g": f"({INLINE})*",
    "mrk": f"({INLINE})*", "note": "", "tool": "", "ph": "(sub)*", "bpt": "(sub)*",
    "ept": "(sub)*", "it": "(sub)*", "x": "", "bx": "", "ex": "",
}
TEXT = set("source target g mrk note ph bpt ept it sub tool".split())

# An element's attributes: what value each has; "!" before those that must be there.
ANY, LANG, NUMBER = re.compile(r".+", re.S), LANGUAGE, re.compile(r"[1-9][0-9]*\Z")
EXTENSIBLE = re.compile(r"x-.+")
CODE = {"!id": ANY, "ts": ANY, "crc": ANY, "equiv-text": ANY, "xid": ANY}
ATTRIBUTES = {
    "xliff": {"!version": ["1.2"], XML + "lang": LANG},
    "file": {"!original": ANY, "!source-language": LANG, "!datatype": ANY,
             "target-language": LANG, "tool-id": ANY, "date": ANY, XML + "space": SPACE,
             "product-name": ANY, "category": ANY},
    "header": {}, "body": {},
    "tool": {"!tool-id": ANY, "!tool-name": ANY, "tool-version": ANY, "tool-company": ANY},
    "group": {"id": ANY, "resname": ANY, "restype": ANY, XML + "space": SPACE},
    "trans-unit": {"!id": ANY, "resname": ANY, "approved": YES_NO, "translate": YES_NO,
                   "maxwidth": NUMBER, "size-unit": ["char", "byte", "pixel"],
                   XML + "space": SPACE, "restype": ANY},
    "source": {XML + "lang": LANG},
    "target": {XML + "lang": LANG, "state": STATES, "state-qualifier": QUALIFIERS},
    "note": {"from": ANY, XML + "lang": LANG, "priority": NUMBER,
             "annotates": ["source", "target", "general"]},
    "alt-trans": {"alttranstype": ["proposal", "previous-version", "rejected", "reference",
                                   "accepted"],
                  "match-quality": ANY, "origin": ANY, "mid": ANY, "tool-id": ANY,
                  XML + "lang": LANG, XML + "space": SPACE},
    "ph": dict(CODE, ctype=SINGLE, assoc=["preceding", "following", "both"]),
    "bpt": dict(CODE, ctype=PAIRED, rid=ANY), "ept": dict(CODE, rid=ANY),
}
MAY_BE_X = {"ctype", "state", "state-qualifier", "datatype", "restype", "size-unit"}

faults = []


def fault(where, text):
    faults.append(f"{where}: {text}")


def name_of(element):
    return element.tag[len(NS):] if element.tag.startswith(NS) else element.tag


def pattern_of(spec):
    """"source target? (note)*" as a regular expression over "source,target,note,"."""
    pattern = ""
    for names, single, often in re.findall(r"\(([^)]*)\)\*|([a-z0-9-]+)([?+*]?)", spec):
        one = "|".join(re.escape(n) for n in (names or single).split())
        pattern += f"(?:(?:{one}),)" + ("*" if names else often)
    return re.compile(pattern + r"\Z")


ORDER = {name: pattern_of(spec) for name, spec in CHILDREN.items()}


def check_value(where, name, value, allowed):
    if name in MAY_BE_X and EXTENSIBLE.match(value):
        return
    good = value in allowed if isinstance(allowed, list) else allowed.match(value)
    if not good:
        fault(where, f'{name}="{value}"')


def check_attributes(where, element, name):
    known = ATTRIBUTES.get(name)
    if known is None:
        return
    for key in known:
        if key.startswith("!") and key[1:] not in element.attrib:
            fault(where, f"<{name}> without {key[1:]}")
    for key, value in element.attrib.items():
        allowed = known.get(key, known.get("!" + key))
        if allowed is None:
            fault(where, f"<{name}> has no attribute {key}")
        else:
            check_value(where, key, value, allowed)


def check_element(where, element):
    name = name_of(element)
    if name not in ORDER:
        fault(where, f"<{name}> is not used here")
        return
    children = "".join(name_of(c) + "," for c in element)
    if not ORDER[name].match(children):
        fault(where, f"in <{name}>: {children.rstrip(',') or 'nothing'}")
    words = (element.text or "") + "".join(c.tail or "" for c in element)
    if name not in TEXT and words.strip():
        fault(where, f"text in <{name}>: {words.strip()[:30]!r}")
    check_attributes(where, element, name)
    for child in element:
        check_element(where, child)


def codes_of(where, content):
    """Codes by kind and id; pairs open before they close, and close as they opened."""
    codes, open_ones = {}, []
    for c in content:
        kind, id = name_of(c), c.get("id")
        if (kind, id) in codes or (kind == "ph" and ("bpt", id) in codes):
            fault(where, f"code {id} twice")
        codes[kind, id] = c.text or ""
        if kind == "bpt":
            open_ones.append(id)
        elif kind == "ept" and (not open_ones or open_ones.pop() != id):
            fault(where, f"code {id} closes what is not open")
    for id in open_ones:
        fault(where, f"code {id} stays open")
    return codes


def check_codes(where, unit):
    source = unit.find(NS + "source")
    codes = codes_of(where, source if source is not None else [])
    target = unit.find(NS + "target")
    if target is not None and target.get("state") != "needs-adaptation":
        for key, text in codes_of(where, target).items():
            if codes.get(key) != text:
                fault(where, f"the target has another <{key[0]}> {key[1]} than the source")
    for alt in unit.findall(NS + "alt-trans"):
        for content in alt:
            if name_of(content) in ("source", "target"):
                codes_of(where, content)


def check_units(path, root):
    seen = set()
    for unit in root.iter(NS + "trans-unit"):
        id = unit.get("id")
        where = f"{path}, unit {id}"
        if id in seen:
            fault(where, "its id is given twice")
        seen.add(id)
        check_codes(where, unit)
        if unit.get("approved") == "yes" and unit.find(NS + "target") is None:
            fault(where, "approved, without a target")
        if unit.get("maxwidth") and not unit.get("size-unit"):
            fault(where, "maxwidth without size-unit")


def check_file(path):
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as wrong:
        fault(path, str(wrong))
        return
    if root.tag != NS + "xliff":
        fault(path, f"begins with {root.tag}")
        return
    check_element(path, root)
    check_units(path, root)


for path in sys.argv[1:]:
    check_file(path)
print("\n".join(faults) if faults else "xliff: clean")
sys.exit(1 if faults else 0)
