"""hostile.py -- pictures as strangers make them: whole ones of every kind, broken ones, and
ones that are made to do harm.  Writes them into a folder, each under what it is; the driver
says what becomes of each, and want.txt is what should.
    hostile.py FOLDER [DRIVER WANT]    with the two it compares; ACCEPT=1 writes WANT"""
import difflib
import os
import struct
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOX = 'viewBox="0 0 300 100">'
DOT = '<circle cx="50" cy="50" r="40" fill="#274a9c"/>'


def seed(name):
    with open(os.path.join(HERE, name + ".jpg"), "rb") as f:
        return f.read()


# ---- JPEG ----

def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def behind_soi(jpeg, *extra):
    return jpeg[:2] + b"".join(extra) + jpeg[2:]


def find(jpeg, *markers):
    """Where the first of these markers stands."""
    at = 2
    while jpeg[at + 1] not in markers:
        at += 2 + struct.unpack(">H", jpeg[at + 2:at + 4])[0]
    return at


def patched(jpeg, at, data):
    return jpeg[:at] + data + jpeg[at + len(data):]


def without(jpeg, marker):
    at = find(jpeg, marker)
    return jpeg[:at] + jpeg[at + 2 + struct.unpack(">H", jpeg[at + 2:at + 4])[0]:]


def exif(entries, order="<", more=b""):
    tiff = (b"II" if order == "<" else b"MM") + struct.pack(order + "HIH", 42, 8, len(entries))
    for tag, kind, count, value in entries:
        tiff += struct.pack(order + "HHI", tag, kind, count)
        tiff += struct.pack(order + "HH", value, 0) if kind == 3 else struct.pack(order + "I", value)
    return segment(0xE1, b"Exif\0\0" + tiff + b"\0\0\0\0" + more)


def icc(parts, count=None):
    return b"".join(segment(0xE2, b"ICC_PROFILE\0" + bytes([i + 1, count or len(parts)]) + p)
                    for i, p in enumerate(parts))


