"""manuscript.py -- Word documents as people make them, of raw XML, each word of its own.
  make FOLDER      forty manuscripts and beside each the words that must arrive, one a line
  edit IN OUT OLD NEW [OLD NEW]...   the text of a document with some of it replaced
  untagged IN OUT  the same as LibreOffice saves it: fields without their tags
  hostile FOLDER   sixty that mean harm
  links OUT        a text with links of all kinds
  tables OUT CELL  a text with tables between its paragraphs
  hard OUT         texts that a field has no room for, or that Markdown takes for something else"""
import os
import random
import re
import struct
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = W + (' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
            ' xmlns:v="urn:schemas-microsoft-com:vml"')
STYLES = (f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
          '</w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="Rhestr"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
          '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>')
NUMBERING = (f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">' + "".join(
    f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="bullet"/></w:lvl>' for i in range(9)) +
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">' + "".join(
    f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="decimal"/></w:lvl>' for i in range(9)) +
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
CRITERIA = [("1.1 Risk of harm to others", "1.1 Risg o niwed i eraill"),
            ("1.2 Likelihood of reoffending", "1.2"), ("1.3 Safeguarding", "1.3")]
PARTS = [("Strengths", "Cryfderau"), ("Areas for improvement", "Meysydd i'w gwella")]


class Maker:
    def __init__(self, number):
        self.random = random.Random(number)
        self.number, self.count = number, 0
        self.must, self.notes, self.comments, self.welsh = [], [], [], number % 5 == 4
        self.body = []

    def word(self, must=True):
        self.count += 1
        n, letters = self.count, ""
        while n > 0:
            letters, n = letters + "bcdfghklmn"[n % 10], n // 10
        word = "q" + letters + "z"
        if must:
            self.must.append(word)
        return word

    def words(self, n=6):
        return " ".join(self.word() for _ in range(n))

    def run(self, text, look=""):
        return f'<w:r>{look and "<w:rPr>" + look + "</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'

    def p(self, inside, ppr=""):
        self.body.append(f"<w:p><w:pPr>{ppr}</w:pPr>{inside}</w:p>")

    def heading(self, text, level):
        kind = self.number % 4
        if kind == 0 or level == 1:
            self.p(self.run(text), f'<w:pStyle w:val="H{level}"/>')
        elif kind == 1:
            self.p(self.run(text, "<w:b/>"))
        elif kind == 2:
            self.p(self.run(text), f'<w:outlineLvl w:val="{level - 1}"/>')
        else:
            self.p(self.run(text[:2], "<w:b/>") + self.run(text[2:] + ":", "<w:b/>"))

    def inside(self):
        """What stands in a paragraph besides plain words."""
        choice = self.random.randrange(14)
        if choice == 0:
            return self.run(self.words(2), "<w:i/>") + self.run(" ") + self.run(self.words(2), "<w:b/>")
        if choice == 1:
            return (f'<w:ins w:id="1">{self.run(self.words(2))}</w:ins><w:del w:id="2"><w:r><w:delText>gone gone'
                    "</w:delText></w:r></w:del>")
        if choice == 2:
            self.comments.append(self.words(3))
            return (f'<w:r><w:commentReference w:id="{len(self.comments)}"/></w:r>')
        if choice == 3:
            self.notes.append(self.words(4))
            return f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        if choice == 4:
            return f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{self.run(self.words(2))}</w:sdtContent></w:sdt>'
        if choice == 5:
            return f'<w:smartTag w:element="place"><w:smartTag>{self.run(self.words(1))}</w:smartTag></w:smartTag>'
        if choice == 6:
            return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF here </w:instrText></w:r><w:r>'
                    f'<w:fldChar w:fldCharType="separate"/></w:r>{self.run(self.words(2))}<w:r><w:fldChar '
                    'w:fldCharType="end"/></w:r>')
        if choice == 7:
            return f'<w:hyperlink r:id="rId9">{self.run(self.words(2))}</w:hyperlink>'
        if choice == 8:
            return self.run("\u201c" + self.words(1) + "\u201d \u2014 " + self.words(1) + "\u2019s\u00a0" + self.words(1))
        if choice == 9:
            return self.run("co\u00adoperation " + self.words(1)) + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        if choice == 10:
            text = f"<w:p>{self.run(self.words(3))}</w:p>"
            return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
                    f"{text}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                    f"<w:txbxContent>{text}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
        if choice == 11:
            return self.run("*" + self.words(1) + "* [" + self.words(1) + "](x) _" + self.words(1) + "_ ((" + self.words(1) + "))")
        if choice == 12:
            return f'<w:fldSimple w:instr="DATE">{self.run(self.words(1))}</w:fldSimple>'
        return f'<w:moveTo w:id="3">{self.run(self.words(1))}</w:moveTo>'

    def item(self, level):
        inside = self.run(self.words(5) + " ") + self.inside() + self.run(" " + self.words(2) + ".")
        if self.number % 3 == 1 and level == 0:
            self.p(inside, '<w:pStyle w:val="Rhestr"/>')
        elif self.number % 7 == 3 and level == 0:
            self.p(self.run("\u2022\t") + inside)
        else:
            which = 2 if self.number % 6 == 5 else 1
            self.p(inside, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>')

    def table(self):
        cells = "".join(f"<w:tc><w:p>{self.run(self.word(False))}</w:p></w:tc>" for _ in range(3))
        self.body.append(f"<w:tbl>{'<w:tr>' + cells + '</w:tr>'}{'<w:tr>' + cells + '</w:tr>'}</w:tbl>")

    def boxed(self):
        self.body.append(f"<w:tbl><w:tr><w:tc><w:p>{self.run(self.words(4))}</w:p></w:tc></w:tr></w:tbl>")

    def make(self):
        self.heading(["Foreword", "Rhagair"][self.welsh], 1)
        for _ in range(3):
            self.p(self.run(self.words(9) + " ") + self.inside())
        if self.number % 8 == 2:
            self.boxed()
        times = 330 if self.number == 39 else 1
        for criterion in CRITERIA:
            self.heading(criterion[self.welsh], 2)
            for part in PARTS:
                self.heading(part[self.welsh], 3) if self.number % 4 else self.p(self.run(part[self.welsh], "<w:b/>"))
                for _ in range(times * (1 + self.number % 3)):
                    self.item(0)
                    if self.number % 2:
                        self.item(1)
                        if self.number % 4 == 3:
                            self.item(2)
            if self.number % 6 == 1:
                self.table()
        return self

    def write(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", "<Types/>")
            z.writestr("word/document.xml", f"<w:document {MORE}><w:body>{''.join(self.body)}</w:body></w:document>")
            z.writestr("word/styles.xml", STYLES)
            z.writestr("word/numbering.xml", NUMBERING)
            z.writestr("word/_rels/document.xml.rels", '<Relationships><Relationship Id="rId9" Type="x/hyperlink" '
                       'Target="https://example.org/a(b)"/></Relationships>')
            z.writestr("word/comments.xml", f"<w:comments {W}>" + "".join(
                f'<w:comment w:id="{i}" w:author="A. Evans"><w:p>{self.run(t)}</w:p></w:comment>'
                for i, t in enumerate(self.comments, 1)) + "</w:comments>")
            z.writestr("word/footnotes.xml", f"<w:footnotes {W}>" + "".join(
                f'<w:footnote w:id="{i}"><w:p>{self.run(t)}</w:p></w:footnote>'
                for i, t in enumerate(self.notes, 1)) + "</w:footnotes>")


def make(folder):
    for number in range(40):
        maker = Maker(number).make()
        maker.write(os.path.join(folder, f"{number:02}.docx"))
        with open(os.path.join(folder, f"{number:02}.words"), "w", encoding="utf-8") as f:
            f.write("\n".join(maker.must) + "\n")


def edit(path, out, *pairs):
    with zipfile.ZipFile(path) as z, zipfile.ZipFile(out, "w") as to:
        for name in z.namelist():
            data = z.read(name).decode()
            if name == "word/document.xml":
                for old, new in zip(pairs[::2], pairs[1::2]):
                    if not re.search(old, data):
                        sys.exit(f"{path} has no {old!r}")
                    data = re.sub(old, new, data, count=1)
            to.writestr(name, data)


def untagged(path, out):
    with zipfile.ZipFile(path) as z, zipfile.ZipFile(out, "w") as to:
        for name in z.namelist():
            to.writestr(name, re.sub("<w:(tag|alias|lock)[^>]*/>|<w:showingPlcHdr/>", "", z.read(name).decode()))


def put(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)


def document(inside):
    return f"<w:document {MORE}><w:body>{inside}</w:body></w:document>"


def tables(path, cell):
    """Nobody has exported it: a text with tables that the report takes, and others that it does not."""
    p = lambda words: f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    table = lambda *rows: "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(c) if c else '<w:p/>'}</w:tc>" for c in row.split("|")) + "</w:tr>" for row in rows) + "</w:tbl>"
    put(path, word__document_xml=document(
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Background</w:t></w:r></w:p>' + p("The valley is long.") +
        table("What is waited for|Town|Valley", f"Speech, days|10|{cell}", "A worker, days|3|") + p("It has one town.") +
        table("|Town", "No head|10") + table("Years|2019", "Children|12", "Cases|") +
        table("1|2|3|4|5|6|7|8", "a|b|c|d|e|f|g|h") + p("And an end.")))


