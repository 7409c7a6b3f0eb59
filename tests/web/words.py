"""words.py -- the web edition says what the PDF says, word for word and in its order.

    words.py GWASG ROOT [REPORT...]

What the PDF's structure holds (--dump tags) against what the page holds (--dump html), of each
document and edition of the examples, as finals and proofs.  By rule the page lacks what paper
alone needs: the page in "(page 8)" behind a link, the numbers of the contents, the page beside
a row of a chart; and has besides, left out here, its skip link, its links to the other edition,
the figures of charts as tables and its foot.  Footnotes, which a page has at the end of a
section, are compared by themselves.
"""
import difflib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

INLINE_TAGS = {"Reference", "Link", "Span", "Em", "Strong", "Lbl", "LBody", "Form"}
INLINE = {"a", "em", "strong", "span", "sup", "mark", "ins", "del"}
VOID = {"meta", "link", "br", "img"}
PAGE = r"\d+"


class Said:
    """Words in their order, footnotes apart."""

    def __init__(self):
        self.text, self.notes, self.in_note = [], [], 0

    def add(self, words):
        (self.notes if self.in_note else self.text).append(words)

    def words(self, notes=False):
        return "".join(self.notes if notes else self.text).split()


def read_string(line):
    """A quoted string and what stands behind it."""
    out, i = "", 1
    while line[i] != '"':
        if line[i] == "\\":
            i += 1
        out += line[i]
        i += 1
    return out, line[i + 1:].strip()


class Tags:
    """The structure of the PDF as nodes: [type, attributes, children]; strings are words."""

    def __init__(self, dump):
        self.root = ["Document", {}, []]
        stack = [(-1, self.root)]
        for line in dump.splitlines():
            depth, line = len(line) - len(line.lstrip()), line.strip()
            while stack[-1][0] >= depth:
                stack.pop()
            if line.startswith('"'):
                while line.startswith('"'):
                    words, line = read_string(line)
                    stack[-1][1][2].append(words)
                continue
            if line.startswith("link to"):
                stack[-1][1][1]["to"] = line[8:]
                continue
            kind, _, line = line.partition(" ")
            node = [kind, {}, []]
            while line:
                if line.startswith('"'):
                    words, line = read_string(line)
                    node[2].append(words)
                    continue
                name, _, line = line.partition("=") if re.match(r"[\w-]+=", line) else (line, "", "")
                if line.startswith('"'):
                    node[1][name], line = read_string(line)
                else:
                    node[1][name], _, line = line.partition(" ")
            stack[-1][1][2].append(node)
            stack.append((depth, node))


def plain(node):
    if isinstance(node, str):
        return node
    if "actual" in node[1]:
        return node[1]["actual"]
    return "".join(plain(c) for c in node[2])


def remark_of_chart(node, before):
    """Beside a row of a chart: "Safeguarding: Page 13"."""
    return (node[0] == "P" and before in ("Figure", "remark") and
            re.fullmatch(r".*: \w+ " + PAGE, plain(node).strip()) is not None)


def hear(node, said, contents=False):
    if isinstance(node, str):
        said.add(node)
        return
    kind, at, kids = node
    inline = kind in INLINE_TAGS
    said.in_note += kind == "Note"
    said.add("" if inline else " ")
    if "actual" in at:
        said.add(at["actual"])
    elif kind == "Figure":
        said.add(at.get("alt", ""))
    elif kind == "Link":
        words = plain(node)
        if contents:
            words = re.sub(r"\s*" + PAGE + r"\s*$", "", words)
        elif "to" in at and at["to"].startswith("page"):
            words = re.sub(r"\s*\(\w+\.? " + PAGE + r"\)", "", words)
        said.add(words)
    else:
        before = ""
        for c in kids:
            if isinstance(c, list) and remark_of_chart(c, before):
                before = "remark"
                continue
            hear(c, said, contents or kind == "TOC")
            before = c[0] if isinstance(c, list) else before
    said.add("" if inline else " ")
    said.in_note -= kind == "Note"


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.said, self.stack = Said(), []
        self.feed(text)

    def is_left_out(self, tag, at):
        classes = set((at.get("class") or "").split())
        return (tag in ("head", "style", "details", "footer", "svg") or "hidden" in at or
                at.get("aria-hidden") == "true" or
                classes & {"skip", "bar-top", "other", "defs"} or
                ("contents" in classes and "own" in classes))

    def handle_startendtag(self, tag, attrs):
        """What closes itself, in drawings, holds no words."""

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        out = self.is_left_out(tag, at)
        silent = any(self.stack_out())
        if not silent and tag == "svg" and at.get("role") == "img":
            self.said.add(at.get("aria-label") or "")
        if not silent and tag == "img":
            self.said.add(" " + at["alt"] + " ")
        if not silent and tag not in INLINE or tag == "br":
            self.said.add(" ")
        if tag in VOID:
            return
        note = at.get("role") == "doc-endnotes"
        self.said.in_note += note
        self.stack.append((tag, out, note))

    def stack_out(self):
        return [out for _, out, _ in self.stack]

    def handle_endtag(self, tag):
        while self.stack:
            name, out, note = self.stack.pop()
            self.said.in_note -= note
            if not any(self.stack_out()) and not out and name not in INLINE:
                self.said.add(" ")
            if name == tag:
                break

    def handle_data(self, data):
        if not any(self.stack_out()):
            self.said.add(data)


def run(gwasg, *args):
    made = subprocess.run([gwasg, "build", *args], capture_output=True, text=True, check=False)
    return made.stdout


def differences(one, other):
    for tag, i, j, k, m in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield f"PDF: {' '.join(one[max(0, i - 4):j + 2])!r}, page: {' '.join(other[max(0, k - 4):m + 2])!r}"


def compare(gwasg, report, lang, stage, document):
    of = ["--stage", stage, "--lang", lang, "--document", document, report]
    tags, page = run(gwasg, "--dump", "tags", *of), run(gwasg, "--dump", "html", *of)
    if not tags and not page:
        return None
    heard, seen = Said(), Page(page).said
    hear(Tags(tags).root, heard)
    found = list(differences(heard.words(), seen.words())) + list(differences(heard.words(True), seen.words(True)))
    for line in found[:8]:
        print(f"{os.path.basename(report.rstrip('/'))} {lang} {stage} {document}: {line}")
    return len(found)


def main(gwasg, root, *reports):
    folder = os.path.join(root, "examples")
    faults = pages = 0
    for report in reports or [os.path.join(folder, n) for n in sorted(os.listdir(folder))]:
        langs = ["en", "cy"] if os.path.exists(os.path.join(report, "cy.xlf")) else ["en"]
        for lang in langs:
            for stage, document in (("final", "report"), ("final", "press"), ("proof", "report")):
                found = compare(gwasg, report, lang, stage, document)
                if found is not None:
                    pages += 1
                    faults += found
    print(f"{pages} pages, {faults} differences")
    sys.exit(faults > 0 or pages == 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
