"""Pages of large print as `--dump pages` prints them: what is smaller than 18 points,
what stands outside the margins, words that lie over each other, and a heading or a
caption under which its page has nothing."""
import re
import sys

LEAST, MARGIN = 18.0, 56.0
OPENS = re.compile(r"  (H\d?|Caption)$")
TAG = re.compile(r"  ([A-Za-z]\w*)$")
FURNITURE = ("header", "footer", "pagination")
RUN = re.compile(r' *text (\S+) (\S+) width (\S+) (\S+) (\S+) \S+ "(.*)"$')
HIGH, DEEP = 0.66, 0.18  # of the size: a capital's top, most of what hangs under the line
SLACK = 1.0


def overlaps(a, b):
    return (
        min(a[2], b[2]) - max(a[0], b[0]) > SLACK
        and min(a[3], b[3]) - max(a[1], b[1]) > SLACK
    )


def last_on_page(name, lines):
    """Of each page the tag of what stands lowest, a drawing too."""
    lowest, where, tag = {}, "", ""
    for line in lines:
        if line.startswith("page "):
            where = line.split()[1]
        elif TAG.match(line):
            tag = line
        found = RUN.match(line)
        if found and tag.strip() not in FURNITURE and found[6].strip():
            y = float(found[2])
            lowest[where] = max(lowest.get(where, (0.0, "", "")), (y, tag, found[6]))
    return [f'{name}: page {page}: "{words}" is the last on it'
            for page, (_, tag, words) in lowest.items() if OPENS.match(tag)]


def check(name, lines):
    page, width, runs, faults = "", 0.0, [], last_on_page(name, lines)
    for line in lines:
        if line.startswith("page "):
            page, runs = line.split()[1], []
            width = float(line.split()[3])
        found = RUN.match(line)
        if not found:
            continue
        x, y, wide, size = (float(found[i]) for i in (1, 2, 3, 5))
        words = found[6]
        where = f'{name}: page {page}: "{words}"'
        if size < LEAST:
            faults.append(f"{where} has {size} pt")
        if words.strip() and (
            x < MARGIN - SLACK or x + wide > width - MARGIN + SLACK + 0.25 * size
        ):
            faults.append(f"{where} stands outside the margins, {x} to {x + wide}")
        box = (x, y - HIGH * size, x + wide, y + DEEP * size, words)
        if words.strip():
            faults += [
                f'{where} lies over "{other[4]}"' for other in runs if overlaps(box, other)
            ]
            runs.append(box)
    return faults


faults = [f for name in sys.argv[1:] for f in check(name, list(open(name, encoding="utf-8")))]
print("\n".join(faults[:20]))
sys.exit(bool(faults))
