"""claims.py FILE.pdf... -- what PDF/UA-1 and PDF/A-2a ask of a file, as far as src/pdf has
it in hand, read back from the bytes; a file with a form claims PDF/UA-1 alone.  Of a file
that says PDF 2.0: what PDF/UA-2, Well-Tagged PDF 1.0 and PDF/A-4 ask; with a form that is
PDF/A-4f, the form attached.  No validator: it knows what we write, and refuses all else.  Prints each fault."""
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
         "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
         "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
         "schema": "http://www.aiim.org/pdfa/ns/schema#",
         "property": "http://www.aiim.org/pdfa/ns/property#", "pdfd": "http://pdfa.org/declarations/"}
TYPES = set("Document Sect Div P H1 H2 H3 H4 L LI Lbl LBody Table Caption THead TBody TR TH TD "
            "Figure TOC TOCI Reference Note Link Span BlockQuote Form".split())
OF_1_7 = set("TOC TOCI BlockQuote".split())  # without a namespace: the default one
SPACE = "http://iso.org/pdf2/ssn"
# What ISO/TS 32005 (Table 5) lets a type not stand in; H1 to H4 are Hn.  The types behind
# the last line hold no content of their own.
BLOCKS = "L Table THead TBody TR TOC"
WITHIN = "Span Em Strong"
ONLY_IN = {"LI": "L TOC", "LBody": "LI", "THead": "Table", "TBody": "Table", "TR": "Table THead TBody",
           "TH": "TR", "TD": "TR", "TOCI": "TOC", "Caption": "Table TOC L Figure"}
NEVER_IN = {kind: set(types.split()) for kind, types in {
    "Aside": f"P Hn LI Lbl TH TD TOCI BlockQuote Form Aside {BLOCKS} {WITHIN}", "Sect": f"P LI Lbl TOCI Form {BLOCKS} {WITHIN}", "Div": f"P Hn Lbl {BLOCKS} {WITHIN}",
    "P": f"P Hn LI Lbl Form {BLOCKS} {WITHIN}", "Hn": f"P Hn LI Lbl TOCI FENote Form {BLOCKS} {WITHIN}",
    "L": f"Hn LI Lbl Table THead TBody TR TOC TOCI {WITHIN}", "Lbl": "Document Lbl LBody " + BLOCKS,
    "Table": f"Hn LI Lbl TOCI {BLOCKS} {WITHIN}", "Figure": "LI TOCI " + BLOCKS, "FENote": "LI TOCI " + BLOCKS,
    "TOC": f"P Hn LI Lbl LBody Caption TH TD Figure FENote Link Form L Table THead TBody TR {WITHIN}",
    "Link": "LI TOCI Link Form " + BLOCKS, "Form": "LI TOCI Form " + BLOCKS,
    "BlockQuote": f"P Hn LI Lbl TH TD TOCI Form {BLOCKS} {WITHIN}",
    **dict.fromkeys(WITHIN.split(), "Document Sect Aside LI TOCI BlockQuote Form " + BLOCKS)}.items()}
HOLLOW = set("Document Sect Aside L LI Table THead TBody TR TOC TOCI".split())
WELL_TAGGED = {"http://pdfa.org/declarations/wtpdf#accessibility1.0", "http://pdfa.org/declarations/wtpdf#reuse1.0"}
DRAWN = "BDC BMC EMC S s f F f* B B* b b* sh Do Tj TJ ' \" INLINE IMAGE BI ID EI"
WELSH = {"Wcircumflex", "wcircumflex", "Ycircumflex", "ycircumflex"}


class File:
    def __init__(self, pdf, data):
        self.pdf, self.data, self.root = pdf, data, pdf.Root
        self.faults = []
        self.two = data.startswith(b"%PDF-2.0\n")
        self.note = "FENote" if self.two else "Note"
        self.tree = self.root.StructTreeRoot
        self.pages = {p.objgen: i for i, p in enumerate(pdf.pages)}
        nums = list(self.tree.ParentTree.Nums)
        self.parents = dict(zip(map(int, nums[::2]), nums[1::2]))
        self.elements = list(self.walk(self.tree.K, self.tree))
        self.known = {e.objgen for e in self.elements}

    def want(self, holds, *what):
        if not holds:
            self.faults.append(" ".join(map(str, what)))

    def walk(self, e, parent):
        self.want(e.P.objgen == parent.objgen, "an element's /P is not its parent:", e.S)
        yield e
        for k in e.get("/K", []):
            if isinstance(k, Dictionary) and "/S" in k:
                yield from self.walk(k, e)


