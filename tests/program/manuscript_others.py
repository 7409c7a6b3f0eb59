"""manuscript_others.py -- words of a Word document that stand in no file of a report.
  DOCX BEFORE AFTER   the words, each with how often it is lacking in the lines that the folder
                      AFTER has and BEFORE had not; counted by another way than the program's"""
import collections
import os
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

# What was deleted, what stands there a second time for older programs, what is no text.
PASSED = {"del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "sdtPr", "docPr"}
PARTS = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"]
SIGNS = {"p": "\n", "tab": " ", "br": "\n", "cr": "\n", "tc": "\n", "noBreakHyphen": "-"}
UNSEEN = re.compile("[*\u00ad\u200b\u2060\ufeff]")  # and the sign of emphasis


def name(e):
    return e.tag.rsplit("}", 1)[-1]


def text(e):
    if name(e) in PASSED or name(e) in ("footnote", "endnote") and any(k.endswith("}type") for k in e.keys()):
        return ""
    if name(e) == "t":
        return e.text or ""
    return SIGNS.get(name(e), "") + "".join(text(c) for c in e)


def words(s):
    return collections.Counter(re.findall(r"\w+", UNSEEN.sub("", s)))


def lines(path):
    found = collections.Counter()
    for one in os.listdir(path):
        if one.endswith((".md", ".yaml", ".csv")) and one != "answers.csv":
            with open(os.path.join(path, one), encoding="utf-8") as f:
                found += collections.Counter(f.read().split("\n"))
    return found


docx, before, after = sys.argv[1:]
wanted = collections.Counter()
with zipfile.ZipFile(docx) as z:
    for part in PARTS:
        if part in z.namelist():
            wanted += words(text(ET.fromstring(z.read(part))))
new = "\n".join((lines(after) - lines(before)).elements())
lacking = sorted((wanted - words(re.sub(r"&#[0-9]+;", " ", new.replace("\\", "")))).items())
print("not in the report:", ", ".join(w if n == 1 else f"{w} {n} times" for w, n in lacking) or "nothing")