def hard(path):
    """Each of these has stopped an import, or nearly: it must be words, or be said to have no place."""
    run = lambda words, look="": f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'
    p = lambda *runs: "<w:p>" + "".join(r if r.startswith("<") else run(r) for r in runs) + "</w:p>"
    h = lambda words, more="": f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run(words)}{more}</w:p>'
    br, comment, note = "<w:r><w:br/></w:r>", '<w:r><w:commentReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="1"/></w:r>'
    put(path, word__document_xml=document(
        h("Foreword") + p("ends a mark)) that none began, [as this](\u2013 x and ((this") + p("a) one", br, "b) two") +
        p("-one", br, "-two", br, "---") + p("\ue000- hidden sign") + p("one\u2028- two") + p("&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD") +
        p(br, br) + p("\u2022") + p("\ufb01rst letters in one sign") + p("Some words:", br, "\u2022 an item", br, "\u2022 and another") +
        p("x" * 99990) + p("behind all that there is room for") + h("Verdict") + p("A first paragraph.") + p("A second one.") +
        h("1.1 Risk of harm to others") + h("Strengths", comment) + p("A strength.") + h("Verdict") + p("too long " * 40) +
        h("Published") + p("on a day in May", note) + h("ISBN") + p("none", comment)),
        word__comments_xml=f'<w:comments {W}><w:comment w:id="1" w:author="A. Evans"><w:p>{run("Which of them?")}</w:p></w:comment></w:comments>',
        word__footnotes_xml=f'<w:footnotes {W}><w:footnote w:id="1"><w:p>{run("Or in June.")}</w:p></w:footnote></w:footnotes>')