def jpegs():
    colour, grey, inks, layers, profile = map(seed, "colour grey inks progressive profile".split())
    sof, sos = find(colour, 0xC0), find(colour, 0xDA)
    yield "colour", colour
    yield "grey", grey
    yield "progressive", layers
    yield "profile", profile
    yield "inks-adobe", inks
    yield "inks-plain", without(inks, 0xEE)
    for n in range(1, 9):
        yield f"held-{n}", behind_soi(colour, exif([(0x0112, 3, 1, n)]))
    yield "held-big-end", behind_soi(colour, exif([(0x0112, 3, 1, 6)], ">"))
    yield "held-9", behind_soi(colour, exif([(0x0112, 3, 1, 9)]))
    yield "held-nowhere", behind_soi(colour, segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"))
    yield "held-cut", behind_soi(colour, segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff"))
    yield "exif-loop", behind_soi(colour, exif([(0x8825, 4, 1, 8), (0x0112, 3, 1, 3)]))
    yield "thumbnail", behind_soi(colour, exif([(0x0112, 3, 1, 1)], more=grey))
    yield "placed", behind_soi(colour, exif([(0x8825, 4, 1, 26)], more=struct.pack("<HHHII", 1, 2, 5, 3, 8)))
    yield "extra-huge", behind_soi(colour, *[segment(0xE5, b"\0" * 65533)] * 40)
    yield "extra-empty", behind_soi(colour, segment(0xE5, b""))
    yield "comment", behind_soi(colour, segment(0xFE, b"<script>alert(1)</script>"))
    yield "behind-the-end", colour + b"<script>" + b"x" * 5000
    yield "two-behind-each-other", colour[:-2] + colour[2:]
    yield "empty-frame", colour[:2] + b"\xff\xd9"
    yield "marks-alone", b"\xff\xd8\xff\xe0"
    yield "signature-alone", b"\xff\xd8\xff"
    yield "filled", colour[:2] + b"\xff\xff\xff" + colour[2:]
    yield "no-mark", colour[:2] + b"\0" + colour[2:]
    bare = colour
    while b"\xff\xc4" in bare:
        bare = without(bare, 0xC4)
    yield "no-tables", bare
    yield "no-quantities", without(without(colour, 0xDB), 0xDB)
    yield "no-frame", without(colour, 0xC0)
    yield "frame-twice", behind_soi(colour, colour[sof:sof + 19])
    for cut in (len(colour) - 1, len(colour) - 2, len(colour) - 40, sos + 4, sos, sof + 8, 20, 7):
        yield f"cut-{cut}", colour[:cut]
    yield "half-ended", colour[:(sos + len(colour)) // 2] + b"\xff\xd9"
    yield "layers-cut", layers[:len(layers) - 60] + b"\xff\xd9"
    yield "lies-tall", patched(colour, sof + 5, struct.pack(">H", 16000))
    yield "lies-wide", patched(colour, sof + 7, struct.pack(">H", 9000))
    yield "lies-vast", patched(colour, sof + 5, struct.pack(">HH", 65535, 65535))
    yield "lies-side", patched(colour, sof + 5, struct.pack(">HH", 2, 40000))
    yield "lies-small", patched(colour, sof + 5, struct.pack(">HH", 8, 8))
    yield "lies-nought", patched(colour, sof + 5, struct.pack(">HH", 0, 24))
    yield "no-width", patched(colour, sof + 7, b"\0\0")
    yield "bits-12", patched(colour, sof + 4, b"\x0c")
    yield "parts-2", patched(colour, sof + 9, b"\x02")
    yield "parts-9", patched(colour, sof + 9, b"\x09")
    yield "sampling-nought", patched(colour, sof + 11, b"\0")
    yield "sampling-15", patched(colour, sof + 11, b"\xff")
    yield "table-9", patched(colour, sof + 12, b"\x09")
    for kind in (0xC1, 0xC3, 0xC5, 0xC7, 0xC9, 0xCA, 0xCB, 0xCF):
        yield f"coded-{kind:x}", patched(colour, sof + 1, bytes([kind]))
    yield "arithmetic", behind_soi(colour, segment(0xCC, b"\0\0"))
    yield "segment-0", patched(colour, 4, b"\0\0")
    yield "segment-long", patched(colour, 4, b"\xff\xff")
    yield "scans", layers[:-2] + layers[find(layers, 0xDA):-2] * 80 + b"\xff\xd9"
    plain = without(colour, 0xE0)
    letters = bytearray(plain)
    frame, scan = find(plain, 0xC0), find(plain, 0xDA)
    for i, letter in enumerate(b"RGB"):
        letters[frame + 10 + 3 * i] = letters[scan + 5 + 2 * i] = letter
    yield "red-green-blue", bytes(letters)
    yield "no-jfif", plain
    yield "adobe-rgb", behind_soi(plain, segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"))
    yield "adobe-jfif", behind_soi(colour, segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"))
    yield "adobe-2", behind_soi(plain, segment(0xEE, b"Adobe\0\x64\0\0\0\0\x02"))
    yield "icc-short", behind_soi(colour, icc([b"short"]))
    yield "icc-missing", behind_soi(colour, icc([b"a" * 200], 2))
    yield "icc-nought", behind_soi(colour, segment(0xE2, b"ICC_PROFILE\0\0\0abc"))
    yield "icc-twice", behind_soi(profile, profile[find(profile, 0xE2):][:600])
    at = find(profile, 0xE2) + 18
    for what, where, data in (("of-inks", 16, b"CMYK"), ("class", 12, b"nmcl"), ("v5", 8, b"\x05"),
                              ("length", 0, b"\x7f\xff\xff\xff"), ("mark", 36, b"xxxx")):
        yield f"icc-{what}", patched(profile, at + where, data)
    yield "icc-on-grey", behind_soi(grey, icc([profile[at:at + 588]]))


# ---- SVG ----

def shapes(inside, head=BOX, before=""):
    return (before + SVG + head + inside + "</svg>").encode()


def nested_uses(depth, each):
    groups = '<g id="u0">' + DOT + "</g>"
    for n in range(1, depth + 1):
        groups += f'<g id="u{n}">' + f'<use xlink:href="#u{n - 1}"/>' * each + "</g>"
    return "<defs>" + groups + f'</defs><use href="#u{depth}"/>'


def svgs():
    yield "dot", shapes(DOT)
    yield "doctype", shapes(DOT, before='<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
                                        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n')
    yield "byte-mark", b"\xef\xbb\xbf" + shapes(DOT)
    yield "utf-16", ("\ufeff" + shapes(DOT).decode()).encode("utf-16-le")
    yield "style", shapes("<style>.a{fill:#c00}</style>" + DOT.replace("<circle", '<circle class="a"'))
    yield "gradient", shapes('<linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient>'
                             '<rect width="300" height="100" fill="url(#g)"/>')
    yield "opacity", shapes('<g opacity=".5">' + DOT * 2 + "</g>")
    yield "mask", shapes('<mask id="m">' + DOT + '</mask><rect width="300" height="100" mask="url(#m)"/>')
    yield "pattern", shapes('<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse">'
                            '<rect width="4" height="4"/></pattern><rect width="300" height="100" fill="url(#p)"/>')
    yield "clip", shapes('<clipPath id="c">' + DOT + '</clipPath><rect width="300" height="100" clip-path="url(#c)"/>')
    yield "editor", shapes(DOT, 'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" ' + BOX +
                           '<sodipodi:namedview sodipodi:docname="C:\\\\x" sodipodi:on="1"/><metadata><x xmlns=""/></metadata>')
    yield "illustrator", shapes(
        '<switch><foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:ref/></foreignObject><g>' + DOT +
        "</g></switch><i:pgf>eJzs</i:pgf>", 'xmlns:i="&ns_ai;" xml:space="preserve" ' + BOX,
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<?xpacket begin=""?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [\n<!ENTITY ns_ai "http://ns.adobe.com/AI/10.0/">\n'
        '<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n]>\n').replace(b'"http://www.w3.org/2000/svg" xm', b'"&ns_svg;" xm')
    yield "inkscape", shapes(
        '<defs><inkscape:path-effect/><filter id="f"><feGaussianBlur stdDeviation="1"/></filter></defs>'
        '<!-- layer --><g inkscape:label="C:\\logo" style="display:inline">' + DOT + '<flowRoot xml:space="preserve">'
        '<flowRegion/><flowPara></flowPara></flowRoot><text x="1"><tspan> </tspan></text></g>',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ' + BOX)
    yield "figma", shapes(
        '<mask id="a" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="300" height="100">'
        '<rect width="300" height="100" fill="white"/></mask><g mask="url(#a)">' + DOT + "</g>", 'fill="none" ' + BOX)
    yield "filter-used", shapes('<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><g filter="url(#f)">' + DOT + "</g>")
    yield "filter-styled", shapes('<g style="FILTER : blur(2px)">' + DOT + "</g>")
    yield "filter-sheet", shapes("<style>.a{filter:url(#f)}</style>" + DOT)
    yield "filter-none", shapes('<g filter="none" style="filter: none">' + DOT + "</g>")
    yield "script", shapes("<script>alert(1)</script>")
    yield "script-handler", shapes('<rect onload="alert(1)" width="9" height="9"/>')
    yield "script-root", shapes(DOT, 'onload="alert(1)" ' + BOX)
    yield "script-link", shapes('<a xlink:href="javascript:alert(1)">' + DOT + "</a>")
    yield "script-style", shapes("<style>a{b:expression\\28 1)}</style>" + DOT)
    yield "foreign", shapes('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')
    yield "html", shapes('<p xmlns="http://www.w3.org/1999/xhtml">x</p>')
    yield "include", shapes('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>')
    yield "image-file", shapes('<image href="file:///etc/passwd" width="9" height="9"/>')
    yield "image-web", shapes('<image xlink:href="http://example.org/x.png" width="9" height="9"/>')
    yield "image-data", shapes('<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>')
    yield "image-data-vast", shapes('<image href="data:image/png;base64,' + "A" * 3000000 + '"/>')
    yield "use-file", shapes('<use href="other.svg#a"/>')
    yield "use-web", shapes('<use xlink:href="//example.org/a.svg#a"/>')
    yield "fill-web", shapes('<rect width="9" height="9" fill="url(http://example.org/a.svg#a)"/>')
    yield "style-web", shapes('<rect width="9" height="9" style="fill:URL( \'http://example.org\' )"/>')
    yield "style-spelt", shapes('<rect width="9" height="9" style="fill:u\\72l(http://example.org)"/>')
    yield "sheet-import", shapes('<style>@import "http://example.org/a.css";</style>' + DOT)
    yield "sheet-font", shapes("<style>@font-face{src:url(a.woff)}</style>" + DOT)
    yield "sheet-fetch", shapes("<style>rect{fill:url(a.svg#b)}</style>" + DOT)
    yield "sheet-outside", shapes(DOT, before='<?xml-stylesheet href="file:///etc/passwd"?>')
    yield "instruction", shapes("<?php x ?>" + DOT)
    yield "base", shapes(DOT, 'xml:base="http://example.org/" ' + BOX)
    yield "words", shapes('<text x="9" y="9">Northam</text>')
    yield "words-nowhere", shapes('<defs><text id="t">x</text></defs>' + DOT)
    yield "moves", shapes('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>')
    yield "sets", shapes('<rect width="9" height="9"><set attributeName="href" to="#a"/></rect>')
    yield "filter", shapes('<filter id="f"><feGaussianBlur stdDeviation="100000"/></filter>' + DOT)
    yield "filter-vast", shapes('<filter id="f" x="-9e9" width="9e9"><feTurbulence/></filter>' + DOT)
    yield "fe-image", shapes('<filter id="f"><feImage href="file:///etc/passwd"/></filter>' + DOT)
    yield "no-such", shapes("<video/>")
    yield "entity", shapes("&x;", before='<!DOCTYPE svg [<!ENTITY x "y">]>')
    yield "entity-nested", shapes("&y;", before='<!DOCTYPE svg [<!ENTITY x "y"><!ENTITY y "&#38;x;&#38;x;">]>')
    yield "entity-markup", shapes("&x;", before='<!DOCTYPE svg [<!ENTITY x "&#60;script/>">]>')
    yield "entity-leads", shapes('<use href="&x;"/>', before='<!DOCTYPE svg [<!ENTITY x "file:///etc/passwd#a">]>')
    yield "entity-attribute", shapes(DOT, before='<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>')
    yield "entity-bomb", shapes("&l9;", before="<!DOCTYPE svg [<!ENTITY l0 'ha'>" + "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>")
    yield "entity-file", shapes("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    yield "entity-parameter", shapes(DOT, before='<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://example.org">%x;]>')
    yield "entity-unknown", shapes("&nbsp;" + DOT)
    yield "use-bomb", shapes(nested_uses(12, 10))
    yield "use-deep", shapes(nested_uses(40, 1))
    yield "use-self", shapes('<g id="a"><use href="#a"/></g>')
    yield "use-ring", shapes('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')
    yield "use-nothing", shapes('<use href="#none"/>' + DOT)
    yield "pattern-self", shapes('<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/>'
                                 '</pattern><rect width="9" height="9" fill="url(#p)"/>')
    yield "mask-ring", shapes('<mask id="a" mask="url(#b)">' + DOT + '</mask><mask id="b" mask="url(#a)"/>')
    yield "pattern-fine", shapes('<pattern id="p" width="1e-7" height="1e-7" patternUnits="userSpaceOnUse">' + DOT +
                                 '</pattern><rect width="300" height="100" fill="url(#p)"/>')
    yield "many", shapes(DOT * 60000)
    yield "deep", shapes("<g>" * 2000 + "</g>" * 2000)
    yield "path-long", shapes('<path d="M0 0' + "l1 1" * 500000 + '"/>')
    yield "dashes", shapes('<path d="M0 0H1e9" stroke="red" stroke-dasharray="0.0001"/>')
    yield "numbers", shapes('<path d="M1e999 nan L-1e999 inf"/>' + DOT)
    yield "size-none", shapes(DOT, ">")
    yield "size-nought", shapes(DOT, 'width="0" height="0">')
    yield "size-less", shapes(DOT, 'width="-5" height="9">')
    yield "size-vast", shapes(DOT, 'width="1e9" height="1e8" ' + BOX)
    yield "size-endless", shapes(DOT, 'width="1e400" height="1e400">')
    yield "size-speck", shapes(DOT, 'viewBox="0 0 0.003 0.001">')
    yield "size-line", shapes(DOT, 'viewBox="0 0 3000 0.001">')
    yield "size-mm", shapes(DOT, 'width="40mm" ' + BOX)
    yield "size-share", shapes(DOT, 'width="100%" height="100%" ' + BOX)
    yield "cut", shapes(DOT)[:-3]
    yield "cut-early", shapes(DOT)[:30]
    yield "twice", shapes(DOT) * 2
    yield "other-xml", b'<?xml version="1.0"?><report/>'
    yield "no-namespace", b'<svg width="9" height="9"/>'
    yield "nought-byte", shapes(DOT).replace(b"<circle", b"\0<circle")
    yield "compressed", bytes.fromhex("1f8b0800000000000003b329010003") + b"0" * 9


def write_all(folder):
    os.makedirs(folder, exist_ok=True)
    names = []
    for end, kind in ((".jpg", jpegs), (".svg", svgs)):
        for name, data in kind():
            names.append(name + end)
            with open(os.path.join(folder, name + end), "wb") as f:
                f.write(data)
    return names


def main(folder, driver=None, want=None):
    names = write_all(folder)
    if driver is None:
        return 0
    got = subprocess.run([driver, *names], cwd=folder, stdout=subprocess.PIPE, check=True).stdout.decode()
    if os.environ.get("ACCEPT"):
        with open(want, "w", encoding="utf-8") as f:
            f.write(got)
    with open(want, encoding="utf-8") as f:
        lines = f.read().splitlines()
    wrong = [line for line in difflib.unified_diff(lines, got.splitlines(), "wanted", "got", n=0, lineterm="")]
    print("\n".join(wrong + [f"{len(names)} pictures"]))
    return bool(wrong)


sys.exit(main(*sys.argv[1:]))
