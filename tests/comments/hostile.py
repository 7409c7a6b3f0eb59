"""hostile.py GWASG REPORT -- over a hundred replies that are broken or mean harm, made here
and imported one by one: none ends the program, each is taken or said, in little time and
memory, and none leaves more behind than a good comments.csv."""
import csv
import io
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

csv.field_size_limit(1 << 24)
SECONDS, KILOBYTES = 14, 900 * 1024
HASH = "abcd1234"
REPORT = os.path.basename(sys.argv[2].rstrip("/"))


# ---- PDF, written by hand so that it can be wrong ----

def text(s):
    return b"<" + (b"\xfe\xff" + s.encode("utf-16-be")).hex().encode() + b">"


def field(name, value, more=b""):
    value = value if isinstance(value, bytes) else text(value)
    return b"<</FT/Tx/T" + text(name) + b"/V " + value + more + b">>"


def pdf(objects, root=1, trailer=b"", xref=True, size=None):
    out, at = bytearray(b"%PDF-1.7\n"), []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    start = len(out)
    if xref:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        for a in at:
            out += b"%010d 00000 n \n" % a
    out += b"trailer\n<</Size %d/Root %d 0 R" % (size or len(objects) + 1, root) + trailer
    return bytes(out + b">>\nstartxref\n%d\n%%%%EOF\n" % start)


PAGES = [b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]
HEAD = {"gwasg.report": REPORT, "gwasg.draft": "1", "gwasg.hash": HASH, "who": "A B"}
GOOD = {"c01.ref": "Letter p1", "c01.correction": "ŵy", "c01.kind": b"/B"}


def form(fields, catalog=b"", acroform=b"", head=True, extra=(), pages=PAGES):
    named = dict(HEAD, **fields) if head else fields
    first = 4 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + i) for i in range(len(named)))
    return [b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + kids + b"]" + acroform + b">>" +
            catalog + b">>", *pages, *extra, *(field(k, v) for k, v in named.items())]


def plain(**fields):
    return pdf(form({k.replace("_", "."): v for k, v in fields.items()}))


def catalog(body, *objects):
    return pdf([b"<</Type/Catalog/Pages 2 0 R" + body + b">>", *PAGES, *objects])


def stream(data, more=b""):
    return b"<</Length %d" % len(data) + more + b">>stream\n" + data + b"\nendstream"


def bomb(megabytes):
    """So many megabytes of zeros: the same compressed block again and again."""
    z = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = z.compress(b"\0" * (1 << 20)) + z.flush(zlib.Z_FULL_FLUSH)
    check = (megabytes * (1 << 20) % 65521) << 16 | 1  # Adler-32 of zeros
    return b"\x78\xda" + block * megabytes + b"\3\0" + struct.pack(">I", check)


