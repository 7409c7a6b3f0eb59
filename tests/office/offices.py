"""offices.py HOW CLEAN.csv PROGRAMME.yaml OUT.csv|OUT.xlsx|OUT.ods -- a clean table of answers
as other offices would keep it.  HOW: texts (codes and texts for heads under a row of groups,
"Yes - fully", ages in words, empty cells, a pivot beside), codes (a column of dates, numbers
for answers, percentages below, an old sheet that is hidden) or names (Welsh answers, the head
again on each page, sums between, a sentence at the end)."""
import csv
import datetime
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import workbooks  # noqa: E402
from workbooks import Hidden, Styled  # noqa: E402

with open(sys.argv[3], encoding="utf-8") as f:
    QUESTIONS = re.findall(r"\{name: ([\w-]+), code: \"?([\w.]+)\"?", f.read())
CODES = dict(QUESTIONS)


def day(number, style, shown=None):
    date = datetime.date(1970, 1, 1) + datetime.timedelta(number - 25569)
    return Styled(number, style, shown or date.strftime("%d/%m/%Y"))


def spelt(row, turn, words):
    return [words[c][(turn * 5 + j * 3) % len(words[c])] if c in words else c for j, c in enumerate(row)]


def texts(clean):
    named = {"case": "Case ref no.", "age": "Age", "gender": "Sex", "sentence": "Type of sentence"}
    heads = [named.get(h, CODES[h] + " - as it is asked" if h in CODES else h) for h in clean[0]]
    words = {"yes": ["Yes - fully", "Yes ", "yes", "Y"], "no": ["No", "No ", "no"],
             "na": ["N/A", "Not applicable", ""], "12-14": ["thirteen", "12-14"],
             "15-16": ["fifteen", "16"], "17": ["17 yrs", "17"]}
    rows = [["All cases, as at 3 May"], ["", "Offender", "", "", "Assessment"], heads]
    return rows + [spelt(r, i, words) for i, r in enumerate(clean[1:])], {
        "Pivot": [["Row labels", "Count of Sex"], ["Grand Total", 20]]}


def codes(clean):
    named = {"case": "URN", "age": "Age at start of sentence", "gender": "Gender ", "ethnicity": "Ethnic origin",
             "sentence": "Order type", "risk": "Risk of Serious Harm"}
    heads = [named.get(h, "Q" + CODES.get(h, h)) for h in clean[0]]
    words = {"yes": ["Y", 1, True], "no": ["N", 0], "na": ["n/a", "-"], "male": ["M"], "female": ["F"],
             "12-13": [13], "custody": ["DTO"], "rehabilitation": ["YRO"], "first-tier": ["RO"], "high": ["HIGH"],
             "not-high": ["Medium"]}
    rows = [[], ["Kestrel Bay"], [*heads[:2], "Sentence date", *heads[2:], "Completed", "Reader"]]
    for i, r in enumerate(clean[1:]):
        cells = spelt(r, i, words)
        rows.append([*cells[:2], day(41000 + i * 3, 1), *cells[2:], day(1, 4, "100%"), "K. M."])
    rows.append(["Mean", None, None, *[day(0, 4, "63%") for _ in heads[2:]]])
    return rows, {"Old cases": Hidden([heads, ["X1"]]), "Chart data": [["a", 1]]}


def names(clean):
    heads = [h.replace("-", " ").capitalize() for h in clean[0]]
    words = {"yes": ["Yes", "Ie", "Oes", "Ydy"], "no": ["No", "Nac oes"], "na": ["N/A", "Amherthnasol"],
             "male": ["Boy"], "female": ["Girl"]}
    rows = [[*heads, "Notes", "File quality"]]
    for i, r in enumerate(clean[1:]):
        rows.append([*spelt(r, i, words), f"see p. {i}; late", f"{50 + i}%"])
        if i % 11 == 10:
            rows += [["Sub-total", 11], [], heads]
    return [*rows, [], ["Total", len(clean) - 1], ["Prepared by the performance team"]], {"Lists": [["Yes", "No"]]}


with open(sys.argv[2], encoding="utf-8", newline="") as f:
    table, beside = {"texts": texts, "codes": codes, "names": names}[sys.argv[1]](list(csv.reader(f)))
workbooks.save(sys.argv[4], table, {"Data": table, **beside})
