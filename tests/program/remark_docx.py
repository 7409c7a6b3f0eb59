"""remark_docx.py FORM OUT -- writes into the Word form where no cell asks for it: paragraphs under
the table, a table of one's own, signs of the font Symbol, a footnote, and Word's own comments on
a word of our text and on nothing."""
import re
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(what, number):
    return f'<w:comment{what} w:id="{number}"/>'


form, out, reference, word = sys.argv[1:]
with zipfile.ZipFile(form) as pack:
    files = {name: pack.read(name).decode() for name in pack.namelist()}
text = files["word/document.xml"]
# a comment on a word of the row of that reference, and a sign in its correction
start = text.index(f">{reference}</w:t>")
row, end = text[start:text.index("</w:tr>", start)], text.index("</w:tr>", start)
found = re.search(r"<w:r>(<w:rPr>.*?</w:rPr>)<w:t[^>]*>([^<]*?)\b" + word + r"\b([^<]*)</w:t></w:r>", row)
look, before, after = found.groups()
row = row.replace(found[0], run(before) + mark("RangeStart", 7) + run(word) + mark("RangeEnd", 7) +
                  f"<w:r>{mark('Reference', 7)}</w:r>" + run(after))
cells = row.split("</w:tc>")
cells[3] = cells[3].replace("</w:p>", run("was ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
                            run(" 8, not \uf0a3 9") + "</w:p>")
text = text[:start] + "</w:tc>".join(cells) + text[end:]
own = ("<w:tbl><w:tr><w:tc><w:p>" + run("My own") + "</w:p></w:tc><w:tc><w:p>" + run("table") + "</w:p></w:tc></w:tr></w:tbl>")
text = text.replace("<w:sectPr>", "<w:p>" + run("Thank you for this.") + "</w:p><w:p>" +
                    run("The team has moved since.") + "</w:p>" + own + "<w:sectPr>")
files["word/document.xml"] = text
files["word/comments.xml"] = (
    f'<w:comments {W}><w:comment w:id="7" w:author="Ann Rees" w:date="2012-05-23T10:00:00Z"><w:p>' + run("should be eight") +
    '</w:p></w:comment><w:comment w:id="8" w:author="Tom Hill"><w:p>' + run("A comment on nothing") + "</w:p></w:comment></w:comments>")
files["word/footnotes.xml"] = (f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
                               '<w:footnote w:id="1"><w:p>' + run("A footnote of ours") + "</w:p></w:footnote></w:footnotes>")
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
    for name, body in files.items():
        pack.writestr(name, body)
