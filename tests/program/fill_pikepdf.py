"""fill_pikepdf.py FORM OUT VALUES -- fills in a form as a program without a screen would: sets
the fields' values.  VALUES: JSON, {"c01.ref": "1.1 S(3)", "c01.kind": "A"}."""
import json
import sys

import pikepdf


def fields(kids, above=""):
    """Each field that holds a value, by its full name."""
    for field in kids:
        name = above + str(field.get("/T", ""))
        if "/FT" in field:
            yield name, field
        else:
            yield from fields(field.Kids, name + ".")


def fill(field, value):
    if field.FT == "/Tx":
        field.V = pikepdf.String(value)
        return
    states = [set(kid.AP.N.keys()) - {"/Off"} for kid in field.Kids]
    if {"/" + value} not in states:
        sys.exit(f"no button stands for {value}: {states}")
    field.V = pikepdf.Name("/" + value)
    for kid, on in zip(field.Kids, states):
        kid.AS = field.V if "/" + value in on else pikepdf.Name.Off


form, out, values = sys.argv[1:]
wanted = json.load(open(values, encoding="utf-8"))
with pikepdf.open(form) as pdf:
    all_fields = dict(fields(pdf.Root.AcroForm.Fields))
    for name, value in wanted.items():
        fill(all_fields[name], value)
    pdf.save(out)
