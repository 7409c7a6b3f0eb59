"""Usage: same_pages.py DRAFT FINAL: dumps of pages.  Each page of the final has the same
words at the same places in the draft; behind them a draft may have more pages."""
import re
import sys

MARKS = ("header", "footer", "layout")
# Marks and references: plum alone is theirs, and on a divider they are white; the marking.
OURS = re.compile(r'#801650|regular 10\.0 #FFFFFF|bold 11\.0 #16202A "OFFICIAL-SENSITIVE"')


def pages(path):
    found, part = [], ""
    with open(path, encoding="utf-8") as dump:
        for line in dump:
            if line.startswith("page "):
                found.append([])
            elif re.match(r"  \S", line):
                part = line.strip()
            elif line.startswith("    text ") and part not in MARKS and not OURS.search(line):
                found[-1].append(line.strip())
    return [sorted(page) for page in found]


def main():
    draft, final = pages(sys.argv[1]), pages(sys.argv[2])
    if len(draft) < len(final) or not final or not any(final):
        sys.exit(f"{len(draft)} pages, not {len(final)}")
    for number, (one, other) in enumerate(zip(draft, final), 1):
        if one != other:
            differing = sorted(set(one) ^ set(other))
            sys.exit(f"page {number} differs: {differing[:4]}")


main()
