"""translate_figures.py CY.XLF -- of a translation in which only figures have changed: the
stale units are those with a figure that has no noun of its own and prints another number
than before.  Says what is not so."""
import re
import sys

PH = re.compile(r'<ph id="\d+" ctype="x-figure" equiv-text="([^"]*)">\(\((.*?)\)\)</ph>')
FORM_WORDS = {"n", "of", "%", "words", "Words", "spelt", "Spelt", "not"}
TWO_WORDS = {"score", "judgement"}


def is_bare(mark):
    words = mark.split(" where ")[0].split()
    if words[0] in ("field", "arg"):
        return False
    words = words[2 if words[0] in TWO_WORDS else 3 if words[0] == "national" else 1:]
    return all(w in FORM_WORDS for w in words)


def bare_figures(source):
    return [(mark, prints) for prints, mark in PH.findall(source) if is_bare(mark)]


with open(sys.argv[1], encoding="utf-8") as f:
    text = f.read()
wrong = stale = printed = 0
for unit in re.findall(r"<trans-unit.*?</trans-unit>", text, re.S):
    uid = re.search(r'id="([^"]+)"', unit).group(1)
    sources = re.findall(r"<source>(.*?)</source>", unit)
    is_stale = 'state="needs-adaptation"' in unit
    stale += is_stale
    changed = len(sources) > 1 and bare_figures(sources[0]) != bare_figures(sources[1])
    if changed != is_stale:
        print(f"{uid}: stale {is_stale}, figures changed {changed}")
        wrong += 1
    if is_stale and " printed &quot;" in unit:
        printed += 1
if stale < 3 or printed != stale:
    print(f"{stale} stale units, {printed} that say what was printed")
    wrong += 1
sys.exit(1 if wrong else 0)