# ---- the file about itself ----


def bytes_of_the_file(f):
    lines = f.data.split(b"\n", 2)
    f.want(lines[0] in (b"%PDF-1.7", b"%PDF-2.0"), "the first line is not that of PDF 1.7 or 2.0")
    f.want(len(lines[1]) == 5 and all(b > 127 for b in lines[1][1:]), "no binary second line")
    f.want(f.data.endswith(b"%%EOF\n"), "something stands behind the end")
    ids = [bytes(x) for x in f.pdf.trailer.get("/ID", [])]
    f.want(len(ids) == 2 and ids[0] == ids[1] and len(ids[0]) == 16, "no /ID of two equal names")
    f.want("/Encrypt" not in f.pdf.trailer, "encrypted")


def catalog(f):
    r = f.root
    f.want(re.match(r"(en-GB|cy(-GB)?)$", str(r.get("/Lang"))), "no /Lang:", r.get("/Lang"))
    f.want(r.get("/MarkInfo", {}).get("/Marked") is True, "/MarkInfo does not say /Marked")
    f.want(r.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True,
           "/ViewerPreferences without /DisplayDocTitle")
    f.want("/Outlines" not in r or r.get("/PageMode") == Name.UseOutlines, "the outline is not shown")
    for key in "/OpenAction /AA /Collection /OCProperties /NeedsRendering".split():
        f.want(key not in r, "the catalog has", key)
    attached(f)


def attached(f):
    """The form as a table, in a file of PDF/A-4f; nothing in any other."""
    r = f.root
    f.want("/Names" not in r or (f.two and "/AcroForm" in r), "attached, where nothing may be")
    f.want(("/Names" in r) == ("/AF" in r), "attached, and associated with nothing")
    if "/EmbeddedFiles" not in r.get("/Names", {}):
        return
    (name, file), = zip(*[iter(r.Names.EmbeddedFiles.Names)] * 2)
    f.want(file.objgen == r.get("/AF", [Dictionary()])[0].objgen, "attached, and associated with nothing")
    f.want(str(name) == str(file.get("/F")) == str(file.get("/UF")), "attached under two names")
    f.want(str(file.get("/Desc", "")), "attached, and not described")
    f.want(file.get("/AFRelationship") == Name.Alternative, "attached as we know not what")
    stream = file.EF.F
    f.want(stream.get("/Subtype") == Name("/text/csv") and stream.read_bytes().startswith(b"\xef\xbb\xbf"),
           "attached, and no table")
    f.want(stream.Params.Size == len(stream.read_bytes()), "attached in another size")


def output_intent(f):
    intents = f.root.get("/OutputIntents", [])
    f.want(len(intents) == 1, "not one output intent")
    for o in intents:
        f.want(o.S == Name.GTS_PDFA1 and str(o.OutputConditionIdentifier) == "sRGB IEC61966-2.1",
               "an output intent of another kind")
        icc = o.DestOutputProfile.read_bytes()
        f.want(int(o.DestOutputProfile.N) == 3 and icc[12:24] == b"mntrRGB XYZ " and
               icc[36:40] == b"acsp" and int.from_bytes(icc[:4], "big") == len(icc),
               "no profile of a screen in RGB")


