"""fill_tables.py FORM OUT REFERENCE KIND CORRECTION EVIDENCE -- writes a comment beside a block of
the form's table.  FORM ends in .csv: OUT is as Excel saves it where lists are parted by
semicolons (Windows-1252, what that lacks is lost); .docx: as Word saves it, in runs."""
import csv
import io
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fill_csv(form, out, reference, cells):
    with open(form, encoding="utf-8-sig", newline="") as f:
        rows = list(csv.reader(f))
    found = [row for row in rows if row[0] == reference]
    assert len(found) == 1, f"{len(found)} rows of {reference}"
    found[0][1], found[0][3], found[0][4] = cells
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    with open(out, "wb") as f:
        f.write(text.getvalue().encode("cp1252", "replace"))


def cell_text(cell):
    return "".join(t.text or "" for t in cell.iter(W + "t"))


def write_cell(cell, text):
    """Typed in two goes, as it happens."""
    paragraph = cell.find(W + "p")
    for part in (text[: len(text) // 2], text[len(text) // 2 :]):
        run = ElementTree.SubElement(paragraph, W + "r")
        t = ElementTree.SubElement(run, W + "t")
        t.text = part
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def fill_docx(form, out, reference, cells):
    with zipfile.ZipFile(form) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    document = ElementTree.fromstring(files["word/document.xml"])
    rows = [row.findall(W + "tc") for row in document.iter(W + "tr")]
    found = [row for row in rows if cell_text(row[0]) == reference]
    assert len(found) == 1, f"{len(found)} rows of {reference}"
    for column, text in zip((1, 3, 4), cells):
        write_cell(found[0][column], text)
    files["word/document.xml"] = ElementTree.tostring(document, encoding="utf-8", xml_declaration=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, bytes_ in files.items():
            pack.writestr(name, bytes_)


form, out, reference, *cells = sys.argv[1:]
(fill_csv if form.endswith(".csv") else fill_docx)(form, out, reference, cells)
