"""form_values.py FORM [PAGES] -- prints the fields of a form that hold a value, name=value each;
with PAGES also checks what a reader needs: each widget on a page with /Tabs /S, in the
structure as the one object of a Form, with words of its own, its letters whole."""
import sys

import pikepdf

WELSH = {"Wcircumflex", "wcircumflex", "Ycircumflex", "ycircumflex"}


def fields(kids, above=""):
    for field in kids:
        name = above + str(field.get("/T", ""))
        if "/FT" in field:
            yield name, field
        else:
            yield from fields(field.Kids, name + ".")


def widgets(all_fields):
    for name, field in all_fields:
        for widget in field.get("/Kids", [field]):
            yield name, field, widget


def numbers(tree):
    items = tree.Nums
    return {int(items[i]): items[i + 1] for i in range(0, len(items), 2)}


def check_widget(name, field, widget, parents):
    element = parents[int(widget.StructParent)]
    assert element.S == "/Form", f"{name}: in a {element.S}"
    kids = list(element.K)
    assert len(kids) == 1 and kids[0].Obj.objgen == widget.objgen, f"{name}: not its Form's object"
    assert str(field.TU) and str(widget.get("/TU", field.TU)), f"{name}: no words"
    assert widget.P.Tabs == "/S", f"{name}: a page without the order of the structure"
    assert any(a.objgen == widget.objgen for a in widget.P.Annots), f"{name}: on no page"
    assert int(widget.F) == 4 and "/N" in widget.AP, f"{name}: not printed"


with pikepdf.open(sys.argv[1]) as pdf:
    form = pdf.Root.AcroForm
    found = list(fields(form.Fields))
    for name, field in found:
        value = field.get("/V")
        if value is not None and value != "/Off" and str(value) != "":
            print(f"{name}={value}")
    if len(sys.argv) > 2:
        parents = numbers(pdf.Root.StructTreeRoot.ParentTree)
        for name, field, widget in widgets(found):
            check_widget(name, field, widget, parents)
        font = form.DR.Font.Lato
        names = {str(n)[1:] for n in font.Encoding.Differences if isinstance(n, pikepdf.Name)}
        assert font.Subtype == "/TrueType" and WELSH <= names, "a font without Welsh letters"
        assert "+" not in str(font.BaseFont), "a font that says it is only part of one"
        assert not form.get("/NeedAppearances", False)