def metadata(f):
    stream = f.root.get("/Metadata")
    if stream is None or stream.Type != Name.Metadata or stream.Subtype != Name.XML:
        return f.want(False, "no XMP")
    f.want("/Filter" not in stream and stream.read_raw_bytes() in f.data, "XMP is not plain to see")
    text = stream.read_bytes().decode()
    f.want(text.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>') and
           text.endswith('<?xpacket end="w"?>'), "XMP without its packet")
    xmp = ET.fromstring(re.sub(r"<\?xpacket.*?\?>", "", text))

    def said(name, path=""):
        prefix, local = name.split(":")
        e = xmp.find(f".//{{{NAMES[prefix]}}}{local}" + path)
        return None if e is None else e.text

    alternative, sequence = f"/{RDF}Alt/{RDF}li", f"/{RDF}Seq/{RDF}li"
    f.want(("/Info" in f.pdf.trailer) != f.two, "Info, which PDF/A-4 has not and PDF/A-2 needs")
    info = {k: str(v) for k, v in f.pdf.trailer.get("/Info", {}).items()}
    for key, value in (("/Title", said("dc:title", alternative)),
                       ("/Subject", said("dc:description", alternative)),
                       ("/Author", said("dc:creator", sequence)),
                       ("/Keywords", said("pdf:Keywords")), ("/Producer", said("pdf:Producer")),
                       ("/Creator", said("xmp:CreatorTool"))):
        f.want(f.two or info.get(key) == value, "XMP and Info differ:", key, value, info.get(key))
        f.want(value or key in ("/Subject", "/Keywords"), "not said of the file:", key)
    for key, date in (("/CreationDate", said("xmp:CreateDate")), ("/ModDate", said("xmp:ModifyDate"))):
        f.want(date and re.match(r"\d{4}-\d\d(-\d\dT00:00:00Z)?$", date), "no date:", key, date)
        f.want(f.two or info.get(key) == "D:" + re.sub("[-T:]", "", date or ""), "XMP and Info differ:", key)
    f.want(said("dc:language", f"/{RDF}Bag/{RDF}li") == str(f.root.get("/Lang")), "XMP has another language")
    f.want(said("dc:format") == "application/pdf", "no format")
    if f.two:
        return claims_two(f, said, {e.text for e in xmp.iter(f"{{{NAMES['pdfd']}}}conformsTo")})
    archive = (None, None) if "/AcroForm" in f.root else ("2", "A")
    f.want(said("pdfuaid:part") == "1", "PDF/UA-1 is not claimed")
    f.want((said("pdfaid:part"), said("pdfaid:conformance")) == archive, "PDF/A-2a is claimed wrongly")
    f.want(archive[0] is None or (said("schema:namespaceURI"), said("schema:prefix"), said("property:name"),
                                  said("property:valueType"), said("property:category")) ==
           (NAMES["pdfuaid"], "pdfuaid", "part", "Integer", "internal"), "pdfuaid is not described")


def claims_two(f, said, declared):
    f.want((said("pdfuaid:part"), said("pdfuaid:rev")) == ("2", "2024"), "PDF/UA-2 is not claimed")
    f.want((said("pdfaid:part"), said("pdfaid:rev"), said("pdfaid:conformance")) ==
           ("4", "2020", "F" if "/Names" in f.root else None), "PDF/A-4 is claimed wrongly")
    f.want(declared == WELL_TAGGED, "Well-Tagged PDF is not declared")


# ---- pages and what is drawn on them ----


def pages(f):
    owners = {}
    for e in f.elements:
        for k in e.get("/K", []):
            if isinstance(k, int):
                owners[f.pages[e.Pg.objgen], k] = e.objgen
            elif isinstance(k, Dictionary) and k.get("/Type") == Name.MCR:
                owners[f.pages[k.Pg.objgen], int(k.MCID)] = e.objgen
    for i, page in enumerate(f.pdf.pages):
        f.want(page.get("/Tabs") == Name.S, "a page without the order of the structure:", i + 1)
        f.want(page.get("/StructParents") == i, "a page with another key than its own:", i + 1)
        f.want(page.get("/Group", {}).get("/CS") == Name.DeviceRGB, "no colour space to blend in:", i + 1)
        parents = f.parents.get(i, [])
        f.want(content(f, i, page) == list(range(len(parents))), "marks that the parent tree has not:", i + 1)
        for mcid, e in enumerate(parents):
            f.want(owners.pop((i, mcid), None) == e.objgen, "a mark whose element has it not:", i + 1, mcid)
    f.want(not owners, "elements name other marks than the pages have")


