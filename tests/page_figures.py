"""page_figures.py GWASG ROOT [--check] -- how the pages of all examples are filled and
how long their lines are, from the dumps "breaks" and "pages": a line for each report and
language.  --check: says where a limit of docs/rules.md (Pages, Lines) is not kept.

White is what is left at a page's foot, in hundredths of it; covers and empty pages are left
out.  Lines are those of body text, 12 pt; a full one has another of its paragraph behind it."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAGE = re.compile(r"page \d+ strips \d+-\d+ white (-?[\d.]+)% spaces \S+ cost ([\d.]+)(.*)")
TEXT = re.compile(r'    text (\S+) (\S+) width (\S+) \S+ (\S+) \S+ "(.*)"$')
SHORT = 0.12          # of the longest line: a last line that is no line
MEAN, MIDDLE, END = 12, 40, 70
# Examples of a few lines a section, each of which begins a page.
BRIEF, MEAN_BRIEF = ("dyffryn-arian-2021", "glan-hebog-2016"), 24
MOST, MOST_2009 = 75, 80   # characters that nine lines in ten have at most
LONGEST = 83
PAGES = {"aldermoor-thornby-2009 en": 20, "caerfedwen-2012 en": 32, "caerfedwen-2012 cy": 34,
         "elystan-morfaen-2013 en": 39, "elystan-morfaen-2013 cy": 40, "kestrel-bay-2013 en": 43,
         "kestrel-bay-2013 longer en": 52, "porthelyrch-2013 en": 5, "porthelyrch-2013 cy": 5,
         "severnside-2012 en": 33, "tregelynnen-2009 en": 25, "tregelynnen-2009 cy": 26, "westmere-2013 en": 5}


def dump(gwasg, what, lang, example):
    return subprocess.run([gwasg, "build", "--stage", "final", "--lang", lang, "--document", "report",
                           "--dump", what, example], capture_output=True, text=True, check=True).stdout


def whites(text):
    """Of pages that end inside a section or before a soft one; of those before a new page."""
    middle, ends = [], []
    for m in map(PAGE.match, text.split("\n")):
        if m and float(m[2]) > 0:
            (ends if m[3].strip() in ("page", "odd") else middle).append(float(m[1]))
    return middle, ends


def lines(text):
    """Lines of body text as [x, y, right, words], None where a page begins."""
    found = []
    for row in text.split("\n"):
        m = TEXT.match(row)
        if row.startswith("page "):
            found.append(None)
        if not m or m[4] != "12.0":
            continue
        x, y, width = float(m[1]), float(m[2]), float(m[3])
        last = found[-1]
        if last and abs(last[1] - y) < 0.1 and -1 < x - last[2] < 6:
            last[2:] = [x + width, last[3] + m[5]]
        else:
            found.append([x, y, x + width, m[5]])
    return found


def paragraphs(found):
    """Lines one under the other, without a space between them."""
    block = []
    for line in found + [None]:
        last = block[-1] if block else None
        if last and line and abs(line[0] - last[0]) < 0.1 and 14 < line[1] - last[1] < 17.2:
            block.append(line)
            continue
        if len(block) > 1:
            yield block
        block = [line] if line else []


def figures(gwasg, example, lang):
    middle, ends = whites(dump(gwasg, "breaks", lang, example))
    pages = dump(gwasg, "pages", lang, example)
    blocks = list(paragraphs(lines(pages)))
    full = sorted(len(l[3].strip()) for b in blocks for l in b[:-1])
    short = [b[-1][3].strip() for b in blocks
             if b[-1][2] - b[-1][0] < SHORT * max(l[2] - l[0] for l in b)]
    return {"pages": ("\n" + pages).count("\npage "), "mean": sum(middle + ends) / len(middle + ends),
            "middle": max(middle, default=0), "end": max(ends), "paragraphs": len(blocks),
            "short": short, "median": full[len(full) // 2], "most": full[len(full) * 9 // 10],
            "longest": full[-1]}


BLOCK = re.compile(r"(?m)^( +)- (paragraph|inspector|case|parent|young-person): \|\n(?:\1  +\S.*\n|\n)+")


def lengthen(example, to):
    """The same report half as long again: three paragraphs of four, every other box, come twice."""
    seen = 0

    def twice(m):
        nonlocal seen
        seen += 1
        again = seen % 4 != 0 if m[2] == "paragraph" else seen % 2 == 0
        return m[0] + again * re.sub(r"\[\^[\w-]+\]", "", m[0])

    shutil.copytree(example, to)
    path = os.path.join(to, "inspection.yaml")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    with open(path, "w", encoding="utf-8") as f:
        f.write(BLOCK.sub(twice, text))
    return to


def reports(root, work):
    """What is looked at: name, folder, languages."""
    for name in sorted(os.listdir(os.path.join(root, "examples"))):
        example = os.path.join(root, "examples", name)
        yield name, example, ["en"] + ["cy"] * os.path.exists(os.path.join(example, "cy.xlf"))
    example = os.path.join(root, "examples", "kestrel-bay-2013")
    yield "kestrel-bay-2013 longer", lengthen(example, os.path.join(work, "longer")), ["en"]


def main():
    with tempfile.TemporaryDirectory() as work:
        look(work)


def look(work):
    gwasg, root = sys.argv[1:3]
    check, wrong = "--check" in sys.argv, []
    print(f"{'':28}pages  white: mean  most inside  at ends   lines: median  90 %  longest   short last lines")
    for name, example, langs in reports(root, work):
        for lang in langs:
            f, which = figures(gwasg, example, lang), f"{name} {lang}"
            print(f"{which:28}{f['pages']:5}{f['mean']:12.1f}{f['middle']:13.1f}{f['end']:9.1f}"
                  f"{f['median']:16}{f['most']:6}{f['longest']:9}{len(f['short']):6} of {f['paragraphs']}")
            limits = [("white in the mean", f["mean"], MEAN_BRIEF if name in BRIEF else MEAN), ("white inside", f["middle"], MIDDLE),
                      ("white at an end", f["end"], END),
                      ("characters a line", f["most"], MOST_2009 if "2009" in name else MOST),
                      ("characters of the longest line", f["longest"], LONGEST),
                      ("last lines that are too short: " + ", ".join(f["short"]), len(f["short"]), 0),
                      ("pages", f["pages"], PAGES.get(which, f["pages"]))]
            wrong += [f"{which}: {what}: {value:.1f}, at most {limit}"
                      for what, value, limit in limits if value > limit]
    if check and wrong:
        sys.exit("\n".join(wrong))


main()
