"""Usage: references.py XML...: dumps of one document in several languages.  Every block has
a reference or stands in one that is quoted as a whole; no two are the same; all languages
have the same ones, but for terms that only one of them uses."""
import sys
import xml.etree.ElementTree as ET

WHOLE = {"item", "tr", "box", "quotation", "signature", "rating", "cover", "letterhead", "chart",
         "note", "figure", "thead", "divider"}  # what is quoted with all that is in it
BLOCKS = {"p", "heading", "item", "tr", "caption", "chart", "comment", "note"}
faults = []


def is_quoted_elsewhere(element, parents, section):
    if element.tag == "heading" and section.pop("r", None):
        return True  # the first of a section is quoted by the section's
    in_panel = element.tag == "comment" and parents[-1] == "panel"
    return in_panel or element.get("role") == "title" or element.tag == "caption"


def walk(element, parents, section, whole, refs, name):
    ref = element.get("r")
    if ref:
        refs.append((ref, "glossary" in parents))
    if element.get("kind") == "glossary":
        parents = parents + ["glossary"]
    if element.tag == "section":
        if any(child.tag == "form" for child in element):
            return
        section = {"r": ref}
    if element.tag in BLOCKS and not ref and not whole:
        if not is_quoted_elsewhere(element, parents, section):
            words = "".join(element.itertext())[:60]
            faults.append(f"{name}: no reference: {'/'.join(parents[-3:])}/{element.tag}: {words}")
    inside = whole or element.tag in WHOLE and (ref is not None or element.tag in ("thead", "divider"))
    for child in element:
        walk(child, parents + [element.tag], section, inside, refs, name)


def references(path):
    refs = []
    walk(ET.parse(path).getroot(), [], {}, False, refs, path)
    for ref in {r for r, _ in refs if sum(other == r for other, _ in refs) > 1}:
        faults.append(f"{path}: {ref} twice")
    return [ref for ref, is_term in refs if not is_term]


def main():
    first, *others = [(path, references(path)) for path in sys.argv[1:]]
    if len(first[1]) < 3:
        faults.append(f"{first[0]}: hardly any references")
    for path, refs in others:
        for one, other in zip(first[1] + ["the end"], refs + ["the end"]):
            if one != other:
                faults.append(f"{path}: {other}, where {first[0]} has {one}")
                break
    print("\n".join(faults[:20]), end="\n" if faults else "")
    sys.exit(bool(faults))


main()