def content(f, i, page):
    """The MCIDs in their order; everything painted is tagged or an artifact."""
    depth, marks = 0, []
    for operands, operator in pikepdf.parse_content_stream(page, DRAWN):
        operator = str(operator)
        if operator in ("BDC", "BMC"):
            depth += 1
            if depth == 1 and operands[0] != Name.Artifact:
                marks.append(int(operands[1].MCID))
            f.want(depth == 1 or operands[0] == Name.Span, "a mark in a mark:", i + 1)
        elif operator == "EMC":
            depth -= 1
        else:
            f.want(depth > 0, "painted outside all marks:", i + 1, operator)
    f.want(depth == 0, "a mark is not closed:", i + 1)
    return marks


def mapped(font, one):
    """Whether the codes of a composite font are those of its glyphs, or have a map of their own
    for the same set of them (ISO 19005-2, 6.2.11.3.1 and 6.2.11.3.3)."""
    codes = font.Encoding
    if codes == Name("/Identity-H"):
        return True
    text = codes.read_bytes()
    return (codes.Type == Name.CMap and b"begincidrange" in text and
            str(codes.CMapName).encode() in text and
            all(codes.CIDSystemInfo[k] == one.CIDSystemInfo[k]
                for k in ("/Registry", "/Ordering", "/Supplement")))


def fonts(f):
    seen = {font.objgen: font for page in f.pdf.pages
            for _, font in page.Resources.get("/Font", {}).items()}
    f.want(seen, "no font at all")
    for font in seen.values():
        name = str(font.BaseFont)
        f.want("/ToUnicode" in font, "a font whose letters have no names:", name)
        f.want(re.match(r"/[A-Z]{6}\+Lato-", name), "a font that is not one of ours:", name)
        one = font.DescendantFonts[0]
        embedded(f, one, name)
        f.want(mapped(font, one) and one.get("/CIDToGIDMap") == Name.Identity,
               "a composite font without its map:", name)
        f.want(len(one.get("/W", [0, []])[1]) > 1, "widths are missing:", name)


def embedded(f, font, name):
    descriptor = font.get("/FontDescriptor", {})
    f.want(any(k in descriptor for k in ("/FontFile2", "/FontFile3")), "a font that is not embedded:", name)
    f.want("/FontFile2" not in descriptor or
           int(descriptor.FontFile2.Length1) == len(descriptor.FontFile2.read_bytes()),
           "a font of another length:", name)


def pictures(f):
    for page in f.pdf.pages:
        for _, x in page.Resources.get("/XObject", {}).items():
            f.want(x.get("/Interpolate", False) is False and "/Alternates" not in x, "a picture that is blurred")
        for _, g in page.Resources.get("/ExtGState", {}).items():
            f.want("/TR" not in g and g.get("/BM", Name.Normal) in (Name.Normal, Name.Compatible),
                   "colours that printers change")


def page_labels(f):
    nums = list(f.root.get("/PageLabels", Dictionary(Nums=[])).Nums)
    keys = [int(n) for n in nums[::2]]
    f.want(keys[:1] == [0] and keys == sorted(set(keys)) and (keys or [0])[-1] < len(f.pages),
           "labels that do not begin at the first page, or go on behind the last")
    f.want(all("/S" in rule or "/P" in rule for rule in nums[1::2]), "a page label of nothing")


# ---- structure ----


