"""hostile.py GWASG ROOT -- workbooks that are broken or mean harm, made here and read one by
one: each is taken or said in one sentence, in little time, and none ends the program."""
import csv
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

sys.path.insert(0, os.path.join(sys.argv[2], "tests", "office"))
sys.dont_write_bytecode = True
from workbooks import (HEAD, MAIN, Raw, column, ods, ods_parts, pack, relations, xlsx,  # noqa: E402
                       xlsx_cell, xlsx_parts)

GWASG, ROOT = sys.argv[1], sys.argv[2]
EXAMPLE = os.path.join(ROOT, "examples", "westmere-2013")
with open(os.path.join(EXAMPLE, "answers.csv"), encoding="utf-8", newline="") as f:
    ROWS = list(csv.reader(f))
SHEET, BOOK, RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS, CONTENT = "xl/sharedStrings.xml", "content.xml"
DAMAGED, NONE = "it is damaged", "it is no workbook"


def book(change=None, shared=True, **parts):
    """The good workbook with parts put in the place of others, and one changed by a function."""
    all_parts = xlsx_parts({"Cases": ROWS}, shared)
    for name, data in parts.items():
        all_parts[name] = data
    if change:
        change(all_parts)
    return pack({n: d for n, d in all_parts.items() if d is not None})


def put(name, old, new, count=1):
    def change(parts):
        assert old in parts[name], (name, old)
        parts[name] = parts[name].replace(old, new, count)
    return book(change)


def put_ods(old, new, **more):
    parts = ods_parts({"Cases": ROWS})
    assert old in parts[CONTENT], old
    parts[CONTENT] = parts[CONTENT].replace(old, new, 1)
    return pack({**parts, **more})


def with_part(name, data):
    return book(**{name: data})


def sheet(rows):
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def ole(*names):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(n.encode("utf-16-le") for n in names)


def bomb(name, megabytes):
    """A zip whose part is a run of blanks of so many megabytes."""
    parts = xlsx_parts({"Cases": ROWS})
    parts[name] = parts[name] + " " * (megabytes << 20)
    return pack(parts)


def lies(data):
    """The sizes in the directory say 10 bytes of every part."""
    data, at = bytearray(data), 0
    while (at := data.find(b"PK\1\2", at)) >= 0:
        data[at + 24:at + 28] = struct.pack("<I", 10)
        at += 4
    return bytes(data)


BILLION = ("<!DOCTYPE x [<!ENTITY a \"ha\">" + "".join(
    f"<!ENTITY {chr(98 + i)} \"{('&' + chr(97 + i) + ';') * 10}\">" for i in range(9)) + "]>")
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CELL = '<c r="A2" t="s">'


