"""spoilt.py FILE.pdf... -- claims.py sees what it is there to see: each thing that src/pdf
writes is taken out of a good file or spoilt, and must be missed by name.  A file with a
form is spoilt in its form; another must have all else: links, a note, a table, a picture.
A file of PDF 2.0 is spoilt in what PDF/UA-2 and PDF/A-4 ask beyond that."""
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import claims


def xmp(pattern, by):
    def spoil(pdf):
        text = pdf.Root.Metadata.read_bytes().decode()
        new = re.sub(pattern, by, text, flags=re.S)
        assert new != text, pattern
        pdf.Root.Metadata.write(new.encode())
    return spoil


def content(old, new):
    """In the first page that has it."""
    def spoil(pdf):
        for page in pdf.pages:
            stream = page.Contents.read_bytes()
            if re.search(old, stream, re.S):
                page.Contents.write(re.sub(old, new, stream, count=1, flags=re.S))
                return
        assert False, old
    return spoil


def without(find, key):
    def spoil(pdf):
        del find(pdf)[key]
    return spoil


def put(find, key, value):
    def spoil(pdf):
        found = find(pdf)
        found[key] = value(pdf) if callable(value) else value
    return spoil


def root(pdf):
    return pdf.Root


def intent(pdf):
    return pdf.Root.OutputIntents[0]


def page(pdf):
    return pdf.pages[0].obj


def form(pdf):
    return pdf.Root.AcroForm


def resource(kind):
    return lambda pdf: next(x for p in pdf.pages for _, x in p.Resources.get(kind, {}).items())


def glyphs(pdf):
    return font(pdf).DescendantFonts[0]


font, picture = resource("/Font"), resource("/XObject")


def tree(pdf):
    return pdf.Root.StructTreeRoot


def upper(pdf):
    return pdf.Root.Outlines.First


def later(pdf):
    """One with another before it."""
    return upper(pdf).First.Next


def annotation(kind, holds):
    def find(pdf):
        return next(a for p in pdf.pages for a in p.get("/Annots", [])
                    if a.Subtype == kind and holds in a)
    return find


def inner_page(pdf):
    return inner(pdf).P


inner = annotation(Name.Link, "/Dest")
outer = annotation(Name.Link, "/A")
lines = annotation(Name.Link, "/QuadPoints")
text = annotation(Name.Widget, "/FT")
button = annotation(Name.Widget, "/AS")


def element(kind, holds="/S"):
    def find(pdf):
        def walk(e):
            if e.S == Name(kind) and (holds in e or holds in e.get("/A", {})):
                return e
            for k in e.get("/K", []):
                found = walk(k) if isinstance(k, Dictionary) and "/S" in k else None
                if found is not None:
                    return found
            return None
        return walk(pdf.Root.StructTreeRoot.K)
    return find


def table(kind, holds):
    return lambda pdf: element(kind, holds)(pdf).A


def kid(kind):
    return lambda pdf: element(kind)(pdf).K[0]


def second(pdf):
    """A caption behind a table's heads."""
    kids = list(element("/Table")(pdf).K)
    element("/Table")(pdf).K = Array([kids[1], kids[0], *kids[2:]])


def headless(pdf):
    """Every head of the first table is a cell like the others."""
    def walk(e):
        for k in e.K:
            if isinstance(k, Dictionary) and "/S" in k:
                walk(k)
        if e.S in (Name.TH, Name.TD):
            e.S, e.A = Name.TD, Dictionary({k: v for k, v in e.get("/A", {}).items() if "Span" in k})
    walk(element("/Table")(pdf))


def elsewhere(pdf):
    """The first Link has an annotation of another, on another page."""
    link, other = element("/Link")(pdf), pdf.make_indirect(Dictionary(inner(pdf)))
    other.P, other.Dest = pdf.pages[-1].obj, Array([pdf.pages[-1].obj, Name.XYZ, 1, 1, None])
    link.K.append(Dictionary(Type=Name.OBJR, Obj=other, Pg=other.P))