def structure(f):
    f.want(f.tree.K.S == Name.Document, "the root is no Document")
    f.want(dict(f.tree.get("/RoleMap", {})) == ({} if f.two else {"/Aside": "/Sect", "/Em": "/Span", "/Strong": "/Span"}),
           "another role map")
    spaces = f.tree.get("/Namespaces", [])
    f.want([str(s.NS) for s in spaces] == [SPACE] * f.two, "other namespaces")
    known = {s.objgen for s in spaces}
    f.want(f.tree.get("/ParentTreeNextKey") == max(f.parents) + 1, "the next key is used already")
    ids = {}
    for e in f.elements:
        kind = str(e.S)[1:]
        f.want(kind in (TYPES - {"Note"}) | {"Em", "Strong", "Aside", f.note},
               "a type that readers do not know:", kind)
        f.want(("/NS" in e) == (f.two and kind not in OF_1_7) and
               ("/NS" not in e or e.NS.objgen in known), "a type of another namespace:", kind)
        refers(f, e, kind)
        place(f, e, kind)
        if "/ID" in e:
            f.want(str(e.ID) not in ids, "an id twice:", e.ID)
            ids[str(e.ID)] = e
        if kind == "Figure":
            f.want(str(e.get("/Alt", "")), "a figure without a text alternative")
            box = [float(x) for x in e.get("/A", {}).get("/BBox", [])]
            f.want(len(box) == 4 and box[0] < box[2] and box[1] < box[3], "a figure without its box")
        f.want(kind != f.note or "/ID" in e, "a note without an id")
        f.want(kind != "TH" or "/Scope" in e.get("/A", {}), "a head of neither row nor column")
        f.want(kind != "L" or "/ListNumbering" in e.get("/A", {}), "a list without its numbering")
        f.want(kind != "L" or e.A.get("/ListNumbering") != Name("/None") or not any(
            k.S == Name.Lbl for item in inside(e) for k in inside(item)), "a list of labels, and of no numbering")
        f.want(kind != "FENote" or e.get("/A", {}).get("/NoteType") == Name.Footnote, "a note of no kind")
        if kind == "Table":
            grid(f, e)
        f.want("/Lang" not in e or str(e.Lang) in ("en", "en-GB", "cy", "cy-GB"), "no language:", e.get("/Lang"))
        f.want(kind not in ("Link", "Form") or
               any(isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR for k in e.get("/K", [])),
               "nothing to follow or to fill in:", kind)
    for e in f.elements:
        for head in e.get("/A", {}).get("/Headers", []):
            f.want(str(head) in ids and ids[str(head)].S == Name.TH, "a cell without its head:", head)
    names(f, ids)


def inside(e):
    return [k for k in e.get("/K", []) if isinstance(k, Dictionary) and "/S" in k]


def place(f, e, kind):
    """In PDF 2.0 a type stands where ISO/TS 32005 has it; Link has no Reference round it."""
    f.want(kind not in HOLLOW or all(isinstance(k, Dictionary) and "/S" in k for k in e.get("/K", [])),
           "drawn in what only holds others:", kind)
    if not f.two or "/S" not in e.P:
        return
    names = [re.sub("^H[1-9]$", "Hn", str(x.S)[1:]) for x in (e, e.P)]
    f.want(names[1] in ONLY_IN.get(names[0], names[1]).split() and names[1] not in NEVER_IN.get(names[0], ()) and
           names[0] != "Reference", "a type in another:", *names)
    f.want(kind != "Caption" or [k.objgen for k in inside(e.P)].index(e.objgen) in (0, len(inside(e.P)) - 1),
           "a caption in the middle")


def grid(f, table):
    """Rows of one width, and over or before each cell a head (ISO 14289-2, 8.2.5.26)."""
    rows = [(row, group.objgen) for group in inside(table) for row in
            ([group] if group.S == Name.TR else inside(group) if group.S != Name.Caption else [])]
    taken, cells = [{} for _ in rows], []
    for y, (row, group) in enumerate(rows):
        for cell in inside(row):
            x = next(i for i in range(999) if i not in taken[y])
            spans = [int(cell.get("/A", {}).get(key, 1)) for key in ("/RowSpan", "/ColSpan")]
            below = [t for t, (_, g) in zip(taken[y:y + spans[0]], rows[y:]) if g == group or spans[0] == 1]
            f.want(len(below) == spans[0] and not any(x + i in t for t in below for i in range(spans[1])),
                   "a cell over others")
            for t in below:
                t.update(dict.fromkeys(range(x, x + spans[1]), cell))
            cells.append((cell, x, y))
    f.want(len(set(map(len, taken))) == 1 and all(max(t) == len(t) - 1 for t in taken), "a table of uneven rows")
    for cell, x, y in cells:
        heads = [c for c in [t.get(x) for t in taken[:y]] if c is not None and c.get("/A", {}).get("/Scope") == Name.Column]
        heads += [taken[y][i] for i in range(x) if taken[y].get(i) is not None and
                  taken[y][i].get("/A", {}).get("/Scope") == Name.Row]
        f.want(cell.S == Name.TH or heads or "/Headers" in cell.get("/A", {}), "a cell under no head")


