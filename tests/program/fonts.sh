#!/bin/sh
# fonts.sh -- fonts of a house: documents hold them, with the licence beside them and where
# their maker lets documents do so.
. "$ROOT/tests/program/lib.sh"
mkdir templates && cp -r "$ROOT/templates/house-plain" "$ROOT/tests/templates/borough" "$ROOT/tests/templates/house-borough" templates
cp -r "$ROOT/tests/cases/council/five-years" report
own=templates/house-borough/fonts
mkdir $own && cp "$ROOT/fonts/Lato-Italic.ttf" $own/Own-Regular.ttf && cp "$ROOT/fonts/OFL.txt" $own
echo 'fonts: {regular: fonts/Own-Regular.ttf}' >>templates/house-borough/style.yaml
build() { "$GWASG" build --templates templates --stage final --lang en --out o "$@" report; }

status 0 "a font of the house" build
pdffonts o/report.en.pdf >fonts
grep -q 'Lato-Italic.* yes yes yes' fonts || fail "it is not in the PDF"
! grep -q 'Lato-Regular' fonts || fail "that of the program is"
claims o/report.en.pdf
status 0 "on the web" build --to html
contains o/report.en.html '--family:"Own"'
status 0 "in the form of a draft" "$GWASG" build --templates templates --stage draft --date 2012-03-01 --lang en --out o report
pdffonts o/report.draft1.en.pdf | grep -q "^Lato-Italic " && ! pdffonts o/report.draft1.en.pdf | grep -q Lato-Regular || fail "its form has another font"

refused() { # TEXT
    status 1 "$1" build
    contains err "$1"
    contains err "templates/house-borough/style.yaml:"
}
mv $own/OFL.txt licence
refused '"Own-Regular.ttf": its licence does not stand beside it'
mv licence $own/LICENCE.txt
# fsType of the table OS/2 says what may be done with it.
cat >may.py <<'P'
import struct
import sys

path, may = sys.argv[1], int(sys.argv[2], 16)
font = bytearray(open(path, "rb").read())
for i in range(struct.unpack(">H", font[4:6])[0]):
    tag, _, at, _ = struct.unpack(">4sIII", font[12 + 16 * i:28 + 16 * i])
    if tag == b"OS/2":
        font[at + 8:at + 10] = struct.pack(">H", may)
open(path, "wb").write(font)
P
for may in 4 8; do
    python3 may.py $own/Own-Regular.ttf $may
    status 0 "may be embedded ($may)" build
done
python3 may.py $own/Own-Regular.ttf 2
refused 'lets no document carry it'
python3 may.py $own/Own-Regular.ttf 108
refused 'lets no document carry the outlines of some letters'
echo "no font" >$own/Own-Regular.ttf
refused 'not a font with letters; take a TrueType font'
rm $own/Own-Regular.ttf
refused 'cannot be read'
sed -i 's|fonts/Own-Regular|../fonts/Own-Regular|' templates/house-borough/style.yaml
refused 'file outside the report'
finish
