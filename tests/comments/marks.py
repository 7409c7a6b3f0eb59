"""marks.py GWASG REPORT LANGUAGE PDF SENT -- a hundred marks on words of a draft, chosen by chance
from blocks of all kinds (tables, boxes, notes, charts, headings), with ligatures and over the
ends of lines; on pages as they are, turned, cropped, and in another order.  Which words stand
where, poppler says; which block says them, the map of the draft.  At least 98 come to the right
block with the right words, and none is lost."""
import collections
import csv
import os
import random
import re
import subprocess
import sys
import unicodedata

import pikepdf

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "program"))
import annotate

GWASG, REPORT, LANGUAGE, PDF, SENT = sys.argv[1:]
MARKS, ENOUGH = 100, 98
KINDS = ("Highlight", "Underline", "StrikeOut", "Squiggly")


def letters(text):
    """What two programs that part words differently agree on."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).lower()


def kind_of(ref, words, lines):
    kinds = (("note", r" n\d+$"), ("row", r" r\d+$"), ("table", r"^T\w+ \d"), ("box", r"box"), ("item", r"\("), ("heading", r" h\d+$"))
    kind = next((k for k, pattern in kinds if re.search(pattern, ref)), "other")
    return kind, bool(re.search("f[fil]", words)), len(lines) > 1


def candidates(pdf):
    with open(SENT, encoding="utf-8-sig", newline="") as f:
        rows = [(r["reference"], letters(r["text"]), r["page"]) for r in csv.DictReader(f)]
    found = collections.defaultdict(list)
    for number in range(1, len(pdf.pages) + 1):
        words = annotate.words_of(PDF, number)
        for i in range(len(words)):
            for count in (1, 2, 4, 9):
                some = words[i:i + count]
                said, lines = letters("".join(w for w, _ in some)), annotate.lines_of([b for _, b in some])
                blocks = [(ref, page) for ref, text, page in rows if said in text] if len(said) > 8 else []
                # A table's head comes again on its next page, where it belongs to no block.
                over = len(blocks) == 1 and not re.match(r"T\w+ \d+$", blocks[0][0])
                if len(some) < count or len(blocks) != 1 or blocks[0][1] not in (str(number), str(number - over)):
                    continue
                text = " ".join(w for w, _ in some)
                found[kind_of(blocks[0][0], text, lines)].append((number, blocks[0][0], text, lines))
    return found


def choose(found):
    chance, chosen = random.Random(1), []
    while len(chosen) < MARKS:
        for kind in sorted(found):
            if found[kind] and len(chosen) < MARKS:
                chosen.append(found[kind].pop(chance.randrange(len(found[kind]))))
    return chosen


def annotated(chosen, style):
    """The file with its marks; their places are known, so no words are looked for."""
    annotate.words_of = lambda path, number: []
    annotate.find = lambda words, on, nth=1: on
    spec = [{"page": number, "kind": KINDS[i % 4], "on": lines, "text": f"mark {i}", "by": "A"}
            for i, (number, _, _, lines) in enumerate(chosen)]
    pdf = pikepdf.open(PDF)
    new, of_page = annotate.objects_of(pdf, PDF, spec, style, int(pdf.trailer.Size) + 9)
    annotate.append(PDF, "marked.pdf", pdf, new, of_page)


def changed(change):
    pdf = pikepdf.open("marked.pdf")
    change(pdf)
    pdf.save("changed.pdf")
    return "changed.pdf"


def turn(pdf):
    for i, page in enumerate(pdf.pages):
        page.Rotate = 90 * (i % 4)
        page.CropBox = [30, 40, 560, 800]


def reorder(pdf):
    pdf.pages.reverse()
    pdf.add_blank_page()


def judge(what, name, chosen):
    table = f"{REPORT}/comments.csv"
    if os.path.exists(table):
        os.remove(table)
    subprocess.run([GWASG, "comments", "import", "--date", "2012-06-01", REPORT, name], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(table, encoding="utf-8-sig", newline="") as f:
        came = {int(re.search(r"mark (\d+)", r["comment"])[1]): r for r in csv.DictReader(f)}
    right = 0
    for i, (number, ref, text, _) in enumerate(chosen):
        row = came.get(i)
        quoted = re.match(r"\*(.*)\* → ", row["comment"]) if row else None
        if quoted and row["reference"] == ref and letters(quoted[1]) == letters(text):
            right += 1
        else:
            print(f"{what}: page {number}, {ref}: {text}: came as {row and (row['reference'], row['comment'])}")
    print(f"{LANGUAGE}, {what}: {len(came)} of {len(chosen)} came, {right} to their blocks and words")
    return len(came) == len(chosen) and right >= ENOUGH


def main():
    chosen = choose(candidates(pikepdf.open(PDF)))
    annotated(chosen, "acrobat")
    good = judge("as they are", "marked.pdf", chosen)
    good &= judge("turned and cropped", changed(turn), chosen)
    good &= judge("in another order", changed(reorder), chosen)
    sys.exit(0 if good else 1)


main()
