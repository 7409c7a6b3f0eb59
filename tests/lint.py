"""lint.py -- rules of the folders and of the words, as far as a script can see them."""
import os
import re
import sys

sys.dont_write_bytecode = True
import welsh_lint

# What a folder may include besides base/ and itself (the table of the stages).
MAY = {
    "base": "", "source": "", "prose": "source", "lang": "", "style": "source",
    "align": "", "office": "lang",
    "translate": "model align lang prose source office",
    "model": "office source prose lang", "score": "model source prose lang",
    "review": "compose report score model source prose lang",
    "report": "lang",
    "plain": "report lang",
    "compose": "report score model source prose lang",
    "proof": "align compose report score model source prose lang", "picture": "office",
    "page": "style lang source picture",
    "text": "page style lang source", "chart": "text page style lang source report",
    "layout": "chart text page style lang source report", "check": "page style lang source",
    "pdf": "text page style lang source",
    "html": "chart text page style lang source report",
    "compare": "report align lang",
    "sending": "report align model page source prose lang",
    "lsp": "",
    "manuscript": "align office model source prose lang",
    "comments": "office sending report model source prose lang",
    "cli": "office source prose lang style model score report compose page text chart layout html check pdf align "
           "manuscript translate sending comments compare proof review plain lsp watch",
    "watch": "office picture page report style lang source",
}
LIBRARIES = {  # which library's headers a folder may see, and in its .c files alone
    "yaml.h": "source", "cmark.h": "prose", "libxml/": "compose translate comments manuscript office picture", "libxslt/": "compose",
    "libexslt/": "compose", "pango/": "text", "glib": "text", "hb": "text", "hyphen.h": "text", "cairo": "pdf picture",
    "zlib.h": "pdf", "libdeflate.h": "pdf", "png.h": "picture", "jpeglib.h": "picture", "librsvg/": "picture", "qpdf/": "comments", "zip.h": "office", "seccomp.h": "office", "jansson.h": "lsp", "microhttpd.h": "watch", "unicode/": "base lang layout prose translate",
}
# Tags that still stand for several things, in files that do not meet; no other may.
SEVERAL = set("align canvas cell column line lines mark piece row rows run sheet span table words".split())
# Folders whose files still share names of static functions.
CROWDED = {"chart", "compose", "layout", "model"}
# Words that the project does not use of itself.
SILENT = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

faults = []


def fault(path, line, text):
    faults.append(f"{path}:{line}: {text}")


def sources(root, *ends):
    for folder, dirs, names in os.walk(root):
        dirs.sort()
        for name in sorted(names):
            if name.endswith(ends):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8", errors="replace") as f:
                    yield path, f.read()


def check_includes(path, text):
    folder = path.split(os.sep)[1]
    may = set(MAY.get(folder, "").split()) | {"base", folder}
    for number, line in enumerate(text.split("\n"), 1):
        m = re.match(r'#include ["<]([^">]+)[">]', line)
        if not m:
            continue
        name = m.group(1)
        top = name.split("/")[0]
        if top in MAY and "/" in name and top not in may:
            fault(path, number, f"{folder}/ may not include {name}")
        if name == f"{top}/work.h" and top != folder:
            fault(path, number, f"{name} is for the files of {top}/ alone")
        for library, where in LIBRARIES.items():
            if name.startswith(library):
                if folder not in where.split():
                    fault(path, number, f"{folder}/ may not see {name}")
                if path[4:] in SHARED:
                    fault(path, number, f"a library's type in a shared header: {name}")


def shared_headers():
    """Headers that another folder than their own includes."""
    for path, text in sources("src", ".c", ".h"):
        for name in re.findall(r'#include "([^"]+)"', text):
            if name.split("/")[0] != path.split(os.sep)[1]:
                yield name


def attributes():
    """The attributes of the report tree that are text, and those that are values."""
    with open("src/report/vocabulary.h", encoding="utf-8") as f:
        table = f.read().split("#define REPORT_ATTRIBUTES")[1].split("/*")[0]
    return (set(re.findall(r"T\((\w+),", table)), set(re.findall(r"V\((\w+),", table)))


TEXTS, VALUES = attributes()


def check_attributes(path, text):
    """Two enums index two arrays, which no compiler of C tells apart."""
    for number, line in enumerate(text.split("\n"), 1):
        for m in re.finditer(r"\b(at|set)\[AT_(\w+)\]", line):
            if m.group(2) not in (TEXTS if m.group(1) == "at" else VALUES):
                fault(path, number, f"AT_{m.group(2)} is no index of `{m.group(1)}`")


