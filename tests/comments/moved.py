"""moved.py OUT -- a response form as Word gives it back after people have worked in it: its
columns in another order, the table cut in two, rows added, changes tracked, our own text
mended where it stands, a remark in a column of its own."""
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAFT = "westmere-2013 draft 1 0badcafe"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*paragraphs):
    return "<w:tc>" + "".join(f"<w:p>{p}</w:p>" for p in paragraphs) + "</w:tc>"


def row(*cells):
    return "<w:tr>" + "".join(c if c.startswith("<w:tc>") else cell(run(c)) for c in cells) + "</w:tr>"


head = row("Our text", "Your correction", "Reference", "Evidence (document and page)", "Kind of comment", "Draft", "Notes")
first = [
    row("We read 45 cases in all.", cell(run("It was 44"), run("not 45.")), "Fwd p1", "List", "B: wrong fact", DRAFT, ""),
    row("Plans named who would do what.", "", "1.2 A(3)", "", "", DRAFT, ""),
    row("Plans named nobody.", "", "1.2 A(4)", "", "", DRAFT, ""),
]
second = [
    row("The first of the paragraphs.", cell(
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>" + run("Siân ") + run("Ŵyn") + "</w:ins>"),
        "1.1", "", "a", DRAFT, "look again"),
    "<w:sdt><w:sdtContent>" + row("", "An added row", "App 2 p4", "", "C", "", "") + "</w:sdtContent></w:sdt>",
    row("", "", "", "", "", "", ""),
]
body = f"<w:tbl>{head}{''.join(first)}</w:tbl><w:p>{run('Between')}</w:p><w:tbl>{''.join(second)}</w:tbl>"
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>')