# Of each check: what is done to a final, and what must be said of it.
FINAL = {
    claims.catalog: (
        (without(root, "/Lang"), "no /Lang"),
        (without(root, "/MarkInfo"), "/MarkInfo does not say"),
        (put(lambda pdf: pdf.Root.MarkInfo, "/Marked", False), "/MarkInfo does not say"),
        (without(root, "/ViewerPreferences"), "without /DisplayDocTitle"),
        (without(root, "/PageMode"), "the outline is not shown"),
        (put(root, "/OpenAction", Array()), "the catalog has /OpenAction"),
    ),
    claims.output_intent: (
        (without(root, "/OutputIntents"), "not one output intent"),
        (put(intent, "/S", Name.GTS_PDFX), "an output intent of another kind"),
        (put(lambda pdf: intent(pdf).DestOutputProfile, "/N", 4), "no profile of a screen"),
        (lambda pdf: intent(pdf).DestOutputProfile.write(b"none"), "no profile of a screen"),
    ),
    claims.metadata: (
        (without(root, "/Metadata"), "no XMP"),
        (xmp("<pdfuaid:part>1", "<pdfuaid:part>2"), "PDF/UA-1 is not claimed"),
        (xmp("<pdfaid:part>.*?</pdfaid:part>", ""), "PDF/A-2a is claimed wrongly"),
        (xmp("conformance>A", "conformance>B"), "PDF/A-2a is claimed wrongly"),
        (xmp("<pdfaSchema:prefix>.*?</pdfaSchema:prefix>", ""), "pdfuaid is not described"),
        (xmp("<xmp:CreateDate>.*?</xmp:CreateDate>", ""), "no date: /CreationDate"),
        (xmp("<xmp:ModifyDate>....", "<xmp:ModifyDate>1999"), "XMP and Info differ: /ModDate"),
        (xmp("<xmp:CreatorTool>", "<xmp:CreatorTool>x"), "XMP and Info differ: /Creator"),
        (xmp("<pdf:Producer>.*?</pdf:Producer>", ""), "XMP and Info differ: /Producer"),
        (xmp("<dc:title>.*?</dc:title>", ""), "not said of the file: /Title"),
        (xmp("<dc:language>.*?</dc:language>", ""), "XMP has another language"),
        (xmp("<dc:format>.*?</dc:format>", ""), "no format"),
        (xmp('<.xpacket end="w".>', ""), "XMP without its packet"),
        (without(lambda pdf: pdf.trailer.Info, "/Subject"), "XMP and Info differ: /Subject"),
    ),
    claims.pages: (
        (without(page, "/Tabs"), "a page without the order"),
        (put(page, "/StructParents", 9), "a page with another key"),
        (without(page, "/Group"), "no colour space to blend in"),
        (content(rb"(/P ?<<.*?BDC)(.*?)EMC", rb"\1 EMC \2"), "painted outside all marks"),
        (content(rb"/P ?<<[^>]*>> ?BDC", b"/Artifact BMC"), "marks that the parent tree has not"),
        (lambda pdf: element("/P", "/Pg")(pdf).K.append(99), "elements name other marks"),
        (put(element("/P", "/Pg"), "/K", Array()), "a mark whose element has it not"),
    ),
    claims.fonts: (
        (without(font, "/ToUnicode"), "letters have no names"),
        (without(lambda pdf: glyphs(pdf).FontDescriptor, "/FontFile2"), "not embedded"),
        (put(lambda pdf: glyphs(pdf).FontDescriptor.FontFile2, "/Length1", 1), "a font of another length"),
        (without(glyphs, "/W"), "widths are missing"),
        (without(glyphs, "/CIDToGIDMap"), "without its map"),
        (put(lambda pdf: font(pdf).Encoding.CIDSystemInfo, "/Ordering", String("Japan1")), "without its map"),
        (put(font, "/BaseFont", Name("/Times-Roman")), "not one of ours"),
    ),
    claims.pictures: (
        (put(picture, "/Interpolate", True), "a picture that is blurred"),
        (put(lambda pdf: pdf.pages[0].Resources, "/ExtGState", Dictionary(a=Dictionary(BM=Name.Multiply))),
         "colours that printers change"),
    ),
    claims.page_labels: (
        (without(root, "/PageLabels"), "labels that do not begin"),
        (put(lambda pdf: pdf.Root.PageLabels.Nums, 0, 3), "labels that do not begin"),
        (put(lambda pdf: pdf.Root.PageLabels.Nums, 1, Dictionary()), "a page label of nothing"),
    ),
    claims.structure: (
        (put(lambda pdf: tree(pdf).K, "/S", Name.Sect), "the root is no Document"),
        (put(element("/P"), "/S", Name.Paragraph), "a type that readers do not know"),
        (put(element("/H1"), "/P", tree), "/P is not its parent"),
        (without(tree, "/RoleMap"), "another role map"),
        (put(tree, "/ParentTreeNextKey", 3), "the next key is used"),
        (without(tree, "/IDTree"), "the tree of ids"),
        (put(element("/TH", "/ID"), "/ID", String("head-2")), "an id twice"),
        (without(element("/Figure"), "/Alt"), "without a text alternative"),
        (without(element("/Figure"), "/A"), "a figure without its box"),
        (without(element("/Note"), "/ID"), "a note without an id"),
        (without(table("/TH", "/Scope"), "/Scope"), "a head of neither"),
        (without(table("/L", "/ListNumbering"), "/ListNumbering"), "a list without its numbering"),
        (put(table("/TD", "/Headers"), "/Headers", Array([String("none")])), "a cell without its head"),
        (put(element("/P"), "/Lang", String("english")), "no language"),
        (put(element("/Link"), "/K", Array()), "nothing to follow"),
        (put(table("/L", "/ListNumbering"), "/ListNumbering", Name("/None")), "labels, and of no numbering"),
        (lambda pdf: element("/TR")(pdf).K.append(0), "drawn in what only holds others"),
        (without(lambda pdf: element("/TBody")(pdf).K[-1].K, -1), "a table of uneven rows"),
        (put(table("/TH", "/RowSpan"), "/RowSpan", 9), "a cell over others"),
        (headless, "a cell under no head"),
    ),
    claims.followed: (
        (lambda pdf: element("/Link")(pdf).K.append(element("/Link")(pdf).K[-1]), "stops twice on a page"),
        (elsewhere, "a link to two places"),
    ),
    claims.outline: (
        (without(later, "/Prev"), "whose way back is another"),
        (put(later, "/Parent", lambda pdf: pdf.Root.Outlines), "a bookmark under another"),
        (put(later, "/Title", String("")), "a bookmark without words"),
        (put(later, "/Dest", Array([Dictionary(), Name.XYZ, 0, 0, None])), "leads to no page"),
        (put(upper, "/Count", 99), "a bookmark that counts wrongly"),
        (put(upper, "/Last", upper), "the last bookmark is another"),
        (put(lambda pdf: pdf.Root.Outlines, "/Count", 1), "the outline counts other entries"),
    ),
    claims.annotations: (
        (put(inner, "/Dest", lambda pdf: Array([pdf.pages[0].obj, Name.XYZ, 0, 9999, None])), "leads beside its page"),
        (without(inner, "/Contents"), "an annotation without words"),
        (without(inner, "/F"), "an annotation that is not printed"),
        (without(inner, "/StructParent"), "an annotation out of the structure"),
        (put(inner, "/StructParent", lambda pdf: outer(pdf).StructParent), "that its element has not"),
        (put(inner, "/P", root), "an annotation of another page"),
        (put(inner, "/Rect", Array([0, 0, 9999, 1])), "an annotation beside its page"),
        (put(lambda pdf: outer(pdf).A, "/URI", String("C:\\a file")), "no address"),
        (lambda pdf: inner_page(pdf).Annots.append(inner(pdf)), "names other annotations"),
        (put(inner, "/AA", Dictionary()), "does what no reader asked for"),
        (without(lambda pdf: lines(pdf).QuadPoints, -1), "a link of half a box"),
        (put(lines, "/QuadPoints", lambda pdf: Array(list(lines(pdf).QuadPoints)[::-1])), "a box that is none"),
        (put(lines, "/Rect", Array([0, 0, 1, 1])), "a box that is none, or beside its link"),
    ),
}
FORM = {
    claims.metadata: (
        (xmp("<pdfuaid:part>", "<pdfaid:part xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>2</pdfaid:part>"
             "<pdfuaid:part>"), "PDF/A-2a is claimed wrongly"),
    ),
    claims.structure: ((put(element("/Form"), "/K", Array()), "nothing to follow or to fill in"),),
    claims.annotations: ((put(text, "/F", 0), "an annotation that is not printed"),),
    claims.form: (
        (put(form, "/NeedAppearances", True), "that its reader must draw"),
        (put(lambda pdf: form(pdf).DR.Font.Lato.Encoding, "/Differences", Array()), "to type in Welsh"),
        (without(lambda pdf: form(pdf).DR.Font.Lato.FontDescriptor, "/FontFile2"), "not embedded: of the form"),
        (without(text, "/TU"), "a field that nobody hears of"),
        (without(text, "/DA"), "a field without its type"),
        (without(text, "/AP"), "a field that shows nothing"),
        (put(lambda pdf: text(pdf).AP, "/D", Dictionary()), "a field that shows nothing"),
        (without(button, "/TU"), "a choice that nobody hears of"),
        (without(lambda pdf: button(pdf).Parent, "/TU"), "a field that nobody hears of"),
    ),
}
def goes_within(pdf):
    return next(a.A for p in pdf.pages for a in p.get("/Annots", [])
                if a.get("/A", {}).get("/S") == Name.GoTo)


