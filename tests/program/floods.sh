#!/bin/sh
# floods.sh -- what used to end in a crash, in pages of messages or in a fault of a
# template: one message each, where its author wrote it, in little time.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/templates" templates
copy_example severnside-2012
report=severnside-2012
cp $report/inspection.yaml good.yaml
build() { "$GWASG" build --templates templates --out o $report; }
once() { # TEXT: said once, and no other error
    contains err "$1"
    [ "$(grep -c ': error: ' err)" = 1 ] || { fail "not one error but $(grep -c ': error: ' err)"; grep ': error: ' err | head -n 3; }
}

mv templates/house-plain/style.yaml kept
status 1 "a house without a look" build
once "templates/house-plain/style.yaml: error: cannot be read: the look of this house"
status 1 "its strips" "$GWASG" build --templates templates --dump strips $report
once "templates/house-plain/style.yaml: error: cannot be read"
mv kept templates/house-plain/style.yaml

python3 - <<'P'
import re
s = open("good.yaml", encoding="utf-8").read()
open("severnside-2012/inspection.yaml", "w", encoding="utf-8").write(re.sub(r"^area:.*$", "area: " + "Severn " * 14000, s, flags=re.M))
P
status 1 "an area of 100 kB" build
once "inspection.yaml:3:7: error: value out of range: a name of 97999 characters; at most 120 are taken"
python3 -c 'import re,sys; s=open("good.yaml",encoding="utf-8").read(); open(sys.argv[1],"w",encoding="utf-8").write(re.sub(r"^area:.*$","area: Severn\u4e2d",s,flags=re.M))' $report/inspection.yaml
status 1 "a character that no font has" build
once "inspection.yaml:3:13: error: character that the font does not have"
cp good.yaml $report/inspection.yaml

picture() { # WIDTH HEIGHT
    python3 - "$1" "$2" >$report/images/signature.png <<'P'
import struct, sys, zlib
w, h = int(sys.argv[1]), int(sys.argv[2])
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
sys.stdout.buffer.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0)) +
    chunk(b"IDAT", zlib.compress((b"\0" * (w + 1)) * h)) + chunk(b"IEND", b""))
P
}
picture 1 32768
status 1 "a picture too high for any page" build
once "inspection.yaml:10:62: error: picture cannot be used: \"$report/images/signature.png\" has 1 x 32768 pixels"
picture 1 32767
status 0 "one that is as high as one can be" build
picture 40 40
head -c 60 $report/images/signature.png >cut.png && cp cut.png $report/images/signature.png
status 1 "half a picture" build
once "inspection.yaml:10:62: error: picture cannot be used: \"$report/images/signature.png\" is damaged"
cp "$ROOT/examples/$report/images/signature.png" $report/images/

# What a panel and a score box hold, taken away but for the comment.
for kind in panel scorebox; do
    python3 - "$kind" "$ROOT" <<'P'
import re, sys
s = open(sys.argv[2] + "/templates/cci-2012/report.xsl", encoding="utf-8").read()
kind = sys.argv[1]
s = re.sub(rf"(<{kind}\b[^>]*>).*?(<comment>.*?</comment>).*?(</{kind}>)", r"\1\2\3", s, flags=re.S)
open("templates/cci-2012/report.xsl", "w", encoding="utf-8").write(s)
P
    build >out 2>err
    [ $? -le 5 ] || fail "a comment alone in a $kind: exit status"
    grep -q "fault in the program" err && fail "a comment alone in a $kind"
done

# An & in what a translator's tool says of itself.
copy_example caerfedwen-2012
python3 - <<'P'
s = open("caerfedwen-2012/cy.xlf", encoding="utf-8").read()
s = s.replace("</target>", "</target>\n        <note from=\"Jones &amp; Davies &amp;#38;\">read</note>", 1)
open("delivered.xlf", "w", encoding="utf-8").write(s)
P
status 0 "a note by two" "$GWASG" translate import caerfedwen-2012 delivered.xlf
contains caerfedwen-2012/cy.xlf '<note from="Jones &amp; Davies &amp;#38;">read</note>'
finish