def packed_object(data):
    """A PDF whose only field, 3, is in the object stream 4."""
    out, at = bytearray(b"%PDF-1.5\n"), {}
    for n, body in {1: b"<</Type/Catalog/AcroForm<</Fields[3 0 R]>>/Pages 5 0 R>>",
                    4: stream(data, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
                    5: b"<</Type/Pages/Kids[]/Count 0>>"}.items():
        at[n] = len(out)
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    rows = [(0, 0, 0), (1, at[1], 0), (0, 0, 0), (2, 4, 0), (1, at[4], 0), (1, at[5], 0), (1, len(out), 0)]
    table = b"".join(struct.pack(">BIH", *r) for r in rows)
    xref = stream(table, b"/Type/XRef/W[1 4 2]/Size 7/Root 1 0 R")
    start = len(out)
    return bytes(out + b"6 0 obj\n" + xref + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)


def pdf_cases():
    good = pdf(form(GOOD))
    yield "good", good
    yield "empty", b""
    yield "mark alone", b"%PDF-1.7"
    yield "mail before it", b"Content-Type: x\n\n" + good
    for part in (5, 20, 40, 60, 80, 95, 99):
        yield f"cut at {part}%", good[:len(good) * part // 100]
    yield "xref elsewhere", good.replace(b"startxref\n", b"startxref\n9")
    yield "xref negative", good.replace(b"startxref\n", b"startxref\n-")
    yield "no xref", pdf(form(GOOD), xref=False)
    yield "xref of letters", good.replace(b"0000000000 65535 f", b"zzzzzzzzzz zzzzz z")
    yield "xref says billions", good.replace(b"xref\n0 ", b"xref\n0 4000000000")
    yield "xref in a circle", pdf(form(GOOD), trailer=b"/Prev 9")
    yield "huge size", pdf(form(GOOD), size=2147483647)
    yield "root missing", pdf(form(GOOD), root=99)
    yield "root a number", pdf([b"7"])
    yield "root itself", pdf([b"1 0 R"])
    yield "no form", catalog(b"")
    yield "form an array", catalog(b"/AcroForm[]")
    yield "form a number", catalog(b"/AcroForm 7")
    yield "fields a number", catalog(b"/AcroForm<</Fields 7>>")
    yield "fields of numbers", catalog(b"/AcroForm<</Fields[1 2 (x) null 99 0 R]>>")
    yield "fields itself", catalog(b"/AcroForm<</Fields 4 0 R>>", b"[4 0 R 4 0 R]")
    yield "kids in a circle", catalog(b"/AcroForm<</Fields[4 0 R]>>", b"<</T(c01)/Kids[4 0 R]>>")
    yield "kids of each other", catalog(b"/AcroForm<</Fields[4 0 R]>>",
                                        b"<</T(a)/Kids[5 0 R 5 0 R]>>", b"<</T(b)/Kids[4 0 R 4 0 R]>>")
    yield "kids without names in a circle", catalog(b"/AcroForm<</Fields[4 0 R]>>",
                                                    b"<</T(a)/Kids[5 0 R]>>", b"<</Kids[4 0 R]>>")
    yield "deep kids", catalog(b"/AcroForm<</Fields[4 0 R]>>", *(
        b"<</T(a)/Kids[%d 0 R]>>" % (5 + i) for i in range(3000)))
    yield "deep arrays", catalog(b"/AcroForm<</Fields " + b"[" * 200000 + b"]" * 200000 + b">>")
    yield "deep dictionaries", catalog(b"/AcroForm" + b"<</A" * 100000 + b">>" * 100000)
    yield "10,000 fields", pdf(form({f"c{i:04}.correction": "x" for i in range(1, 9999)}))
    yield "10,000 other fields", pdf(form({f"f{i}": "x" for i in range(10000)}, head=False))
    yield "50,000 fields", pdf(form({f"f{i}": "x" for i in range(50000)}))
    yield "a field 30,000 times", catalog(b"/AcroForm<</Fields[" + b"4 0 R " * 30000 + b"]>>",
                                          field("c01.ref", "x"))
    yield "1 MB of text", plain(c01_ref="Letter p1", c01_correction="ŵ" * 500000)
    yield "20 MB of text", plain(c01_ref=b"(" + b"x" * (20 << 20) + b")", c01_correction="y")
    yield "a long name", plain(**{"c01_ref": "Letter p1", "n" * 100000: "x"})
    yield "flate bomb as a value", pdf(form(dict(GOOD, **{"c02.ref": b"4 0 R"}), extra=[
        stream(bomb(300), b"/Filter/FlateDecode")]))
    yield "flate bomb of bombs", pdf(form(dict(GOOD, **{"c02.ref": b"4 0 R"}), extra=[
        stream(zlib.compress(bomb(300), 9), b"/Filter[/FlateDecode/FlateDecode]")]))
    packed = bomb(600)
    yield "object stream bomb", packed_object(packed)
    body = b"%PDF-1.5\n1 0 obj\n" + stream(
        packed, b"/Type/XRef/W[1 4 2]/Size 60000000/Root 2 0 R/Filter/FlateDecode") + b"\nendobj\n"
    yield "xref stream bomb", body + b"startxref\n9\n%%EOF\n"
    yield "script when opened", pdf(form(GOOD, catalog=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"))
    yield "script by name", pdf(form(GOOD, catalog=b"/Names<</JavaScript<</Names[(a)4 0 R]>>>>", extra=[
        b"<</S/JavaScript/JS(while(1);)>>"]))
    yield "script on closing", pdf(form(GOOD, catalog=b"/AA<</WC<</S/JavaScript/JS(x)>>>>"))
    yield "XFA", pdf(form(GOOD, acroform=b"/XFA[(template)4 0 R]", extra=[stream(b"<xdp/>")]))
    yield "encrypted, badly", pdf(form(GOOD), trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -1>>/ID[(a)(a)]")
    yield "encrypted, unknown", pdf(form(GOOD), trailer=b"/Encrypt<</Filter/Other/V 9>>/ID[(a)(a)]")
    yield "another report", pdf(form(dict(GOOD, **{"gwasg.report": "elsewhere-1999"})))
    for number in ("2", "0", "-1", "99999999999999999999", "two", ""):
        yield f"draft {number!r}", pdf(form(dict(GOOD, **{"gwasg.draft": number})))
    yield "another hash", pdf(form(dict(GOOD, **{"gwasg.hash": "00000000"})))
    yield "unknown reference", plain(c01_ref="9.9 Z(9)", c01_correction="kept")
    yield "no reference", plain(c01_correction="kept")
    for what, value in {
            "UTF-16 of odd length": b"<FEFF00>", "lone surrogates": b"<FEFFD800DC00D800>",
            "UTF-16 the other way": b"<FFFE7501>", "broken UTF-8": b"<EFBBBFC3C3FF>",
            "every byte": b"<" + bytes(range(256)).hex().encode() + b">",
            "direction marks": text("a\u202eb\u2066c"), "a language": b"<FEFF001B0065006E001B0041>",
            "open brackets": b"(((((", "a null": b"null", "a true": b"true", "an array": b"[[[()]]]",
            "a dictionary": b"<</V(x)>>", "a name": b"/#00#ff", "a stream of nothing": b"99 0 R",
            "itself": b"8 0 R"}.items():
        yield f"value: {what}", pdf(form(dict(GOOD, **{"c01.correction": value})))
    yield "pages in a circle", pdf(form(GOOD, pages=[b"<</Type/Pages/Kids[2 0 R]/Count 1>>", b"null"]))
    yield "a million pages", pdf(form(GOOD, pages=[b"<</Type/Pages/Kids[" + b"3 0 R " * 100000 +
                                                   b"]/Count 1000000>>", PAGES[1]]))
    yield "notes on pages", pdf(form(GOOD, pages=[PAGES[0], PAGES[1][:-2] + b"/Annots[" + b" ".join(
        b"<</Subtype/Text/Contents(%d)>>" % i for i in range(5000)) + b"]>>"]))
    for seed in range(15):
        chance = random.Random(seed)
        spoilt = bytearray(good)
        for _ in range(20):
            spoilt[chance.randrange(9, len(spoilt))] = chance.randrange(256)
        yield f"spoilt {seed}", bytes(spoilt)


# ---- notes on pages ----

def noted(*notes, page=b"", extra=(), **more):
    """A good form with notes; those of `extra` are objects from 4 on."""
    return pdf(form(GOOD, extra=extra, pages=[
        PAGES[0], b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0" + page +
        b"/Annots[" + b" ".join(notes) + b"]>>"], **more))


def note(kind="Highlight", rect=b"[70 700 200 712]", more=b"", said=b"(x)"):
    return b"<</Type/Annot/Subtype/" + kind.encode() + b"/Rect" + rect + b"/Contents" + said + more + b">>"


QUAD = b"/QuadPoints[70 712 200 712 70 700 200 700]"


def note_cases():
    yield "a good note", noted(note(more=QUAD))
    yield "100,000 notes", noted(*[note(more=QUAD)] * 100000)
    yield "100,000 times one note", noted(b"4 0 R " * 100000, extra=[note()])
    yield "100,000 of ours", noted(*[note("Widget")] * 100000)
    yield "3,000 notes that differ", noted(*(note(said=b"(%d)" % i) for i in range(3000)))
    yield "2,000 answers in a chain", noted(*(b"%d 0 R" % (4 + i) for i in range(2000)), extra=[
        note("Text", more=b"/IRT %d 0 R" % (3 + i) if i else b"", said=b"(%d)" % i) for i in range(2000)])
    yield "2,000 answers in a circle", noted(*(b"%d 0 R" % (4 + i) for i in range(2000)), extra=[
        note("Text", more=b"/IRT %d 0 R" % (4 + (i + 1) % 2000), said=b"(%d)" % i) for i in range(2000)])
    yield "an answer to itself", noted(b"4 0 R", extra=[note("Text", more=b"/IRT 4 0 R")])
    yield "two that answer each other", noted(b"4 0 R 5 0 R", extra=[
        note("Text", more=b"/IRT 5 0 R"), note("Text", more=b"/IRT 4 0 R/RT/Group")])
    yield "a group in a circle", noted(b"4 0 R 5 0 R", extra=[
        note(more=b"/IRT 5 0 R/RT/Group"), note(more=b"/IRT 4 0 R/RT/Group")])
    yield "states in a circle", noted(b"4 0 R 5 0 R", extra=[
        note("Text", more=b"/IRT 5 0 R/StateModel(Review)/State(Accepted)"),
        note("Text", more=b"/IRT 4 0 R/StateModel(Review)/State(Rejected)")])
    yield "an answer to nothing", noted(note("Text", more=b"/IRT 99 0 R"))
    yield "an answer to a number", noted(note("Text", more=b"/IRT 7"))
    yield "an answer to the catalog", noted(note("Text", more=b"/IRT 1 0 R"))
    for what, rect in {"none": b"null", "empty": b"[]", "short": b"[1 2]", "reversed": b"[200 712 70 700]",
                       "huge": b"[-1e30 -1e30 1e30 1e30]", "of letters": b"[(a)(b)(c)(d)]", "flat": b"[70 700 70 700]",
                       "of dictionaries": b"[<<>><<>><<>><<>>]", "far away": b"[90000 90000 90001 90001]",
                       "of many digits": b"[" + b"9" * 5000 + b" 0 1 1]", "NaN": b"[NaN nan inf -inf]",
                       "itself": b"4 0 R"}.items():
        yield f"rectangle: {what}", noted(b"4 0 R", extra=[note(rect=rect)])
        yield f"quadrilateral: {what}", noted(note(more=b"/QuadPoints" + rect))
    yield "a million corners", noted(note(more=b"/QuadPoints[" + b"70 712 200 712 70 700 200 700 " * 125000 + b"]"))
    yield "200 notes of 500 pieces", noted(*[note(more=b"/QuadPoints[" + b"70 712 200 712 70 700 200 700 " * 500 + b"]")] * 200)
    for size in (60000, 1 << 20, 20 << 20):
        yield f"rich text of {size}", noted(note("FreeText", said=b"()", more=b"/RC(" + b"<p>x</p>" * (size // 8) + b")"))
    yield "rich text that never ends", noted(note(said=b"()", more=b"/RC(" + b"<style><" * 7000 + b")"))
    yield "rich text of entities", noted(note(said=b"()", more=b"/RC(" + b"&#x110000;&#0;&#xD800;&&&#" * 1000 + b")"))
    yield "rich text of entities declared", noted(note(said=b"()", more=b"/RC(<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><p>&b;</p>)"))
    yield "rich text as a stream", noted(note(said=b"()", more=b"/RC 4 0 R"), extra=[stream(b"<p>x</p>")])
    yield "rich text as a bomb", noted(note(said=b"()", more=b"/RC 4 0 R"), extra=[stream(bomb(300), b"/Filter/FlateDecode")])
    yield "popups of popups", noted(b"4 0 R", extra=[
        note("Popup", more=b"/Parent %d 0 R/Popup %d 0 R" % (4 + i, 5 + i)) for i in range(2000)])
    yield "a popup that is its note", noted(b"4 0 R", extra=[note(said=b"()", more=b"/Popup 4 0 R")])
    yield "a script in a note", noted(note(more=b"/A<</S/JavaScript/JS(app.alert(1))>>"))
    yield "a script on a note", noted(note(more=b"/AA<</E<</S/JavaScript/JS(while(1);)>>/PO<</S/Launch/F(x)>>>>"))
    yield "a program to launch", noted(note("Screen", more=b"/A<</S/Launch/F(/bin/sh)>>"), note("Text", more=b"/A<</S/URI/URI(x:y)>>"))
    yield "a file attached", noted(note("FileAttachment", more=b"/FS<</F(x.exe)/EF<</F 4 0 R>>>>"), extra=[stream(b"MZ")])
    yield "no appearance", noted(note("Stamp", said=b"()", more=b"/AP<</N 99 0 R>>"))
    yield "an appearance of itself", noted(b"4 0 R", extra=[note("Stamp", more=b"/AP<</N 4 0 R>>")])
    yield "types that there are not", noted(*(note(k) for k in ("Foo", "A" * 5000, "..#2F", "Text#00")))
    yield "no type", noted(b"<</Rect[0 0 1 1]/Contents(x)>>", b"null", b"7", b"(x)", b"[]", b"99 0 R")
    yield "a date of noughts", noted(note(more=b"/M(D:00000000000000)"), note(more=b"/CreationDate(yesterday)"), note(more=b"/M 7"))
    yield "an author of lines", noted(note(more=b"/T(a\\nb\\tc\\0d" + b"x" * 9000 + b")"))
    yield "a formula", noted(note("Text", said=b"(=cmd|' /C calc'!A0)", more=b"/T(=1+1)"))
    yield "directions", noted(note(said=text("a\u202eb\u2066c"), more=b"/T" + text("\u202eevil")))
    yield "a name for all", noted(*(note(said=b"(%d)" % i, more=b"/NM(a)") for i in range(500)))
    yield "the same 1,000 times", noted(*[note("Text")] * 1000)
    yield "notes of all", noted(*(note(k, said=b"()") for k in (
        "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly",
        "StrikeOut", "Caret", "Stamp", "Ink", "FileAttachment", "Sound", "Redact", "3D", "RichMedia", "Projection")))
    for what, content in {"a bomb": stream(bomb(200), b"/Filter/FlateDecode"),
                          "a bomb of bombs": stream(zlib.compress(bomb(300), 9), b"/Filter[/FlateDecode/FlateDecode]"),
                          "an open string": stream(b"(" * 100000), "brackets": stream(b"<<" * 50000 + b"[" * 50000),
                          "marks": stream(b"/P<</MCID 0>>BDC " * 20000), "q": stream(b"q " * 100000),
                          "turns": stream(b"0 0 0 0 0 0 cm 1e38 1e38 1e38 1e38 1e38 1e38 cm " * 1000 + b"/P<</MCID 0>>BDC EMC"),
                          "numbers": stream(b"9" * 200000 + b" 1e400 nan -.- + cm"), "a picture": stream(b"BI ID " + bytes(range(256)) * 100),
                          "itself": b"[4 0 R 4 0 R]", "noughts": stream(b"\0" * 200000), "nothing": b"null"}.items():
        yield f"a page of {what}", noted(note(more=QUAD), page=b"/Contents 4 0 R", extra=[content])
    yield "a page of 10,000 parts", noted(note(), page=b"/Contents[" + b"4 0 R " * 10000 + b"]", extra=[stream(b"q")])
    yield "notes without a form", pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES[0], PAGES[1][:-2] + b"/Annots[" + note() + b"]>>"])


# ---- e-mails ----

def mail_cases():
    head = b"From: A B <a@b>\r\nDate: Tue, 22 May 2012 10:00:00 +0100\r\nSubject: x\r\n"
    yield "mail.eml", head + b"\r\nIt was eight.\r\n"
    yield "a mail without a text", head
    yield "a mail of heads", b"From: x\r\n" + b"X-A: b\r\n" * 200000
    yield "a head of 20 MB", b"From: " + b"a" * (20 << 20) + b"\r\n\r\nx"
    yield "a name of openings", b"From: " + b"=?utf-8?q?" * 100000 + b"\r\n\r\nx"
    parts = b'Content-Type: multipart/mixed; boundary="b"\r\n'
    yield "parts in parts", head + (parts + b"\r\n--b\r\n") * 5000 + b"\r\nx"
    yield "100,000 parts", head + parts + b"\r\n" + b"--b\r\n\r\nx\r\n" * 100000 + b"--b--\r\n"
    yield "an empty boundary", head + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n--\r\nx'
    yield "base64 of noise", head + b"Content-Transfer-Encoding: base64\r\n\r\n" + bytes(range(256)) * 50
    yield "quoted ends", head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nx=\r\n=4=G=" + b"=" * 5000
    yield "a character set that there is not", head + b"Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe\x80"
    yield "controls in a mail", head + b"\r\n\0\7\x1b[31m\xe2\x80\xaeevil"
    yield "HTML that never ends", head + b"Content-Type: text/html\r\n\r\n" + b"<p><!--" * 100000
    yield "2 MB of a mail", head + b"\r\n" + b"It was eight. " * 150000


# ---- Word ----

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COLUMNS = ["Reference", "Kind of comment", "Our text", "Your correction",
           "Evidence (document and page)", "Draft"]


def docx(xml, name="word/document.xml", more=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(name, xml)
        for n, data in more:
            z.writestr(n, data)
    return out.getvalue()


def cell(s, properties=""):
    return f"<w:tc>{properties}<w:p><w:r><w:t>{s}</w:t></w:r></w:p></w:tc>"


def row(cells):
    return "<w:tr>" + "".join(map(cell, cells)) + "</w:tr>"


def document(body, before=""):
    return f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'


def table(*rows):
    return "<w:tbl>" + "".join(map(row, (COLUMNS, *rows))) + "</w:tbl>"


def docx_cases():
    comment = ["Letter p1", "B", "", "ŵy", "", f"{REPORT} draft 1 {HASH}"]
    good = docx(document(table(comment)))
    yield "good.docx", good
    for part in (10, 50, 90):
        yield f"docx cut at {part}%", good[:len(good) * part // 100]
    yield "a zip of nothing", b"PK\3\4" + b"\0" * 100
    yield "no document in it", docx("x", "word/other.xml")
    yield "empty document", docx("")
    yield "no table", docx(document("<w:p/>"))
    yield "table without head", docx(document("<w:tbl>" + row(comment) + "</w:tbl>"))
    yield "broken XML", docx(document(table(comment))[:-30])
    yield "other namespace", docx(document(table(comment)).replace("wordprocessingml", "other"))
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield "billion laughs", docx(document(table(["&l9;"] * 6), f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'))
    yield "laughs in UTF-16", docx(document(table(["&l9;"] * 6), f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>')
                                   .replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"))
    yield "a file as entity", docx(document(table(["&e;"] * 6), '<!DOCTYPE w [<!ENTITY e SYSTEM "/etc/passwd">]>'))
    yield "zip bomb", docx(b" " * (64 << 20))
    yield "zip bomb of tables", docx(document(table(*[comment] * 60000)))
    yield "100,000 rows", docx(document(table(*[["", "", "", "", "", ""]] * 20000)))
    yield "10,000 cells in a row", docx(document("<w:tbl>" + row(COLUMNS) + row(["x"] * 10000) + "</w:tbl>"))
    span = '<w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    yield "a cell over a billion columns", docx(document(
        "<w:tbl>" + row(COLUMNS) + "<w:tr>" + cell("x", span) * 50 + "</w:tr></w:tbl>"))
    yield "tables in tables", docx(document("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000))
    yield "10,000 parts", docx(document(table(comment)), more=[(f"p{i}", "") for i in range(10000)])
    yield "paths that climb", docx(document(table(comment)), more=[("../../../tmp/x", "x")])
    yield "size that lies", good.replace(struct.pack("<H", 20) + b"\0\0\x08\0", struct.pack("<H", 20) + b"\0\0\x63\0")
    yield "no checksum", bytes(b ^ (0xFF if 14 <= i < 18 else 0) for i, b in enumerate(good))
    yield "marked as encrypted", good.replace(b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0")
    yield "docx of another draft", docx(document(table(comment[:5] + [f"{REPORT} draft 7 {HASH}"])))
    yield "docx of a draft in words", docx(document(table(comment[:5] + ["the blue one"])))


# ---- spreadsheets ----

def sheet(*rows, separator=",", encoding="utf-8-sig"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows((COLUMNS, *rows))
    return out.getvalue().encode(encoding, "replace")


def csv_cases():
    comment = ["Letter p1", "B", "", "ŵy", "", f"{REPORT} draft 1 {HASH}"]
    good = sheet(comment)
    yield "good.csv", good
    yield "semicolons", sheet(comment, separator=";", encoding="cp1252")
    yield "tabs", sheet(comment, separator="\t")
    yield "mark of UTF-8 alone", b"\xef\xbb\xbf"
    yield "blanks", b" \r\n\t\r\n"
    yield "NULs", good.replace(b"Letter", b"Le\0\0er")
    yield "controls", good.replace(b"Letter", b"Le\7\x1bter")
    yield "direction in a table", sheet(["\u202eLetter p1", "B", "", "x", "", ""])
    yield "open quotation", good + b'"never closed,'
    yield "quotations", good + b'"' * 500001
    yield "UTF-16", good.decode("utf-8-sig").encode("utf-16")
    yield "an old workbook", b"\xd0\xcf\x11\xe0" + b"\0" * 500
    yield "a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 500
    yield "one long line", b"x," * 2000000
    yield "200,000 rows", sheet(*[comment] * 200000)
    yield "10,000 columns", sheet(["x"] * 10000)
    yield "the same words in 4,900 places", sheet(
        *[[f"Letter z{i}", "B", "", "ŵy", "", ""] for i in range(4900)])
    yield "other heads", good.replace(b"Reference", b"Where")
    yield "heads twice", sheet(COLUMNS, comment, COLUMNS)
    yield "separator alone", b"sep=;\r\n"
    yield "carriage returns", good.replace(b"\r\n", b"\r")
    yield "a formula", sheet(["Letter p1", "B", "", "=cmd|' /C calc'!A0", "", ""])
    yield "short rows", good + b"Letter p1\r\n,,,\r\n\r\nLetter p2,A,,z\r\n"
    for seed in range(5):
        yield f"noise {seed}", bytes(random.Random(seed).randrange(256) for _ in range(5000))


# ---- the trial ----

def prepare(report, folder):
    shutil.copytree(report, folder)
    os.makedirs(f"{folder}/sent", exist_ok=True)
    with open(f"{folder}/sent/draft1.en.csv", "w", encoding="utf-8") as f:
        f.write("reference,uid,path,page,source,text,hash\r\n"
                "Letter p1,u0000001,Letter p p,1,,The first words," + HASH + "\r\n"
                "Letter p2,u0000002,Letter p p,1,,The second words," + HASH + "\r\n")
    with open(f"{folder}/sent/draft1.en.pages.csv", "w", encoding="utf-8") as f:
        f.write("page,reference,left,top,right,bottom,words,hash\r\n"
                f"1,,0,0,5950,8420,bbbbbbb,{HASH}\r\n"
                f"1,Letter p1,700,1300,2000,1420,0 400 The 500 800 first 900 1300 words,{HASH}\r\n"
                f"1,Letter p2,700,1500,2000,1620,0 400 The 500 800 second 900 1300 words,{HASH}\r\n")
    with open(f"{folder}/sent/drafts.csv", "w", encoding="utf-8") as f:
        f.write("draft,stage,language,recipient,body,date,due,hash,file\r\n"
                f"1,draft,en,,,2012-05-14,2012-05-29,{HASH},x.pdf\r\n")


def trial(gwasg, folder, what, data, faults):
    name = f"{folder}/reply"
    with open(name, "wb") as f:
        f.write(data)
    table_path = f"{folder}/comments.csv"
    if os.path.exists(table_path):
        os.remove(table_path)
    began = time.monotonic()
    p = subprocess.Popen([gwasg, "comments", "import", "--diagnostics", "short", folder, name],
                         stdout=open(f"{folder}/out", "wb"), stderr=open(f"{folder}/err", "wb"))
    _, status, used = os.wait4(p.pid, 0)
    p.returncode = 0
    took = time.monotonic() - began
    code = os.waitstatus_to_exitcode(status)
    out, err = (open(f"{folder}/{n}", "rb").read().decode("utf-8", "replace") for n in ("out", "err"))
    if len(err) > 40000:  # 200 messages and how many more there are
        faults.append(f"{what}: {len(err)} letters of messages")
    if code not in (0, 1):
        faults.append(f"{what}: exit status {code}: {err[:300]}")
    if code == 1 and f"{name}:" not in err:
        faults.append(f"{what}: refused without a word of the file: {err[:300]}")
    if code == 0 and " new, " not in out:
        faults.append(f"{what}: neither taken nor said: {out[:200]}")
    if took > SECONDS:
        faults.append(f"{what}: {took:.1f} s")
    if used.ru_maxrss > KILOBYTES and not os.environ.get("SANITIZED"):
        faults.append(f"{what}: {used.ru_maxrss // 1024} MB")
    if os.path.exists(table_path):
        with open(table_path, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.reader(f))
        if any(len(r) != len(rows[0]) or len(r) < 13 for r in rows):
            faults.append(f"{what}: a comments.csv that is none")
    return code, took, used.ru_maxrss, err


def main():
    gwasg, report = sys.argv[1:]
    verbose = os.environ.get("VERBOSE")
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as work:
        folder = f"{work}/{REPORT}"
        prepare(report, folder)
        for make in (pdf_cases, note_cases, mail_cases, docx_cases, csv_cases):
            for what, data in make():
                count += 1
                code, took, memory, err = trial(gwasg, folder, what, data, faults)
                if verbose:
                    said = err.split("\n")[0].replace(work, "")[:120]
                    print(f"{what}: {code}, {took:.2f} s, {memory >> 10} MB: {said}", flush=True)
    if count < 200:
        faults.append(f"only {count} cases")
    print("\n".join(faults) if faults else f"{count} replies: none got through")
    sys.exit(1 if faults else 0)


main()
