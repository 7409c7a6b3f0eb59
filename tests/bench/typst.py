"""typst.py -- a report's tree (gwasg build --dump xml), on the standard input, as Typst's
markup with the same words, tables, boxes, lists, notes and bars of charts: what another
typesetter is measured by.  Its look is not ours; its work is much the same."""
import re
import sys
import xml.etree.ElementTree as tree

HEAD = """#set document(title: [Report])
#set page(paper: "a4", margin: 2.4cm, numbering: "1")
#set text(font: "Lato", size: 12pt, lang: "en")
#set par(justify: false)
#set heading(numbering: none)
#outline(depth: 2)
"""


def escaped(text):
    return re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", re.sub(r"\s+", " ", text or ""))


def inline(e):
    """What stands in a line."""
    out = escaped(e.text)
    for child in e:
        inner = inline(child)
        form = {"strong": "#strong[%s]", "em": "#emph[%s]", "note": "#footnote[%s]", "br": "#linebreak()"}.get(child.tag)
        out += inner if form is None else form % inner if "%s" in form else form
        out += escaped(child.tail)
    return out.strip() if e.tag in ("p", "note") else out


def table(e):
    rows = e.findall(".//tr")
    columns = max(len(r) for r in rows)
    head = e.findall("thead/tr")
    cells = [["[%s]" % "".join(block(c) for c in cell) for cell in r] + ["[]"] * (columns - len(r)) for r in rows]
    first = "table.header(%s)," % ",".join(sum(cells[:len(head)], [])) if head else ""
    return "#figure(caption: [%s], table(columns: %d, %s%s))\n\n" % (
        inline(e.find("caption")) if e.find("caption") is not None else "", columns, first,
        ",".join(sum(cells[len(head):], [])))


def chart(e):
    """Each bar: its label, a part that is filled, its number."""
    bars = "".join("grid(columns: (6cm, 8cm, 1cm), [%s], rect(width: %d%%, height: 8pt, fill: navy), [%s%%])," % (
        inline(bar.find("label")) if bar.find("label") is not None else "", int(bar.get("percent") or 50),
        bar.get("percent") or "") for bar in e.findall("bar"))
    said = [inline(c) for c in e if c.tag in ("measure", "caption")]
    alt = inline(e.find("alt")).replace('"', "") if e.find("alt") is not None else "chart"
    return '#figure(alt: "%s", caption: [%s], stack(spacing: 4pt, %s))\n\n' % (
        alt.replace("\\", ""), " ".join(said), bars or "[]")


def block(e):
    if e.tag == "heading":
        return "%s %s\n\n" % ("=" * int(e.get("level") or 3), inline(e))
    if e.tag in ("p", "title", "lead", "area", "date", "strap", "role", "comment", "name"):
        return inline(e) + "\n\n"
    if e.tag == "table" and e.find(".//tr") is not None:
        return table(e)
    if e.tag == "chart":
        return chart(e)
    if e.tag in ("foot", "logo", "toc", "alt", "stars"):
        return ""
    inner = "".join(block(c) for c in e)
    if e.tag == "box":
        return "#block(fill: luma(235), inset: 8pt, width: 100%%)[%s]\n\n" % inner
    if e.tag == "item":
        return "#grid(columns: (1cm, 1fr), [%s], [%s])\n\n" % (escaped(e.get("label") or "•"), inner)
    return inner


print(HEAD + block(tree.parse(sys.stdin).getroot()))
