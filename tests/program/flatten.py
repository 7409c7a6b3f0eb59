"""flatten.py GWASG REPORT: each figure's mark in the report's texts becomes the words that it
prints, as a report is that somebody has typed off.  Prints how many."""
import html
import pathlib
import re
import subprocess
import sys
import tempfile

gwasg, report = sys.argv[1], pathlib.Path(sys.argv[2])
(report / "cy.xlf").unlink(missing_ok=True)
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([gwasg, "translate", "export", "--out", folder, report], check=True,
                   stdout=subprocess.DEVNULL)
    units = next(pathlib.Path(folder).iterdir()).read_text(encoding="utf-8")
prints = {}
for words, mark in re.findall(r'<ph[^>]*equiv-text="([^"]*)"[^>]*>([^<]*)</ph>', units):
    prints[" ".join(html.unescape(mark).split())] = html.unescape(words)
count = 0


def flat(mark):
    global count
    words = prints.get(" ".join(mark.group(0).split()), "")
    if not re.search(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|hal[fv]|third", words.lower()):
        return mark.group(0)
    count += 1
    return words


for path in sorted(report.iterdir()):
    if path.suffix in (".yaml", ".md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\(\((?!\?|typed|field|judgement)[^()]*\)\)", flat, text), encoding="utf-8")
print(count)
