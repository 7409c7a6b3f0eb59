"""form_values.py FORM [fixed] -- prints the fields of a form that hold a value, name=value each;
or those that a reader cannot change."""
import sys

import pikepdf

def fields(kids, above=""):
    for field in kids:
        name = above + str(field.get("/T", ""))
        if "/FT" in field:
            yield name, field
        else:
            yield from fields(field.Kids, name + ".")


with pikepdf.open(sys.argv[1]) as pdf:
    for name, field in fields(pdf.Root.AcroForm.Fields):
        value = field.get("/V")
        if sys.argv[2:] == ["fixed"]:
            if int(field.get("/Ff", 0)) & 1:
                print(name)
        elif value is not None and value != "/Off" and str(value) != "":
            print(f"{name}={value}")