def refers(f, e, kind):
    """Entries of the contents to what they name, notes and their marks to each other."""
    to = list(e.get("/Ref", []))
    f.want(not to or f.two, "an element refers, as PDF 1.7 does not know it")
    if not f.two:
        return
    f.want(kind not in ("TOCI", "FENote") or to, "refers to nothing:", kind)
    f.want(all(x.objgen in f.known for x in to), "refers to no element:", kind)
    if kind == "FENote":
        f.want(all(e.objgen in [x.objgen for x in mark.get("/Ref", [])] for mark in to),
               "a note whose mark does not refer to it")


def names(f, ids):
    if not ids:
        return f.want("/IDTree" not in f.tree, "a tree of no ids")
    listed = [x for kid in f.tree.get("/IDTree", Dictionary(Kids=[])).Kids for x in kid.Names]
    f.want([str(x) for x in listed[::2]] == sorted(ids), "the tree of ids has others, or no order")
    f.want(all(e.objgen == ids[str(i)].objgen for i, e in zip(listed[::2], listed[1::2])
               if str(i) in ids), "an id leads elsewhere")


def outline(f):
    top = f.root.get("/Outlines")
    if top is not None:
        f.want(chain(f, top, 1) == int(top.Count), "the outline counts other entries than it shows")


def chain(f, parent, level):
    """Gives how many entries below are visible when the first level is open."""
    before, entry, shown = None, parent.get("/First"), 0
    while entry is not None:
        f.want(str(entry.get("/Title", "")), "a bookmark without words")
        f.want(entry.Parent.objgen == parent.objgen, "a bookmark under another")
        f.want((entry.get("/Prev").objgen if "/Prev" in entry else None) ==
               (before.objgen if before is not None else None), "a bookmark whose way back is another")
        goes(f, entry, entry.get("/Title"))
        below = chain(f, entry, level + 1)
        f.want(int(entry.get("/Count", 0)) == (below if level == 1 else -below), "a bookmark that counts wrongly")
        shown += 1 + (below if level == 1 else 0)
        before, entry = entry, entry.get("/Next")
    f.want(before is None or parent.Last.objgen == before.objgen, "the last bookmark is another")
    return shown


def goes(f, thing, what):
    """A bookmark or a link within the file; in PDF/UA-2 to an element (ISO 14289-2, 8.8)."""
    if not f.two:
        return leads(f, thing.get("/Dest"), what)
    action = thing.get("/A", Dictionary())
    f.want(action.get("/S") == Name.GoTo and "/Dest" not in thing, "goes nowhere:", what)
    to = action.get("/SD", [Dictionary()])
    f.want(to[0].objgen in f.known, "leads to no element:", what)
    f.want(list(to)[1:] == list(action.get("/D", []))[1:], "leads to two places:", what)
    leads(f, action.get("/D"), what)


def leads(f, dest, what):
    if dest is None or dest[0].objgen not in f.pages:
        return f.want(False, "leads to no page:", what)
    box = f.pdf.pages[f.pages[dest[0].objgen]].MediaBox
    f.want(dest[1] == Name.XYZ and 0 <= dest[2] <= box[2] and 0 <= dest[3] <= box[3],
           "leads beside its page:", what)


# ---- links and fields ----


def annotations(f):
    keys = []
    for i, page in enumerate(f.pdf.pages):
        for a in page.get("/Annots", []):
            keys.append(annotation(f, a, page))
    f.want(Counter(k for k in f.parents if k >= len(f.pages)) == Counter(keys),
           "the parent tree names other annotations than the pages have")


