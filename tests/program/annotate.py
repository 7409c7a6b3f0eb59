"""annotate.py PDF OUT NOTES [STYLE] -- puts notes on the pages of a PDF as programs are known to
write them.  NOTES: JSON, a list of
    {"kind": "Highlight", "on": "nine of the", "text": "should be eight", "by": "Joan Hale"}
"on": words, found by poppler (independent of the program that made the page), "nth" of them
from 1; "page": which, else the first that has them (-1: the last; other words than those of
"on"); "rect": a place instead, four numbers from the words' top left, or from the page's where
there are none.  Further keys: "id", "to" (id of the note that it answers), "how" ("Group"),
"state", "date", "rich", "raw" (more of the dictionary, as PDF has it), "tip" (as "rect").
STYLE: acrobat (appended; popups, rich text, names), okular (appended), preview (the file written
anew, no names), pdfjs (appended, quadrilaterals the other way round)."""
import functools
import html
import json
import re
import subprocess
import sys

import pikepdf

STYLES = {  # appended or written anew; popups; names; rich text; order of the corners
    "acrobat": (True, True, True, True, (0, 1, 2, 3)),
    "okular": (True, True, True, False, (0, 1, 3, 2)),
    "preview": (False, True, False, False, (0, 1, 2, 3)),
    "pdfjs": (True, False, False, False, (2, 3, 0, 1)),
}