# Of each check: what is done to a final of PDF/UA-2.
TWO = {
    claims.catalog: (
        (put(root, "/Names", Dictionary()), "attached, where nothing may be"),
    ),
    claims.metadata: (
        (xmp("<pdfuaid:part>2", "<pdfuaid:part>1"), "PDF/UA-2 is not claimed"),
        (xmp("<pdfuaid:rev>2024", "<pdfuaid:rev>2014"), "PDF/UA-2 is not claimed"),
        (xmp("<pdfaid:part>4", "<pdfaid:part>2"), "PDF/A-4 is claimed wrongly"),
        (xmp("<pdfaid:rev>.*?</pdfaid:rev>", ""), "PDF/A-4 is claimed wrongly"),
        (xmp("</pdfaid:rev>", "</pdfaid:rev><pdfaid:conformance>F</pdfaid:conformance>"),
         "PDF/A-4 is claimed wrongly"),
        (xmp("wtpdf#reuse1.0", "wtpdf#none"), "Well-Tagged PDF is not declared"),
        (put(lambda pdf: pdf.trailer, "/Info", Dictionary()), "Info, which PDF/A-4 has not"),
    ),
    claims.structure: (
        (put(tree, "/RoleMap", Dictionary(Em=Name.Span)), "another role map"),
        (without(tree, "/Namespaces"), "other namespaces"),
        (without(element("/P"), "/NS"), "a type of another namespace"),
        (put(element("/TOC"), "/NS", lambda pdf: tree(pdf).Namespaces[0]), "a type of another namespace"),
        (put(element("/FENote"), "/S", Name.Note), "a type that readers do not know"),
        (without(element("/FENote"), "/Ref"), "refers to nothing"),
        (without(element("/TOCI"), "/Ref"), "refers to nothing"),
        (put(element("/TOCI"), "/Ref", Array([Dictionary()])), "refers to no element"),
        (without(element("/Link", "/Ref"), "/Ref"), "a note whose mark does not refer to it"),
        (put(table("/FENote", "/NoteType"), "/NoteType", Name.Endnote), "a note of no kind"),
        (put(kid("/TOCI"), "/S", Name.Reference), "a type in another: Reference TOCI"),
        (put(kid("/Table"), "/S", Name.P), "a type in another: P Table"),
        (put(element("/Document"), "/S", Name.Span), "a type in another: Sect Span"),
        (second, "a caption in the middle"),
    ),
    claims.outline: (
        (without(upper, "/A"), "goes nowhere"),
        (put(upper, "/Dest", Array()), "goes nowhere"),
        (without(lambda pdf: upper(pdf).A, "/SD"), "leads to no element"),
    ),
    claims.annotations: (
        (without(goes_within, "/SD"), "leads to no element"),
        (put(goes_within, "/SD", lambda pdf: Array([tree(pdf).K, Name.XYZ, 1, 1, None])), "leads to two places"),
        (without(goes_within, "/D"), "leads to no page"),
    ),
}


