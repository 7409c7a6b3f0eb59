"""longer.py TEMPLATES EXAMPLE TO -- copies a report and the templates it is made with, every
English text of theirs made a quarter longer, as another language may be: among many words
every other stands twice, among a few the longest grows.  Marks, links and names stay.

longer.py --overlaps -- reads the dump "pages" and says where two texts lie over each other,
or one leaves the text area; --whole: also where a word is cut at the end of a line."""
import os
import re
import shutil
import sys

KEPT = re.compile(r"\(\(.*?\)\)|\]\([^)]*\)|\[\^?[\w-]+\]|https?://\S+|\S*[@\\/]\S*|\{|\}")
WORD = re.compile(r"(?<![\w&#'-])[A-Za-z]{3,}(?![\w'-])")


def plain_words(text):
    """Places of the words that are no part of a mark or a link."""
    kept = [m.span() for m in KEPT.finditer(text)]
    return [m for m in WORD.finditer(text)
            if not any(start <= m.start() < end for start, end in kept)]


def longer(text):
    words = plain_words(text)
    if not words:
        return text
    if len(words) < 4:
        longest = max(words, key=lambda m: len(m.group()))
        more = longest.group()[:max(1, round(len(text) * 0.27))].lower()
        return text[:longest.end()] + more + text[longest.end():]
    out, done = [], 0
    for number, m in enumerate(words):
        if number % 2 == 1:
            out += [text[done:m.end()], " ", m.group().lower()]
            done = m.end()
    return "".join(out) + text[done:]


def longer_value(rest):
    """The value behind `en:` and what follows it, longer; a block's text comes below it."""
    if rest.startswith("{"):
        return re.sub(r'(\b(?:one|other): )("(?:[^"\\]|\\.)*"|[^,}]+)',
                      lambda m: m.group(1) + longer(m.group(2)), rest.split("}")[0]) + \
            rest[len(rest.split("}")[0]):]
    if rest.startswith('"'):
        end = re.match(r'"(?:[^"\\]|\\.)*"', rest)
        return longer(end.group()) + rest[end.end():] if end else rest
    value = re.split(r", (?:cy|reviewed):|\}", rest)[0]
    return longer(value) + rest[len(value):]


def longer_wording(text, skip):
    """A file of the templates: what stands behind `en:`."""
    out, depth = [], None
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if depth is not None and line.strip() and indent <= depth:
            depth = None
        if depth is not None:
            out.append(longer(line))
            continue
        found = re.search(r"\ben: ?(.*)$", line)
        if not found or re.search(skip, line):
            out.append(line)
        elif found.group(1) in ("|", ""):
            depth = indent
            out.append(line)
        else:
            out.append(line[:found.start(1)] + longer_value(found.group(1)))
    return "\n".join(out)


def longer_prose(line):
    """A line of an inspection that can only be an author's: six words and no key."""
    body = re.sub(r"^\s*(- )?((text|quote|by|meaning): )?", "", line)
    many = len(plain_words(body)) >= 6 and not re.match(r"[\w-]+:|[{#]", body)
    return line[:len(line) - len(body)] + longer(body) if many else line


def copy(path, to, change):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    with open(to, "w", encoding="utf-8") as f:
        f.write(change(text))


def make(templates, example, to):
    shutil.copytree(templates, f"{to}/templates")
    shutil.copytree(example, f"{to}/report")
    for folder, _, names in os.walk(f"{to}/templates"):
        for name in names:
            if name in ("words.yaml", "programme.yaml", "glossary.yaml"):
                # terms are looked for in the text; references are cut to fit the margin
                copy(f"{folder}/{name}", f"{folder}/{name}",
                     lambda t: longer_wording(t, r"^\s*term:|^  ref-|\{but:|\{only:|\{from:"))
    for name in os.listdir(f"{to}/report"):
        path = f"{to}/report/{name}"
        if name.endswith(".md") or name == "inspection.yaml":
            copy(path, path, lambda t: "\n".join(map(longer_prose, t.split("\n"))))


# ---- overlaps ----

PAGE = re.compile(r"page (\d+) .*?([\d.]+) x ([\d.]+)")
RUN = re.compile(r'\s+text (\S+) (\S+) width (\S+) \S+ (\S+) \S+ "(.*)"')
LEFT, MARGIN, FOOT = 4, 59, 12  # references hang in the left margin, dividers are wide


def runs(dump):
    page = None
    for line in dump:
        begins = PAGE.match(line)
        if begins:
            page = begins[1], float(begins[2]), float(begins[3])
        found = RUN.match(line)
        if found:
            x, y, width, size = map(float, found.groups()[:4])
            text = found.group(5)
            if text.strip():
                if text.endswith(" "):
                    width -= size * 0.18  # the blank at the end may lie over anything
                yield page, (x, y - size * 0.7, x + width, y + size * 0.15), text


def overlaps(dump):
    pages, faults = {}, []
    for page, box, text in runs(dump):
        number, across, down = page
        if box[0] < LEFT or box[2] > across - MARGIN or box[3] > down - FOOT:
            faults.append(f"page {number}: outside the text area: {text!r} to {box[2]:.0f}")
        for other, words in pages.setdefault(page, []):
            if (min(box[2], other[2]) - max(box[0], other[0]) > 1 and
                    min(box[3], other[3]) - max(box[1], other[1]) > 1):
                faults.append(f"page {page[0]}: {text!r} lies over {words!r}")
        pages[page].append((box, text))
    return faults


def cuts(dump):
    """A line keeps the blank it ends with, so a letter there is a word that goes on."""
    before = None
    for page, box, text in runs(dump):
        if before and before[0][0] == box[0] and 0 < box[1] - before[0][1] < 20 and \
                before[1][-1].islower() and text[0].islower():
            yield f"page {page[0]}: a word is cut: {before[1]!r}, {text!r}"
        before = box, text


def main():
    if sys.argv[1] in ("--overlaps", "--whole"):
        dump = sys.stdin.read().split("\n")
        faults = overlaps(dump)
        if sys.argv[1] == "--whole":
            faults += cuts(dump)
        for fault in faults[:20]:
            print(fault)
        return 1 if faults else 0
    make(*sys.argv[1:4])
    return 0


sys.exit(main())
