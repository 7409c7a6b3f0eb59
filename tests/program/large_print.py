"""Pages of large print as `--dump pages` prints them: what is smaller than 18 points,
what stands outside the margins, and words that lie over each other."""
import re
import sys

LEAST, MARGIN = 18.0, 56.0
RUN = re.compile(r' *text (\S+) (\S+) width (\S+) (\S+) (\S+) \S+ "(.*)"$')
HIGH, DEEP = 0.66, 0.18  # of the size: a capital's top, most of what hangs under the line
SLACK = 1.0


def overlaps(a, b):
    return (
        min(a[2], b[2]) - max(a[0], b[0]) > SLACK
        and min(a[3], b[3]) - max(a[1], b[1]) > SLACK
    )


def check(name, lines):
    page, width, runs, faults = "", 0.0, [], []
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


faults = [f for name in sys.argv[1:] for f in check(name, open(name, encoding="utf-8"))]
print("\n".join(faults[:20]))
sys.exit(bool(faults))