def broken_xlsx():
    good = xlsx({"Cases": ROWS})
    yield "empty", b"", "it is empty"
    yield "text", b"case,age\n1,2\n", NONE
    yield "HTML", b"<html><table><tr><td>case</td></tr></table></html>", NONE
    yield "mark alone", b"PK\3\4", DAMAGED
    for part in (10, 50, 90, 99):
        yield f"cut at {part}%", good[:len(good) * part // 100], DAMAGED
    yield "another zip", pack({"a.txt": "a"}), NONE
    yield "Word document", pack({"word/document.xml": "<a/>"}), NONE
    yield "no workbook part", with_part(BOOK, None), NONE
    yield "no relations", with_part(RELS, None), "which part is which sheet"
    yield "empty relations", with_part(RELS, relations()), "which part is which sheet"
    yield "relation to nothing", put(RELS, "sheet1.xml", "sheet7.xml"), "is not in it"
    yield "relation above the zip", put(RELS, "worksheets/sheet1.xml", "../../../etc/passwd"), "is not in it"
    yield "relation to itself", put(RELS, "worksheets/sheet1.xml", "workbook.xml"), "empty table"
    yield "relation outside", put(RELS, 'Target="worksheets/sheet1.xml"',
                                  'Target="http://example.org/s.xml" TargetMode="External"'), "outside the file"
    yield "texts outside", put(RELS, 'Target="sharedStrings.xml"',
                               'Target="file:///etc/passwd" TargetMode="External"'), "outside the file"
    yield "relation without target", put(RELS, 'Target="worksheets/sheet1.xml"', ""), "which part is which sheet"
    yield "relations are no XML", with_part(RELS, "no"), DAMAGED
    yield "10,000 relations", with_part(RELS, relations(*((f"r{i}", "x", "x", "") for i in range(10000)))), \
        "which part is which sheet"
    yield "no sheet", with_part(BOOK, HEAD + f'<workbook xmlns="{MAIN}"/>'), "it has no sheet"
    yield "sheet without id", put(BOOK, 'r:id="rId1"', ""), DAMAGED
    yield "1,000 sheets", put(BOOK, "<sheets>", "<sheets>" + '<sheet name="a" r:id="b"/>' * 1000), "500 sheets"
    yield "a sheet of no cells", with_part(SHEET, sheet("")), "empty table"
    yield "sheet is no XML", with_part(SHEET, "case,age"), DAMAGED
    yield "sheet cut", book(lambda p: p.update({SHEET: p[SHEET][:9000]})), DAMAGED
    yield "sheet of zeros", with_part(SHEET, "\0" * 1000), DAMAGED
    yield "sheet in UTF-16 without a mark", book(lambda p: p.update({SHEET: p[SHEET].encode("utf-16-be")})), None
    yield "billion laughs", book(lambda p: p.update({SHEET: p[SHEET].replace(
        "<worksheet", BILLION + "<worksheet").replace(CELL, "<c>&j;</c>" + CELL, 1)})), "document type"
    yield "billion laughs in texts", put(STRINGS, "<sst", BILLION + "<sst"), "document type"
    yield "billion laughs in the workbook", put(BOOK, "<workbook", BILLION + "<workbook"), "document type"
    yield "billion laughs in relations", put(RELS, "<Relationships", BILLION + "<Relationships"), "document type"
    yield "entity of a file", put(SHEET, "<worksheet", OUTSIDE + "<worksheet"), "document type"
    yield "unknown entity", put(SHEET, "<v>0</v>", "<v>&x;</v>"), DAMAGED
    yield "deep XML", with_part(SHEET, sheet("<row>" * 100000)), DAMAGED
    yield "zip bomb in the sheet", bomb(SHEET, 70), "larger than 64 MB"
    yield "zip bomb in the texts", bomb(STRINGS, 70), "larger than 64 MB"
    yield "zip bomb in the styles", bomb("xl/styles.xml", 70), "larger than 64 MB"
    yield "sizes that lie", lies(good), ""
    yield "3,000 parts", book(**{f"x/{i}": "" for i in range(3000)}), "2,000 parts"
    yield "macros", put(RELS, "</Relationships>", '<Relationship Id="m" Type="http://schemas.microsoft.com/office/'
                        '2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'), "it has macros"
    yield "old workbook", ole("Workbook"), "of the old kind (.xls); save it as .xlsx"
    yield "password", ole("EncryptionInfo", "EncryptedPackage"), "protected by a password"
    yield "shared text out of range", put(SHEET, "<v>7</v>", "<v>70000</v>"), "does not have"
    yield "shared text of letters", put(SHEET, "<v>7</v>", "<v>x</v>"), "does not have"
    yield "shared text below 0", put(SHEET, "<v>7</v>", "<v>-1</v>"), "does not have"
    yield "no shared texts", with_part(STRINGS, None), "is not in it"
    yield "column 16,385", put(SHEET, "</row>", '<c r="XFE1"><v>1</v></c></row>'), "16,384 columns"
    yield "column of many letters", put(SHEET, 'r="A1"', 'r="' + "Z" * 1000 + '1"'), None
    yield "column 16,384", put(SHEET, "</row>", '<c r="XFD1"><v>1</v></c></row>'), "more than 1100 columns"
    yield "row 1,048,577", put(SHEET, "</sheetData>", '<row r="1048577"><c t="str"><v>x</v></c></row></sheetData>'), \
        "1,048,576 rows"
    yield "row far below", put(SHEET, "</sheetData>", '<row r="1048576"><c r="A1048576" t="str"><v>Total</v></c></row>'
                               "</sheetData>"), None
    yield "20,000 rows", book(lambda p: p.update({SHEET: sheet("".join(
        f'<row><c t="str"><v>{"case" if i == 0 else i}</v></c><c t="str"><v>age</v></c></row>' for i in range(20000)))})), \
        "more than 10000 rows"
    yield "rows in a mess", put(SHEET, '<row r="3">', '<row r="1">'), "not in the order"
    yield "cells in a mess", put(SHEET, 'r="B2"', 'r="A2"'), "not in the order"
    yield "cell of another row", put(SHEET, 'r="B2"', 'r="B9"'), "not in the order"
    yield "cell without a place", put(SHEET, 'r="A2"', 'r="2"'), "a cell's name is none"
    yield "cell of column 0", put(SHEET, 'r="A2"', 'r="A0"'), "a cell's name is none"
    yield "32 million letters", put(STRINGS, "<sst", "<sst><si><t>" + "x" * (32 << 20) + "</t></si></sst><sst"), DAMAGED
    yield "20 MB in cells", book(lambda p: p.update({SHEET: sheet(
        "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"), STRINGS: HEAD + f'<sst xmlns="{MAIN}"><si>'
        + "<t>" + "x" * 200000 + "</t></si></sst>"})), "16 MB"


def good_xlsx():
    yield "good", book(), ""
    yield "texts in the cells", book(shared=False), ""
    yield "no names of cells", book(lambda p: p.update({SHEET: sheet("".join(
        "<row>" + "".join(f'<c t="str"><v>{c}</v></c>' for c in row) + "</row>" for row in ROWS))})), ""
    yield "UTF-16", book(lambda p: p.update({SHEET: p[SHEET].replace("UTF-8", "UTF-16").encode("utf-16")})), ""
    yield "other prefixes", book(lambda p: p.update({SHEET: p[SHEET].replace("<", "<x:").replace(
        "<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")})), ""
    yield "rich text", put(STRINGS, '<t xml:space="preserve">case</t>',
                           '<r><rPr><b/></rPr><t>ca</t></r><r><t>se</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'), ""
    yield "targets from the root", put(RELS, '"worksheets/', '"/xl/worksheets/'), ""
    yield "strict names", book(lambda p: p.update({n: d.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main") for n, d in p.items()})), ""
    yield "link to another workbook", put(RELS, "</Relationships>", '<Relationship Id="e" Type="x/externalLink" '
                                          'Target="externalLinks/externalLink1.xml"/></Relationships>'), \
        "links to other workbooks"


def broken_ods():
    good = ods({"Cases": ROWS})
    row, cell = "<table:table-row>", "<table:table-cell"
    yield "good", good, ""
    for part in (10, 50, 90):
        yield f"cut at {part}%", good[:len(good) * part // 100], DAMAGED
    yield "content is no XML", put_ods("<?xml", "x<?xml"), DAMAGED
    yield "billion laughs", put_ods("<office:document-content", BILLION + "<office:document-content"), "document type"
    yield "entity of a file", put_ods("<office:document-content", OUTSIDE + "<office:document-content"), "document type"
    yield "password", put_ods("<?xml", "<?xml", **{"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}), \
        "protected by a password"
    yield "macros", put_ods("<?xml", "<?xml", **{"Basic/script-lc.xml": "<a/>"}), "it has macros"
    yield "no table", put_ods("<office:spreadsheet>", "<office:text/><office:x><!--").replace(b"", b""), DAMAGED
    yield "a cell 16,385 times", put_ods(cell, cell + ' table:number-columns-repeated="16385"'), "16,384 columns"
    yield "a cell 99,999,999 times", put_ods(cell, cell + ' table:number-columns-repeated="99999999"'), "16,384 columns"
    yield "a cell many times", put_ods(cell, cell + ' table:number-columns-repeated="16384"'), "16,384 columns"
    yield "an empty cell many times", put_ods("</table:table-row>", "<table:table-cell table:number-columns-repeated="
                                              '"99999999"/></table:table-row>'), ""
    yield "a row a million times", put_ods(row, '<table:table-row table:number-rows-repeated="1048576">'), "16 MB"
    yield "a row 2,000,000,000 times", put_ods(row, '<table:table-row table:number-rows-repeated="2000000000">'), ""
    yield "an empty row many times", put_ods("</table:table>", '<table:table-row table:number-rows-repeated="99999999">'
                                             "<table:table-cell/></table:table-row></table:table>"), ""
    yield "a note on a cell", put_ods(cell, cell + "><office:annotation><text:p>n</text:p></office:annotation>"
                                      "</table:table-cell>" + cell, ), None
    yield "changes tracked", put_ods("<office:spreadsheet>", "<office:spreadsheet><table:tracked-changes><table:table>"
                                     "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>"
                                     "</table:table-row></table:table></table:tracked-changes>"), ""
    yield "deep tables", put_ods("<office:spreadsheet>", "<office:spreadsheet>" + "<table:table>" * 300), DAMAGED
    yield "blanks by the billion", put_ods("<text:p>", '<text:p><text:s text:c="2000000000"/>'), ""


def run(name, data, end, want):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report")
        shutil.copytree(EXAMPLE, report)
        os.remove(os.path.join(report, "answers.csv"))
        with open(os.path.join(report, "answers" + end), "wb") as out:
            out.write(data)
        start = time.monotonic()
        done = subprocess.run([GWASG, "scores", report], capture_output=True, text=True, check=False)
        took = time.monotonic() - start
    said = [line for line in done.stderr.splitlines() if ": error: " in line]
    wrong = None
    if took > 12:
        wrong = f"it took {took:.1f} s"
    elif done.returncode not in (0, 1):
        wrong = f"exit status {done.returncode}"
    elif want == "" and said:
        wrong = "it is said: " + said[0]
    elif want and want not in done.stderr:
        wrong = f"no \"{want}\": {done.stderr[:300]}"
    elif want and len(said) > 1:
        wrong = f"{len(said)} errors: " + " | ".join(said[:3])
    if wrong:
        print(f"{end} {name}: {wrong}")
    return wrong is None


cases = [(n, d, ".xlsx", w) for n, d, w in [*broken_xlsx(), *good_xlsx()]]
cases += [(n, d, ".ods", w) for n, d, w in broken_ods()]
held = [run(*case) for case in cases]
print(f"{len(held)} workbooks, {held.count(False)} not as they should be")
sys.exit(0 if all(held) and len(held) >= 60 else 1)