def annotation(f, a, page):
    kind = {"/Link": "/Link", "/Widget": "/Form"}.get(str(a.Subtype))
    key = a.get("/StructParent")
    e = f.parents.get(key)
    what = str(a.get("/Contents", a.get("/TU", "")))
    f.want(kind is not None and e is not None and e.S == Name(kind), "an annotation out of the structure:", what)
    f.want(e is None or any(isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR and
                            k.Obj.objgen == a.objgen for k in e.K), "an annotation that its element has not:", what)
    f.want(what, "an annotation without words")
    f.want(a.get("/F") == 4, "an annotation that is not printed:", what)
    f.want(a.P.objgen == page.objgen, "an annotation of another page:", what)
    left, bottom, right, top = a.Rect
    f.want(0 <= left < right <= page.MediaBox[2] and 0 <= bottom < top <= page.MediaBox[3],
           "an annotation beside its page:", what)
    f.want(not f.two or a.get("/Contents") is not None, "an annotation without contents:", what)
    f.want("/AA" not in a and (a.Subtype == Name.Link or "/A" not in a), "does what no reader asked for:", what)
    quads(f, a, what)
    if a.Subtype == Name.Link and a.get("/A", {}).get("/S") == Name.URI:
        f.want(re.match(rb"(https?://|mailto:)[!-~]+$", bytes(a.A.URI)), "no address:", what)
    elif a.Subtype == Name.Link:
        goes(f, a, what)
    return key


def quads(f, a, what):
    """The boxes of a link over lines: left to right, the upper edge first, all in its Rect."""
    points = [float(x) for x in a.get("/QuadPoints", [])]
    boxes = list(zip(*[iter(points)] * 8))
    left, bottom, right, top = map(float, a.Rect)
    f.want(len(boxes) != 1 and len(boxes) * 8 == len(points), "a link of half a box:", what)
    for x1, y1, x2, y2, x3, y3, x4, y4 in boxes:
        f.want(left <= x1 == x3 < x2 == x4 <= right and bottom <= y3 == y4 < y1 == y2 <= top,
               "a box that is none, or beside its link:", what)


def followed(f):
    """A Link is met once on a page, and leads to one place."""
    for e in f.elements:
        if e.S != Name.Link:
            continue
        objects = [k.Obj for k in e.get("/K", []) if isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR]
        f.want(len({a.P.objgen for a in objects}) == len(objects), "a link that stops twice on a page:",
               *[a.get("/Contents", "") for a in objects[:1]])
        f.want(len({str(a.get("/A", a.get("/Dest")).unparse()) for a in objects}) < 2, "a link to two places")


def fields(kids, above=None):
    for field in kids:
        if "/FT" in field:
            yield field
        else:
            yield from fields(field.Kids)


def form(f):
    form = f.root.get("/AcroForm")
    if form is None:
        return
    f.want(not form.get("/NeedAppearances", False) and "/XFA" not in form, "a form that its reader must draw")
    font = form.DR.Font.Lato
    letters = {str(n)[1:] for n in font.Encoding.Differences if isinstance(n, Name)}
    f.want(WELSH <= letters and "+" not in str(font.BaseFont), "no letters to type in Welsh with")
    embedded(f, font, "of the form")
    for field in fields(form.Fields):
        name = str(field.get("/T"))
        f.want(str(field.get("/TU", "")), "a field that nobody hears of:", name)
        f.want(field.FT != Name.Tx or str(field.get("/DA", "")).startswith("/Lato "), "a field without its type:", name)
        for widget in field.get("/Kids", [field]):
            f.want(list(widget.get("/AP", {}).keys()) == ["/N"], "a field that shows nothing:", name)
            f.want(str(widget.get("/TU", "")), "a choice that nobody hears of:", name)


CHECKS = (bytes_of_the_file, catalog, output_intent, metadata, pages, fonts, pictures, page_labels,
          structure, outline, annotations, followed, form)


def faults(pdf, data, checks=CHECKS):
    f = File(pdf, data)
    for check in checks:
        check(f)
    return list(dict.fromkeys(f.faults))


if __name__ == "__main__":
    wrong = False
    for path in sys.argv[1:]:
        with pikepdf.open(path) as pdf, open(path, "rb") as file:
            for fault in faults(pdf, file.read())[:20]:
                print(f"{path}: {fault}")
                wrong = True
    sys.exit(1 if wrong else 0)