def words_of(path, page):
    """The words of a page with their boxes from the top left, as poppler sees them."""
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), path, "-"],
                         check=True, capture_output=True).stdout.decode()
    return [(html.unescape(w), tuple(map(float, box))) for *box, w in re.findall(
        r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', out)]


def find(words, on, nth=1):
    wanted = on.split()
    for i in range(len(words)):
        if [w for w, _ in words[i:i + len(wanted)]] == wanted:
            nth -= 1
            if nth == 0:
                return [box for _, box in words[i:i + len(wanted)]]
    return None


def find_page(note, words, count):
    """The number of its page, from 1."""
    page = note.get("page", note.get("on"))
    if not isinstance(page, str):
        return page % (count + 1)
    for number in range(1, count + 1):
        if find(words(number), page):
            return number
    raise SystemExit(f"on no page: {page}")


def lines_of(boxes):
    """A box for each line that the words stand in."""
    lines = []
    for box in boxes:
        if lines and abs(lines[-1][1] - box[1]) < 2 and box[0] >= lines[-1][0]:
            last = lines[-1]
            lines[-1] = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def text(s):
    return "<" + (b"\xfe\xff" + s.encode("utf-16-be")).hex() + ">"


def numbers(values):
    return "[" + " ".join(f"{v:.3f}" for v in values) + "]"


def corner(note, words):
    """From where rectangles are measured."""
    return find(words, note["on"], note.get("nth", 1))[0][:2] if "on" in note else (0, 0)


def geometry(note, words, height, order):
    """Rect and QuadPoints in the places of PDF."""
    if "rect" in note:
        left, top = corner(note, words)
        x0, y0, x1, y1 = note["rect"]
        return [left + x0, height - top - y1, left + x1, height - top - y0], []
    lines = lines_of(find(words, note["on"], note.get("nth", 1)))
    if note["kind"] in ("Text", "FreeText"):
        x, y = (lines[0][0] + lines[0][2]) / 2, height - (lines[0][1] + lines[0][3]) / 2
        return [x - 9, y - 9, x + 9, y + 9], []
    if note["kind"] == "Caret":
        x, y = lines[-1][2], height - lines[-1][3]
        return [x - 4, y - 4, x + 4, y + 4], []
    quads = []
    for x0, top, x1, bottom in lines:
        corners = [(x0, height - top), (x1, height - top), (x0, height - bottom), (x1, height - bottom)]
        quads += [c for k in order for c in corners[k]]
    rect = [min(b[0] for b in lines), height - max(b[3] for b in lines),
            max(b[2] for b in lines), height - min(b[1] for b in lines)]
    return rect, quads


def dictionary(note, words, height, style, page, number, numbers_of, popup):
    _, _, named, rich, order = STYLES[style]
    rect, quads = geometry(note, words, height, order)
    out = f"<</Type/Annot/Subtype/{note['kind']}/F 4/P {page} 0 R/Rect {numbers(rect)}/C[1 .8 0]"
    if quads and note["kind"] in ("Highlight", "Underline", "Squiggly", "StrikeOut"):
        out += f"/QuadPoints {numbers(quads)}"
    if "tip" in note:
        x, y = (a + b for a, b in zip(corner(note, words), note["tip"]))
        out += f"/CL {numbers([x, height - y, rect[0], rect[1]])}"
    if note.get("text") or style == "acrobat":
        out += "/Contents" + text(note.get("text", ""))
    if rich and note.get("text"):
        body = "".join(f"<p>{html.escape(p)}</p>" for p in note["text"].split("\n"))
        out += "/RC" + text('<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml">' + body + "</body>")
    if "rich" in note:
        out += "/RC" + text(note["rich"])
    if "by" in note:
        out += "/T" + text(note["by"])
    date = note.get("date", "20120522101500+01'00'")
    out += f"/M(D:{date})" + (f"/CreationDate(D:{date})" if style != "preview" else "")
    if named:
        out += f"/NM({note.get('id', number)}-{style})"
    if "to" in note:
        out += f"/IRT {numbers_of[note['to']]} 0 R/RT/{note.get('how', 'R')}"
    if "state" in note:
        model = "Marked" if note["state"].endswith("arked") else "Review"
        out += f"/State({note['state']})/StateModel({model})"
    if popup:
        out += f"/Popup {popup} 0 R"
    return out + note.get("raw", "") + ">>"


def objects_of(pdf, path, notes, style, first):
    """Numbers and bodies of the new objects, and of each page the numbers of its notes."""
    out, of_page, numbers_of, number = {}, {}, {}, first
    popups = STYLES[style][1]
    for i, note in enumerate(notes):
        numbers_of[note.get("id", i)] = number + i * 2
    known = functools.cache(lambda number: words_of(path, number))
    for i, note in enumerate(notes):
        note["page"] = find_page(note, known, len(pdf.pages))
        page, words = pdf.pages[note["page"] - 1], known(note["page"])
        height = float(page.mediabox[3])
        own, popup = number + i * 2, number + i * 2 + 1 if popups and "state" not in note else None
        out[own] = dictionary(note, words, height, style, page.objgen[0], own, numbers_of, popup)
        of_page.setdefault(note["page"], []).append(own)
        if popup:
            out[popup] = f"<</Type/Annot/Subtype/Popup/Parent {own} 0 R/Rect[450 10 590 90]/Open false>>"
            of_page[note["page"]].append(popup)
    return out, of_page


def append(src, out, pdf, new, of_page):
    """The file as it was, and what is new behind it: an incremental update."""
    data = bytearray(open(src, "rb").read())
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    for page, own in of_page.items():
        body = pdf.pages[page - 1].obj
        kept = [k.unparse().decode() for k in body.get("/Annots", [])]
        body = pikepdf.Dictionary({k: v for k, v in body.items() if k != "/Annots"})
        text_of = body.unparse().decode().rstrip()[:-2]
        new[pdf.pages[page - 1].objgen[0]] = text_of + "/Annots[" + " ".join(
            kept + [f"{n} 0 R" for n in own]) + "]>>"
    at = {}
    for number, body in sorted(new.items()):
        at[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    own = max(max(new) + 1, int(pdf.trailer.Size))
    at[own] = len(data)
    rows = b"".join(bytes([1]) + at[n].to_bytes(4, "big") + b"\0\0" for n in sorted(at))
    index = " ".join(f"{n} 1" for n in sorted(at))
    root = pdf.trailer.Root.objgen[0]
    data += (f"{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{index}]/Size {own + 1}/Root {root} 0 R/Prev {before}"
             f"/Length {len(rows)}>>stream\n").encode() + rows + b"\nendstream\nendobj\n"
    data += f"startxref\n{at[own]}\n%%EOF\n".encode()
    open(out, "wb").write(data)


def rewrite(out, pdf, new, of_page):
    made = {}
    for number in new:
        made[number] = pdf.make_indirect(pikepdf.Dictionary())
    for number, body in new.items():
        body = re.sub(r"\b(\d+) 0 R", lambda m: (f"{made[int(m[1])].objgen[0]} 0 R" if int(m[1]) in made
                                                else m[0]), body)
        for key, value in pikepdf.Object.parse(body.encode("latin-1"), "note").items() if "0 R" not in body else \
                parsed(pdf, body).items():
            made[number][key] = value
    for page, own in of_page.items():
        obj = pdf.pages[page - 1].obj
        obj.Annots = pikepdf.Array(list(obj.get("/Annots", [])) + [made[n] for n in own])
    pdf.save(out)


def parsed(pdf, body):
    """A dictionary whose references are those of the file."""
    found = []

    def keep(match):
        found.append(int(match[1]))
        return f"(ref-{len(found) - 1})"
    d = pikepdf.Object.parse(re.sub(r"\b(\d+) 0 R", keep, body).encode("latin-1"))
    for key, value in list(d.items()):
        if isinstance(value, pikepdf.String) and str(value).startswith("ref-"):
            d[key] = pdf.get_object(found[int(str(value)[4:])], 0)
    return d


def main():
    src, out, spec, *style = sys.argv[1:]
    style = style[0] if style else "acrobat"
    notes = json.load(open(spec, encoding="utf-8"))
    pdf = pikepdf.open(src)
    new, of_page = objects_of(pdf, src, notes, style, max(int(pdf.trailer.Size), len(pdf.objects) + 1))
    if STYLES[style][0]:
        append(src, out, pdf, new, of_page)
    else:
        rewrite(out, pdf, new, of_page)


if __name__ == "__main__":
    main()
