"""struct_text.py PDF TAGS -- the words that poppler reads from a PDF's structure are those of
the program's own tag tree, in the same order."""
import re
import subprocess
import sys

pdf, tags = sys.argv[1:]
text = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, check=True,
                      text=True).stdout


def poppler_words():
    for line in text.splitlines():
        m = re.match(r'\s*"(.*)"\s*$', line)
        if m:
            yield m.group(1)


def our_words():
    for line in open(tags, encoding="utf-8"):
        m = re.search(r'(?:^|\s)"([^"]*)"$', line.rstrip("\n"))
        if m:
            yield m.group(1)


def squeeze(pieces):
    return re.sub(r"\s+", "", "".join(pieces))


theirs, ours = squeeze(poppler_words()), squeeze(our_words())
if theirs != ours or len(ours) < 1000:
    at = next((i for i, (x, y) in enumerate(zip(theirs, ours)) if x != y),
              min(len(theirs), len(ours)))
    print(f"{len(theirs)} and {len(ours)} characters, different at {at}:")
    print("  poppler:", theirs[max(0, at - 40):at + 40])
    print("  gwasg:  ", ours[max(0, at - 40):at + 40])
    sys.exit(1)
