"""workbooks.py -- workbooks made by hand, so that they can be right or wrong: rows of cells
to the bytes of an .xlsx or .ods.  A cell is text, a number, True or False, None, or XML of
its own (Raw)."""
import csv
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHEN = (2012, 5, 14, 12, 0, 0)


class Raw(str):
    """The XML of a whole cell."""


class Hidden(list):
    """The rows of a sheet that is not shown."""


class Folded(list):
    """The rows of a sheet of which some rows and columns, by number, are not shown."""

    def __init__(self, rows, hidden_rows=(), hidden_columns=()):
        super().__init__(rows)
        self.hidden_rows, self.hidden_columns = hidden_rows, hidden_columns


class Styled:
    """A number in a format of xlsx's styles: index 1 is dd/mm/yyyy, 2 mmm-yy, 3 000, 4 0%."""

    def __init__(self, value, style, shown):
        self.value, self.style, self.shown = value, style, shown


def pack(parts, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            z.writestr(zipfile.ZipInfo(name, WHEN), data, how)
    return out.getvalue()


def column(n):
    name = ""
    while n > 0:
        n, letter = divmod(n - 1, 26)
        name = chr(65 + letter) + name
    return name


def relations(*rows):
    return HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id={quoteattr(i)} Type="{OFFICE}/{t}" Target={quoteattr(to)}{more}/>'
        for i, t, to, more in rows) + "</Relationships>"


STYLES = (HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" '
          'formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="000"/></numFmts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="17"/>'
          '<xf numFmtId="165"/><xf numFmtId="9"/></cellXfs></styleSheet>')


def xlsx_cell(at, cell, strings):
    if isinstance(cell, Raw):
        return cell
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, Styled):
        return f'<c r="{at}" s="{cell.style}"><v>{cell.value}</v></c>'
    if isinstance(cell, (int, float)):
        return f'<c r="{at}"><v>{cell}</v></c>'
    if strings is None:
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    return f'<c r="{at}" t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>'


def xlsx_sheet(rows, strings, names=True):
    out, folded = [], rows if isinstance(rows, Folded) else Folded(rows)
    for r, row in enumerate(rows, 1):
        cells = "".join(xlsx_cell(f"{column(c)}{r}", cell, strings) for c, cell in enumerate(row, 1))
        hidden = ' hidden="1"' if r in folded.hidden_rows else ""
        if cells:
            out.append(f'<row r="{r}"{hidden}>{cells}</row>' if names else f"<row>{cells}</row>")
    cols = "".join(f'<col min="{c}" max="{c}" width="0" hidden="1"/>' for c in folded.hidden_columns)
    cols = f"<cols>{cols}</cols>" if cols else ""
    return HEAD + f'<worksheet xmlns="{MAIN}">{cols}<sheetData>{"".join(out)}</sheetData></worksheet>'


def xlsx_parts(sheets, shared=True):
    """sheets: name to rows; the parts of the zip, to be spoilt."""
    strings = {} if shared else None
    parts = {f"xl/worksheets/sheet{i}.xml": xlsx_sheet(rows, strings)
             for i, rows in enumerate(sheets.values(), 1)}
    shown = {n: ' state="hidden"' if isinstance(rows, Hidden) else "" for n, rows in sheets.items()}
    listed = "".join(f'<sheet name={quoteattr(n)} sheetId="{i}"{shown[n]} r:id="rId{i}"/>'
                     for i, n in enumerate(sheets, 1))
    rows = [(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml", "") for i in range(1, len(sheets) + 1)]
    rows.append(("rId90", "styles", "styles.xml", ""))
    if shared:
        rows.append(("rId91", "sharedStrings", "sharedStrings.xml", ""))
        parts["xl/sharedStrings.xml"] = HEAD + f'<sst xmlns="{MAIN}">' + "".join(
            f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in strings) + "</sst>"
    parts["xl/styles.xml"] = STYLES
    parts["xl/_rels/workbook.xml.rels"] = relations(*rows)
    parts["xl/workbook.xml"] = (HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                                + listed + "</sheets></workbook>")
    parts["_rels/.rels"] = relations(("rId1", "officeDocument", "xl/workbook.xml", ""))
    parts["[Content_Types].xml"] = HEAD + (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>')
    return parts


def xlsx(sheets, shared=True):
    return pack(xlsx_parts(sheets, shared))


ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
                 for n in ("office", "table", "text", "style"))


UNSHOWN = ('<office:automatic-styles><style:style style:name="ta2" style:family="table">'
           '<style:table-properties table:display="false"/></style:style></office:automatic-styles>')


def ods_cell(cell):
    if isinstance(cell, Raw):
        return cell
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, bool):
        return ('<table:table-cell office:value-type="boolean" office:boolean-value='
                f'"{str(cell).lower()}"><text:p>{str(cell).upper()}</text:p></table:table-cell>')
    if isinstance(cell, Styled):
        return ('<table:table-cell office:value-type="date" office:date-value="2012-01-01">'
                f"<text:p>{cell.shown}</text:p></table:table-cell>")
    if isinstance(cell, (int, float)):
        return (f'<table:table-cell office:value-type="float" office:value="{cell}">'
                f"<text:p>{cell}</text:p></table:table-cell>")
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def ods_runs(row):
    """Equal cells stand once, with how often, as LibreOffice writes them."""
    out, cells = [], [ods_cell(c) for c in row]
    while cells:
        n = 1
        while n < len(cells) and cells[n] == cells[0]:
            n += 1
        more = f' table:number-columns-repeated="{n}"' if n > 1 else ""
        out.append(cells[0].replace("<table:table-cell", "<table:table-cell" + more, 1))
        cells = cells[n:]
    return "".join(out)


def ods_seen(hidden, how):
    return f' table:visibility="{how}"' if hidden else ""


def ods_parts(sheets):
    body = ""
    for name, rows in sheets.items():
        folded = rows if isinstance(rows, Folded) else Folded(rows)
        lines = "".join(f"<table:table-column{ods_seen(c in folded.hidden_columns, 'collapse')}/>"
                        for c in range(1, max(folded.hidden_columns, default=0) + 1))
        lines += "".join(f"<table:table-row{ods_seen(r in folded.hidden_rows, 'filter')}>{ods_runs(row)}"
                         "</table:table-row>" for r, row in enumerate(rows, 1))
        style = ' table:style-name="ta2"' if isinstance(rows, Hidden) else ""
        body += (f"<table:table table:name={quoteattr(name)}{style}>{lines}"
                 '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
                 'table:number-columns-repeated="16384"/></table:table-row></table:table>')
    return {"mimetype": ODS, "content.xml": HEAD + f"<office:document-content {NAMES}>{UNSHOWN}<office:body>"
            f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": HEAD + '<manifest:manifest xmlns:manifest='
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'}


def ods(sheets):
    return pack(ods_parts(sheets), stored=("mimetype",))


def save(path, rows, sheets):
    """As an office would: rows as CSV of Windows-1252 with semicolons, or a workbook."""
    if not path.endswith(".csv"):
        with open(path, "wb") as f:
            f.write(xlsx(sheets) if path.endswith(".xlsx") else ods(sheets))
        return
    with open(path, "w", encoding="cp1252", newline="") as f:
        write = csv.writer(f, delimiter=";")
        for row in rows:
            write.writerow(["" if c is None else c.shown if isinstance(c, Styled) else c for c in row])