def attached(pdf):
    return pdf.Root.AF[0]


TWO_FORM = {
    claims.catalog: (
        (without(root, "/AF"), "associated with nothing"),
        (without(attached, "/Desc"), "attached, and not described"),
        (put(attached, "/UF", String("another")), "attached under two names"),
        (put(attached, "/AFRelationship", Name.Source), "attached as we know not what"),
        (lambda pdf: attached(pdf).EF.F.write(b"none"), "attached, and no table"),
        (put(lambda pdf: attached(pdf).EF.F.Params, "/Size", 1), "attached in another size"),
    ),
    claims.metadata: ((xmp("<pdfaid:conformance>.*?</pdfaid:conformance>", ""), "PDF/A-4 is claimed wrongly"),),
    claims.annotations: ((without(text, "/Contents"), "an annotation without contents"),
                         (without(button, "/Contents"), "an annotation without contents")),
}
BYTES = (
    (lambda data: re.sub(rb"^%PDF-...", b"%PDF-1.4", data), "the first line"),
    (lambda data: data.replace(b"\xE2\xE3\xCF\xD3", b"abcd", 1), "no binary second line"),
    (lambda data: data + b"more", "something stands behind the end"),
)


def unseen(path):
    """Of the bytes, and of what was done to the opened file."""
    data = open(path, "rb").read()
    for spoil, want in BYTES:
        with pikepdf.open(path) as pdf:
            yield want, claims.faults(pdf, spoil(data), [claims.bytes_of_the_file])
    for check, spoils in spoilings(path).items():
        for spoil, want in spoils:
            with pikepdf.open(path) as pdf:
                spoil(pdf)
                yield want, claims.faults(pdf, data, [check])


def spoilings(path):
    with pikepdf.open(path) as pdf:
        if pdf.pdf_version == "2.0":
            return TWO_FORM if "/AcroForm" in pdf.Root else TWO
        return FORM if "/AcroForm" in pdf.Root else FINAL


count = wrong = 0
for path in sys.argv[1:]:
    for want, said in unseen(path):
        count += 1
        if not any(want in fault for fault in said):
            print(f"{path}: not seen: {want}; said: {said[:2]}")
            wrong += 1
print(f"{count} faults, {wrong} not seen")
sys.exit(1 if wrong else 0)