def links(path):
    """Links as people have them: to the web, to a file, to nowhere, to a place of the document."""
    field = lambda says: f'<w:r><w:fldChar w:fldCharType="{says}"/></w:r>'
    link = lambda to, words: (field("begin") + f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{to}" </w:instrText></w:r>' +
                              field("separate") + f"<w:r><w:t>{words}</w:t></w:r>" + field("end"))
    put(path, word__document_xml=document(
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Foreword</w:t></w:r></w:p><w:p>' + "".join(
            link(to, words) + "<w:r><w:t xml:space='preserve'> and </w:t></w:r>" for to, words in [
                ("https://e.example/a_(b)", "a page"), ("https://e.example/ )(a|b", "an odd one"), ("file:///C:/our.doc", "our file"),
                ("docs/x.html", "one beside"), ("javascript:alert(1)", "a script"), ("#here", "this place"),
                ("mailto:joan@e.example", "Joan")]) + "<w:r><w:t>more.</w:t></w:r></w:p>"))


def hostile(folder):
    """Sixty: each must be refused with one error, or read with nothing of harm in it."""
    good = document('<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Foreword</w:t></w:r></w:p>'
                    "<w:p><w:r><w:t>All is well here.</w:t></w:r></w:p>")
    path = lambda n: os.path.join(folder, f"{n}.docx")
    raw = {"empty": b"", "text": b"Dear all, the findings follow.", "rtf": b"{\\rtf1 findings}",
           "doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000), "pdf": b"%PDF-1.4\n%%EOF", "xml": good.encode(),
           "zeros": bytes(100000), "PK": b"PK\3\4" + bytes(60), "end": b"PK\5\6" + bytes(18)}
    for name, data in raw.items():
        with open(path(name), "wb") as f:
            f.write(data)
    put(path("no-text"), word__styles_xml=STYLES)
    put(path("sheet"), xl__workbook_xml="<workbook/>")
    entity = '<!DOCTYPE a [<!ENTITY b "lol">' + "".join(
        f'<!ENTITY b{i} "{"&b" + str(i - 1) + ";" if i else "&b;"}' * 1 + '">' for i in range(1)) + "]>"
    put(path("entities"), word__document_xml=entity + good)
    put(path("external"), word__document_xml='<!DOCTYPE a SYSTEM "file:///etc/passwd">' + good)
    for part in ("styles", "numbering", "comments", "footnotes", "endnotes"):
        put(path(f"entities-{part}"), **{"word__document_xml": good, f"word__{part}_xml": entity + f"<w:{part} {W}/>"})
        put(path(f"broken-{part}"), **{"word__document_xml": good, f"word__{part}_xml": f"<w:{part} {W}><"})
    for i, cut in enumerate((10, 60, len(good) // 2, len(good) - 3)):
        put(path(f"cut-{i}"), word__document_xml=good[:cut])
    put(path("bomb"), word__document_xml=document(" " * 300_000_000))
    put(path("bomb-styles"), word__document_xml=good, word__styles_xml=f"<w:styles {W}>" + " " * 100_000_000 + "</w:styles>")
    put(path("deep"), word__document_xml=document("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000))
    put(path("paragraphs"), word__document_xml=document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 40000))
    put(path("attributes"), word__document_xml=document("<w:p " + " ".join(f'a{i}="b"' for i in range(300000)) + "/>"))
    put(path("many"), word__document_xml=good, **{f"word__a{i}_xml": "<a/>" for i in range(3000)})
    data = open(path("no-text"), "rb").read()
    with zipfile.ZipFile(path("good"), "w") as z:
        z.writestr("word/document.xml", good)
    data = open(path("good"), "rb").read()
    flags = bytearray(data)
    for at in [m.start() for m in re.finditer(b"PK\1\2", data)]:
        flags[at + 8] |= 1
    open(path("locked"), "wb").write(flags)
    huge = bytearray(data)
    for at in [m.start() for m in re.finditer(b"PK\1\2", data)]:
        huge[at + 24:at + 28] = struct.pack("<I", 0x7FFFFFFF)
    open(path("size-lies"), "wb").write(huge)
    for i, inside in enumerate(("<w:p>" * 200, "<w:tbl>" * 100 + "<w:tr>", "\0", "&#0;", "<w:p>\ud7ff&nope;</w:p>", 
                                "<w:p><w:r></w:p></w:r>")):
        put(path(f"torn-{i}"), word__document_xml=document(inside))
    for i in range(1, 16):
        open(path(f"half-{i}"), "wb").write(data[:len(data) * i // 16])
    os.remove(path("good"))
    # Read, with loops and lies in it: styles that are based on each other, lists without an end.
    loop = "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{1 - i}"/></w:style>' for i in (0, 1))
    put(path("ok-loop"), word__document_xml=good.replace("<w:p><w:r>", '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r>'),
        word__styles_xml=f"<w:styles {W}>{loop}</w:styles>")
    put(path("ok-levels"), word__document_xml=good.replace("<w:p><w:r>", '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/>'
        '<w:numId w:val="-7"/></w:numPr></w:pPr><w:r>'))
    put(path("ok-fields"), word__document_xml=good.replace("All is", '</w:t></w:r>' + '<w:r><w:fldChar w:fldCharType="begin"/>'
        '</w:r>' * 500 + "<w:r><w:t>All is"))
    put(path("ok-home"), word__document_xml=good.replace("<w:p><w:r>", '<w:p><w:bookmarkStart w:name="gw_99"/><w:r>'))
    put(path("ok-tag"), word__document_xml=good.replace("All is", '</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="gw:((x ((y"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>1</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>All is"))
    state = '<state xmlns="urn:gwasg:manuscript"><home n="1">a/b/c/../../etc</home><passage shown="#9/#9">x</passage></state>'
    put(path("ok-state"), word__document_xml=good.replace("<w:p><w:r>", '<w:p><w:bookmarkStart w:name="gw_1"/><w:r>'),
        customXml__item1_xml=state)


if __name__ == "__main__":
    {"make": make, "edit": edit, "untagged": untagged, "hostile": hostile, "tables": tables, "links": links,
     "hard": hard}[sys.argv[1]](*sys.argv[2:])