def check_limits():
    """docs/limits.md has every shared limit, with the number of the source."""
    with open("docs/limits.md", encoding="utf-8") as f:
        page = f.read()
    with open("src/base/bounds.h", encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            m = re.match(r"#define (\w+) (?:\(\(size_t\))?(\d+)(?:UL)?( << 20)?", line)
            if not m:
                continue
            value = m.group(2) + (" MB" if m.group(3) else "")
            if not re.search(rf"\| {value}[^|]*\| `{m.group(1)}` \|", page):
                fault("docs/limits.md", 1, f"no row says {value} of `{m.group(1)}`")


def check_rooms():
    """CONTRIBUTING.md says what each room knows."""
    with open("CONTRIBUTING.md", encoding="utf-8") as f:
        rooms = set(re.findall(r"^\| `(\w+)` \|", f.read(), re.M))
    for room in sorted(rooms ^ set(os.listdir("src"))):
        fault("CONTRIBUTING.md", 1, f"the table of rooms and src/ differ in `{room}`")


def check_shape(path, text):
    lines = text.split("\n")
    if not text.startswith("/*") and not text.startswith("#define _GNU_SOURCE"):
        fault(path, 1, "the first comment says what comes in and goes out")
    if len(lines) > 700:
        fault(path, len(lines), "more than a person can hold in mind")
    for number, line in enumerate(lines, 1):
        if SILENT.search(line):
            fault(path, number, "a word the project does not use of itself")
    for m in re.finditer(r"^\{\n(.*?)^\}\n", text, flags=re.M | re.S):
        if m.group().count("\n") > 40:
            fault(path, text[:m.start()].count("\n"), "a function of more than 40 lines")


def bare(text):
    """C without its comments, on the same lines."""
    return re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)


def check_names():
    """A tag is defined once in all of src, a static function once in its folder: one
    search finds the thing and nothing else."""
    first = {}
    for path, text in sources("src", ".c", ".h"):
        text, folder = bare(text), path.split(os.sep)[1]
        for m in re.finditer(r"\b(?:struct|enum|union) (\w+)\s*{|^static [^=;{}()]*?\b(\w+)\(",
                             text, flags=re.M):
            tag, function = m.groups()
            if tag in SEVERAL or (function and folder in CROWDED):
                continue
            before = first.setdefault(tag or (folder, function), path)
            if tag and before != path:
                fault(path, text[:m.start()].count("\n") + 1, f"{tag} is defined in {before} too")
            elif before != path:
                fault(path, text[:m.start()].count("\n") + 1, f"{function}() stands in {before} too")


def strings_of_c(text):
    for number, line in enumerate(bare(text).split("\n"), 1):
        if line.lstrip().startswith("#include"):
            continue
        for m in re.finditer(r'"((?:[^"\\]|\\.)*)"', line):
            yield number, m.group(1)


def data_names():
    """Ids and wording of all programmes: what neither C nor XSLT may name."""
    names, wording = set(), set()
    for path, text in sources("templates", ".yaml"):
        base = os.path.basename(path)
        if base == "style.yaml":
            continue
        if base == "programme.yaml":
            names |= set(re.findall(r'\b(?:id|name):\s*"?([a-z][a-z0-9]*(?:-[a-z0-9]+)+|\d\.\d)"?', text))
        for m in re.finditer(r'\b(?:en|cy|one|other):\s*"?([^"{}\n]{14,}?)"?\s*[,}\n]', text):
            wording.add(m.group(1).strip())
    return names, wording


def check_words(names, wording):
    for path, text in sources("src", ".c", ".h"):
        for number, string in strings_of_c(text):
            if string in names:
                fault(path, number, f'names a thing of a programme: "{string}"')
            if len(string) >= 14 and string in wording:
                fault(path, number, f'a wording of a report: "{string}"')
    for path, text in sources("templates", ".xsl"):
        words = re.sub(r"<!--.*?-->", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
        for m in re.finditer(r">([^<]+)<", words):
            if m.group(1).strip():
                fault(path, words[:m.start(1)].count("\n") + 1,
                      f"text in a template: {m.group(1).strip()[:40]!r}")
        for m in re.finditer(r"<xsl:text|<xsl:number", words):
            fault(path, words[:m.start()].count("\n") + 1, "text in a template")


SHARED = set(shared_headers())
for path, text in sources("src", ".c", ".h"):
    check_includes(path, text)
    check_shape(path, text)
for root in ("src", "tests"):
    for path, text in sources(root, ".c", ".h"):
        check_attributes(path, text)
check_limits()
check_rooms()
check_names()
check_words(*data_names())
welsh_lint.check(sources, fault)
print("\n".join(faults) if faults else "lint: clean")
sys.exit(1 if faults else 0)
