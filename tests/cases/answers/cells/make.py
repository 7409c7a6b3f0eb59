import csv
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.environ["ROOT"], "tests", "office"))
from xml.sax.saxutils import escape  # noqa: E402

from workbooks import Raw, Styled, ods, xlsx  # noqa: E402

END, QUOTES = sys.argv[1], {chr(34): "&quot;"}
head = ["case", "sentence", "done", "on-time", "clear", "kept", "Read"]


def formula(text, value):
    if END == "ods":
        kept = f' office:value-type="string"><text:p>{value}</text:p></table:table-cell>' if value else "/>"
        return Raw(f'<table:table-cell table:formula="of:={escape(text, QUOTES)}"{kept}')
    return Raw(f'<c t="str"><f>{text}</f><v>{value}</v></c>' if value else f"<c><f>{text}</f></c>")


rich = Raw('<c t="inlineStr"><is><r><t>Y</t></r><r><rPr><b/></rPr><t>es</t></r><rPh><t>x</t></rPh></is></c>'
           if END == "xlsx" else '<table:table-cell office:value-type="string"><text:p>Y<text:span>es</text:span></text:p></table:table-cell>')
wrong = Raw('<c t="e"><v>#REF!</v></c>' if END == "xlsx" else
            '<table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell>')
rows = [head,
        [Styled(7, 3, "007"), "custody", True, False, 1, 0, Styled(40940, 1, "01/02/2012")],
        [8, "First\u00a0tier", "Yes\u00a0", formula('IF(A1,"No","Yes")', "No"), rich, "n/a", 0.1 + 0.2],
        [9, Styled(41609, 2, "Dec-13"), formula("B1", ""), wrong, "yes", "yes", Styled(0.85, 4, "85%")]]
with open("answers." + END, "wb") as f:
    f.write(xlsx({"Cases": rows}, shared=False) if END == "xlsx" else ods({"Cases": rows}))
