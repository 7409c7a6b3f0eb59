"""read_back.py PDF TAGS PAGES -- a file says what it was written from.  The structure,
the marks, links, fields, page labels and bookmarks are read back from its bytes, printed as
the dumps "tags" and "pages" print them, and held against these; words aside."""
import difflib
import re
import sys

import pikepdf
from pikepdf import Name

STRING = r'"(?:[^"\\]|\\.)*"$'
LENGTH = r"(?<![\w\"])-?\d+\.\d+(?![\w.\"])"


def number(x):
    return "%.3f" % float(x)


def roman(n):
    out = ""
    for value, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        out, n = out + letters * (n // value), n % value
    return out


def labels(pdf):
    """Each page's, from the ranges."""
    nums = list(pdf.Root.PageLabels.Nums)
    ranges = list(zip(map(int, nums[::2]), nums[1::2])) + [(len(pdf.pages), None)]
    for (begin, rule), (end, _) in zip(ranges, ranges[1:]):
        for i in range(begin, end):
            n = int(rule.get("/St", 1)) + i - begin
            style = {"/D": str(n), "/r": roman(n)}.get(str(rule.get("/S", "")), "")
            yield str(rule.get("/P", "")) + style


class Reader:
    def __init__(self, pdf):
        self.pdf = pdf
        self.page_of = {p.objgen: i for i, p in enumerate(pdf.pages)}
        self.heights = [float(p.MediaBox[3]) for p in pdf.pages]

    def box(self, left, bottom, right, top, page):
        return " ".join(map(number, (left, self.heights[page] - top, right - left, top - bottom)))

    def rectangle(self, a, page):
        return self.box(*map(float, a.Rect), page)

    def boxes(self, a, page):
        """Those of a link over lines, each from its upper left corner on."""
        points = [float(x) for x in a.get("/QuadPoints", [])]
        if not points:
            return self.rectangle(a, page)
        return " and ".join(self.box(x, low, right, top, page)
                            for x, top, _, _, _, _, right, low in zip(*[iter(points)] * 8))

    def to_page(self, dest):
        return self.page_of[dest[0].objgen]

    def place(self, dest):
        page = self.to_page(dest)
        return page, number(dest[2]), number(self.heights[page] - float(dest[3]))

    # ---- pages ----

    def marks(self, page):
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC"):
            if str(operator) == "EMC":
                depth -= 1
                continue
            depth += 1
            if depth == 1 and operands[0] == Name.Artifact:
                kind = operands[1]
                yield str(kind.get("/Subtype", kind.Type))[1:].lower()
            elif depth == 1:
                yield str(operands[0])[1:]

    def link(self, a, page):
        if "/A" in a:
            to = "to " + bytes(a.A.URI).decode()
        else:
            to = "to page %d at %s %s" % ((self.place(a.Dest)[0] + 1,) + self.place(a.Dest)[1:])
        return f'  link {self.boxes(a, page)} {to} "{a.Contents}"'

    def widget(self, a, page):
        field = a if "/FT" in a else a.Parent
        name = ".".join(str(f.T) for f in (field.get("/Parent"), field) if f is not None)
        box = f"{name} {self.rectangle(a, page)}"
        flags = int(field.get("/Ff", 0))
        fixed = " fixed" if flags & 1 else ""
        if field.FT == Name.Btn:
            choice = next(k[1:] for k in a.AP.N.keys() if k != "/Off")
            return f'  choice {box}{fixed} "{a.TU}" is "{choice}"'
        words = (" lines" if flags & 1 << 12 else "") + fixed
        value = f' is "{field.V}"' if "/V" in field else ""
        return f'  field {box}{words} "{field.TU}"{value}'

    def pages(self):
        for i, (page, label) in enumerate(zip(self.pdf.pages, labels(self.pdf))):
            box = [number(x) for x in page.MediaBox]
            yield f'page {i + 1} "{label}" {box[2]} x {box[3]}'
            yield from ("  " + m for m in self.marks(page))
            for a in page.get("/Annots", []):
                yield self.link(a, i) if a.Subtype == Name.Link else self.widget(a, i)

    def bookmarks(self, entry, level=1):
        while entry is not None:
            page, _, y = self.place(entry.Dest)
            yield f'bookmark level {level}, page {page + 1} at {y} "{entry.Title}"'
            yield from self.bookmarks(entry.get("/First"), level + 1)
            entry = entry.get("/Next")

    # ---- tags ----

    def attributes(self, e):
        table = e.get("/A", {})
        if "/ID" in e and not re.match(r"note\.\d+$", str(e.ID)):
            yield f'id="{e.ID}"'
        if "/Lang" in e:
            yield f'lang="{e.Lang}"'
        if "/Scope" in table:
            yield f'scope="{str(table.Scope)[1:].lower()}"'
        numbering = str(table.get("/ListNumbering", "/None"))[1:]
        if numbering != "None":
            yield 'numbering="%s"' % numbering.lower().replace("lower", "")
        for key, name in (("/RowSpan", "rows"), ("/ColSpan", "columns")):
            if key in table:
                yield f"{name}={table[key]}"
        for head in table.get("/Headers", []):
            yield f'head="{head}"'
        for key, name in (("/T", "title"), ("/Alt", "alt"), ("/ActualText", "actual")):
            if key in e:
                yield f'{name}="{e[key]}"'

    def tags(self, e, depth=0):
        yield " ".join(["  " * depth + str(e.S)[1:], *self.attributes(e)])
        for k in e.get("/K", []):
            if not isinstance(k, pikepdf.Dictionary) or k.get("/Type") == Name.MCR:
                continue
            if k.get("/Type") != Name.OBJR:
                yield from self.tags(k, depth + 1)
            elif k.Obj.Subtype == Name.Widget:
                name, rest = self.widget(k.Obj, 0).split()[1], k.Obj
                yield "  " * (depth + 1) + f'field {name} "{rest.TU}"'
            elif "/A" in k.Obj:
                yield "  " * (depth + 1) + "link to " + bytes(k.Obj.A.URI).decode()
            else:
                yield "  " * (depth + 1) + f"link to page {self.to_page(k.Obj.Dest) + 1}"


# ---- the dumps, and the difference ----


def dumped_tags(path):
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if re.match(r"\s*" + STRING, line):
            continue
        yield line if re.match(r"\s*field ", line) else re.sub(" " + STRING, "", line)


def dumped_pages(path):
    for line in open(path, encoding="utf-8"):
        if not re.match(r"    ", line):
            yield line.rstrip("\n")


def same(x, y):
    """But for the last digits of lengths: a dump shows tenths of a point."""
    return re.sub(LENGTH, "#", x) == re.sub(LENGTH, "#", y) and all(
        abs(float(a) - float(b)) < 0.06 for a, b in zip(re.findall(LENGTH, x), re.findall(LENGTH, y)))


def difference(what, got, want):
    got, want = list(got), list(want)
    for i, (x, y) in enumerate(zip(got, want)):
        if same(x, y):
            got[i] = y
    return [f"{what}: {line}" for line in
            difflib.unified_diff(want, got, "written from", "read back", lineterm="", n=0)]


def main(path, tags, pages):
    with pikepdf.open(path) as pdf:
        reader = Reader(pdf)
        outline = reader.bookmarks(pdf.Root.Outlines.First) if "/Outlines" in pdf.Root else []
        return (difference("tags", reader.tags(pdf.Root.StructTreeRoot.K), dumped_tags(tags)) +
                difference("pages", [*reader.pages(), *outline], dumped_pages(pages)))


found = main(*sys.argv[1:])
print("\n".join(found[:20]))
sys.exit(1 if found else 0)
