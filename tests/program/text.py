"""text.py GWASG REPORT LANG DOCUMENT -- the plain text of a document against what is heard of its
PDF: each line that is heard stands in the text, in the same order.  By rule the text differs thus:
page numbers are not there; the text of a note stands behind its section, a judgement under its
score; before a score that stands alone are the words "Score:"; a chart brings its data.  And the
shape: lines of 72 columns at most unless one word is longer, LF, no blank at an end, no BOM."""
import re
import subprocess
import sys
import unicodedata

COLUMNS = 72
NEAR = 5000  # characters, as long as the data of a chart
PAGE = r"\((?:page|tudalen) \[?(?:link: )?\d+\]?\)"


def dump(what):
    gwasg, report, lang, document = sys.argv[1:]
    return subprocess.run([gwasg, "build", "--dump", what, "--stage", "final", "--lang", lang, "--document", document,
                           report], check=True, capture_output=True).stdout.decode("utf-8")


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def shape(text):
    yield from (f"a character that is not of a text: {c!r}" for c in set(text)
                if c != "\n" and (unicodedata.category(c)[0] == "C" or "\u2500" <= c <= "\u259f" or c == "\u00a0"))
    if not text.endswith("\n") or text.endswith("\n\n") or text.startswith("\n"):
        yield "empty lines at its ends"
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield f"line {number}: a blank at its end"
        if width(line) > COLUMNS and " " in line.strip():
            yield f"line {number}: {width(line)} columns"


def words(text):
    return " " + " ".join(re.findall(r"[^\W_]+", text)) + " "


def heard(lines):
    """What is to be found, line by line, and whether it may stand elsewhere."""
    note, group, rated, columns = None, None, None, []
    for line in lines:
        depth = len(line) - len(line.lstrip())
        line = line.strip()
        if note is not None and depth <= note:
            note = None
        if line == "note:":
            note = depth
            continue
        if re.match(r"(document in|\[Welsh\]$|\[English\]$|contents:|list of \d+:|box:|quotation:|aside:)", line) \
                and not line.startswith("table"):
            continue
        if "Page [link" in line or "Tudalen [link" in line:
            continue  # of a bar in a chart
        heads = line.startswith("heads: ")
        line = re.sub(r"^(- )?((heading \d|graphic|table of \d+ rows|heads): ?)?", "", line)
        line = re.sub(r"\[(Welsh|English|link|graphic): ", "[", line)
        if re.match(r"\[.* \d+\]$", line):
            line = re.sub(r" \d+\]$", "", line)  # an entry of the contents
        cells = line.split(" | ")
        # Said with each row, written once: a row of one cell, or with cells of its own.
        over = [g for g in (group, rated) if g and len(cells) > 1 and cells[0].startswith(g + ": ")]
        if over:
            cells[0] = cells[0][len(over[0]) + 2:]
        elif len(cells) == 1:
            group = line
        elif not heads:
            rated = cells[0]
        if heads:
            columns = cells
        elif len(cells) == len(columns) == 2 and cells[1].startswith(columns[1] + ": "):
            cells[1] = cells[1][len(columns[1]) + 2:]  # of two columns the row is "first: second"
        for cell in cells:
            for piece in re.split(PAGE, cell):
                if not piece.endswith("(empty)") and words(piece).strip():
                    yield words(piece), note is not None or heads


def find(stream, piece, at, row):
    """Where a line ends: one of many words behind the last such, one of few as near as may be."""
    if piece.count(" ") > 9:
        found = stream.find(piece, row)
        return found + len(piece) - 1 if found >= 0 else -1
    ahead, before = stream.find(piece, at, at + NEAR), stream.rfind(piece, max(0, at - NEAR), at)
    if before >= 0 and (ahead < 0 or at - before < ahead - at):
        return at
    return ahead + len(piece) - 1 if ahead >= 0 else -1


def main():
    text = dump("text")
    faults = list(shape(text))
    stream, at, row = words(re.sub(r"<\S+>", "", text)), 0, 0
    for piece, moved in heard(dump("heard").split("\n")):
        if moved and piece in stream:
            continue
        end = find(stream, piece, at, row)
        if end < 0:
            faults.append(("elsewhere:" if piece in stream else "not there:") + piece[:100])
            continue
        at = end
        if piece.count(" ") > 9:
            row = end
    for fault in faults:
        print(" ".join(sys.argv[3:]) + ":", fault)
    sys.exit(1 if faults else 0)


main()
