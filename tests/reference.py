"""reference.py ROOT [--accept] -- docs/reference.md is what the tables of the code and the files
of house-plain say: what a template may name, that docs/document.md does not have."""
import os
import re
import sys

import yaml

root, accept = sys.argv[1], sys.argv[2:] == ["--accept"]
HOUSE = "templates/house-plain/"


def read(path):
    with open(os.path.join(root, path), encoding="utf-8") as f:
        return f.read()


def table(text, name):
    """The lines of a macro that is a table."""
    return re.search(r"#define %s\((?:.*\\\n)*.*" % name, text).group(0)


def plain(text):
    return " ".join(str(text).replace("|", "\\|").split())


def rows(head, lines):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head),
            *("| " + " | ".join(line) + " |" for line in lines), ""]


def pairs(path, of):
    """What a C table of names and reasons says."""
    text = re.search(r"\} %s\[\] = \{\n(.*?)\n\};" % of, read(path), re.S).group(1)
    text = re.sub(r'" JUDGED "|" JUDGED(?=\s)|(?<=\s)JUDGED "', " @judged ", text)
    return [(m[0], re.sub(r'"\s*"', "", m[1]))
            for m in re.findall(r'\{"([^"]*)",\s*"((?:[^"\\]|\\.|"\s+")*)"\}', text)]


# ---- colours and types of a house ----

def looks():
    style, text = read("src/style/style.h"), read(HOUSE + "style.yaml")
    own = yaml.safe_load(text)
    notes = dict(re.findall(r"^  ([a-z0-9-]+): [^#\n]*# (.*)$",
                            text[text.index("\nroles:"):text.index("\ntypes:")], re.M))
    names = lambda macro: [x.lower().replace("_", "-") for x in re.findall(r"X\((\w+)\)", table(style, macro))
                           if x not in ("X", "id")]
    yield "## Roles\n"
    yield "What is drawn in which colour of the palette: `roles` of style.yaml. A house says those that it has otherwise.\n"
    yield from rows(["role", "in house-plain", ""], [[f"`{r}`", f"`{own['roles'][r]}`", notes.get(r, "")]
                                                     for r in names("STYLE_ROLES")])
    yield "## Types\n"
    yield "Sizes of words that are asked for, `types` of style.yaml; a house may have more, for its boxes.\n"
    yield from rows(["type", "size, leading in points"], [[f"`{t}`", "{size}, {leading}".format(**own["types"][t])]
                                                         for t in names("STYLE_TYPES")])
    yield "## Boxes, tables\n"
    yield "Kinds that house-plain has; each is an entry of style.yaml, and so is another.\n"
    yield "- `<box kind=\"…\">`: " + ", ".join(f"`{b}`" for b in own["boxes"])
    yield "- `<table kind=\"…\">`: " + ", ".join(f"`{t}`" for t in own["tables"]) + "\n"


# ---- fills and icons ----

def signs():
    fills = [f for f in re.findall(r'X\(FILL_\w+, "([a-z-]+)"\)', table(read("src/report/vocabulary.h"), "FILLS"))]
    icons = re.findall(r'"([a-z]+)"', re.search(r"icons\[\] = \{(.*?)\}", read("src/model/ask.c"), re.S).group(1))
    yield "## Fills and icons\n"
    yield "`fill` of a judgement is one of the first seven, which stand in charts; `icon` one of the last line, white in"
    yield "a disc of its `colour`. The word always stands beside either.\n"
    yield "- fills: " + ", ".join(f"`{f}`" for f in fills)
    yield "- icons: " + ", ".join(f"`{i}`" for i in icons) + "\n"


# ---- what the house has to be named ----

def words():
    text = read(HOUSE + "words.yaml")
    own = yaml.safe_load(text)
    of = {**own["words"]}
    yield "## Wordings of house-plain\n"
    yield "A template prints one with `<word key=\"KEY\"/>`; args come in `<with name=\"…\">`. A programme's words.yaml says one"
    yield "anew under the same key.\n"
    lines = []
    for key, word in of.items():
        said = word.get("en", "")
        said = plain(said.get("other", "") if isinstance(said, dict) else said)
        args = sorted(set(re.findall(r"\(\(arg ([a-z-]+)", str(word))))
        lines.append([f"`{key}`", " ".join(args), said if len(said) < 70 else said[:66].rsplit(" ", 1)[0] + " …"])
    yield from rows(["key", "args", "in English"], lines)
    yield "Nouns, for `n of NOUN` and the like: " + ", ".join(f"`{n}`" for n in own["nouns"]) + ".\n"


def fields():
    yield "## Fields of house-plain\n"
    yield "A programme takes one with `NAME: {like: NAME}`.\n"
    yield from rows(["field", "kind", "for"], [
        [f"`{n}`", f["kind"] + (" of " + f["of"]["kind"] if "of" in f else ""), plain(f.get("help", ""))]
        for n, f in yaml.safe_load(read(HOUSE + "fields.yaml"))["fields"].items()])


def templates():
    yield "## Named templates of common.xsl\n"
    yield "`<xsl:call-template name=\"…\"/>` prints one; a programme that says it anew prints its own. A parameter in"
    yield "brackets may be left out.\n"
    text = read(HOUSE + "common.xsl")
    found = re.findall(r'<xsl:template name="([a-z-]+)"(.*?)(?=\n<xsl:template|\n</xsl:stylesheet)', text, re.S)
    lines = []
    for name, body in found:
        body = body.split("</xsl:template>")[0]
        given = [f"({p})" if rest.strip() != "/" else p
                 for p, rest in re.findall(r'<xsl:param name="([a-z-]+)"(.*?)>', body)]
        note = re.search(r"<!-- ((?:(?!-->).)*?) -->\n<xsl:template name=\"%s\"" % name, text, re.S)
        note = plain(note.group(1)) if note and "====" not in note.group(1) else ""
        lines.append([f"`{name}`", " ".join(given), note.replace("<", "&lt;")])
    yield from rows(["template", "parameters", ""], lines)
    yield "It prints too what is applied of the fields: " + ", ".join(
        f"`{m}`" for m in re.findall(r'<xsl:template match="([^"]*)">', text)) + ".\n"


# ---- what it reads, what it may not ----

def tree():
    judged = re.search(r'#define JUDGED "(.*)"', read("src/compose/names.c")).group(1).strip()
    yield "## What a template sees\n"
    yield "Elements and their attributes, besides the fields of the programme in `<report>` (docs/programmes.md shows an"
    yield "example, `gwasg build --dump input` those of a report). Any other name is said (`XPATH_UNKNOWN`).\n"
    lines = []
    for parent, names in pairs("src/compose/names.c", "SHAPE"):
        names = names.replace("@judged", judged).split()
        lines.append([f"`{parent}`" if parent != "/" else "the document",
                      " ".join(n for n in names if n[0] == "@"), " ".join(n for n in names if n[0] != "@")])
    yield from rows(["element", "attributes", "holds"], lines)


def refused():
    lint = read("src/compose/lint.c")
    allowed = "".join(re.findall(r'"([^"]*)"', re.search(r"ALLOWED =(.*?);", lint, re.S).group(1)))
    yield "## What XSLT may not do\n"
    yield "A template is XSLT 1.0 of these elements: " + " ".join(f"`{a}`" for a in allowed.split()) + ".\n"
    yield "It holds no text, which is wording; no DTD; no functions of extensions. Refused are:\n"
    yield from rows(["element or function", "why"],
                    [[f"`xsl:{n}`", plain(w)] for n, w in pairs("src/compose/lint.c", "FORBIDDEN")] +
                    [[f"`{n}()`", plain(w.replace('\\"', '"'))] for n, w in pairs("src/compose/lint.c", "FUNCTIONS")])


page = ["# What a template may name",
        "",
        "This page is written from the tables of the code and from house-plain (`tests/reference.py --accept`); edit",
        "those. The elements that a template makes, with their attributes, are in [document.md](document.md); how a",
        "programme is made, in [templates.md](templates.md).",
        ""]
for part in (tree, refused, templates, fields, signs, looks, words):
    page.extend(part())
page = "\n".join(page).rstrip("\n") + "\n"
path = os.path.join(root, "docs/reference.md")
if accept:
    with open(path, "w", encoding="utf-8") as f:
        f.write(page)
elif not os.path.exists(path) or read("docs/reference.md") != page:
    old = read("docs/reference.md").splitlines() if os.path.exists(path) else []
    for line in [x for x in page.splitlines() if x not in old][:10]:
        print("new:", line)
    for line in [x for x in old if x not in page.splitlines()][:10]:
        print("gone:", line)
    sys.exit("docs/reference.md says something else: tests/reference.py ROOT --accept writes it again")
