#!/bin/sh
# What stands is built again by whatever means it was that something has changed: behind a
# time set back, among the outputs, beside the report, in a library, in the environment.
. "$ROOT/tests/program/lib.sh"
mkdir r libs
cp -r "$ROOT/examples/severnside-2012" r/one
cp -r "$ROOT/templates" t

# build WANT WHAT OPTION... REPORT: whether it builds, stands, or any.
build() {
    should=$1 about=$2
    shift 2
    status 0 "$about" "$GWASG" build --templates "$WORK/t" --lang en --document report "$@"
    if grep -q ': unchanged since it was built; ' "$WORK/err"; then did=stands; else did=builds; fi
    [ "$should" = any ] || [ $did = "$should" ] || fail "$about: it $did"
}
# What was written within a tick of a clock may be written again in it.
settle() { sleep 3; }
# rewritten FILE SCRIPT: in its place, as long as it was, and of the time that it had.
rewritten() {
    touch -r "$1" was && sed "$2" "$1" >now && cat now >"$1" && touch -r was "$1"
}

# ---- files ----
settle
build builds "for the first time" --out o r/one
build stands "again" --out o r/one
rewritten t/cci-2012/report.xsl '1s/report/REPORT/'
build builds "a template of the same size and time" --out o r/one
settle
build any "of which it is sure now" --out o r/one
build stands "that template" --out o r/one
mkdir t/more && mv t/house-2012 t/more/house && ln -s more/house t/house-2012
build builds "a folder that is a link" --out o r/one
build stands "that link" --out o r/one
rm t/house-2012 && mv t/more/house t/house-2012
build builds "a folder again" --out o r/one
mv r/one/foreword.md r/one/real.md && ln -s real.md r/one/foreword.md
build builds "a text that is a link" --out o r/one
build stands "that text" --out o r/one
rewritten r/one/real.md '3s/e/E/'
build builds "another text at the end of it" --out o r/one
mv r/one/real.md real.md && ln -s ../../real.md r/one/real.md
"$GWASG" build --templates t --lang en --out o r/one >out 2>err && fail "a link that leads out is passed over"
rm r/one/real.md r/one/foreword.md
mv real.md r/one/foreword.md
build builds "a text again" --out o r/one
mkdir r/one/cy.xlf
build builds "a folder where a file may be" --out o r/one
rmdir r/one/cy.xlf
build builds "no folder there" --out o r/one
build stands "the text" --out o r/one
for name in terms.csv cy.md indicators.md; do
    touch r/one/$name
    build builds "a file $name" --out o r/one
done

# ---- outputs ----
printf X | dd of=o/one.proof.en.pdf bs=1 seek=1000 conv=notrunc 2>/dev/null
build builds "a byte by hand" --out o r/one
mv o/one.proof.en.pdf real.pdf && ln -s ../real.pdf o/one.proof.en.pdf
build stands "a link to it" --out o r/one
rm real.pdf
"$GWASG" build --templates t --lang en --document report --out o r/one >out 2>err
grep -q unchanged err && fail "a link to nothing stands"
rm -f o/one.proof.en.pdf
build builds "what was made is gone" --out o r/one

# ---- texts among outputs ----
cp -r r/one two
mkdir two/out && cp two/foreword.md two/out/f.md
sed -i 's/foreword\.md/out\/f.md/' two/inspection.yaml
settle
for out in two/out two; do
    build builds "the first time to $out" --out $out two
    build stands "again to $out" --out $out two
    rewritten two/out/f.md '3s/e/E/'
    build builds "a text among what was made in $out" --out $out two
    settle
    build any "of which it is sure now, in $out" --out $out two
    build stands "that text in $out" --out $out two
done
build builds "where a report lies among what is made" --out . two
build stands "again there" --out . two
rewritten two/out/f.md '3s/a/A/'
build builds "a text of that report" --out . two
build stands "that text of it" --out . two
settle
build any "of which it is sure now, once more" --out two/out two
build stands "that text once more" --out two/out two
echo new >two/out/terms.csv
build builds "a name among what was made" --out two/out two
build stands "that name" --out two/out two
lines=$(printf 'two/out/a\nb')
: >"$lines"
build builds "a name of two lines" --out two/out two
build builds "which no record holds" --out two/out two
rm "$lines"

# ---- reports beside a final ----
final() {
    want_of=$1 about_it=$2
    cd r/one || exit 1
    build "$want_of" "$about_it, from within" --stage final --out ../../f .
    cd ../.. || exit 1
    build "$want_of" "$about_it, by its name" --stage final --out f r/one/
}
final builds "a final"
final stands "a final again"
mkdir r/none
final stands "a folder that is no report"
cp -r "$ROOT/examples/severnside-2012" r/other
final builds "a report beside it"
settle
final any "a report beside it, of which it is sure"
final stands "a report beside it, as it was"
touch r/one/*.md
final stands "touched, and the same"
rewritten r/other/foreword.md '3s/e/E/'
settle
final builds "another text beside it"
final stands "that text"
echo new >r/other/new.md
settle
final builds "one text more beside it"
rm r/other/new.md
final builds "one text less"
final stands "the texts as they are"
rm -r r/other
final builds "none beside it"
cp -r "$ROOT/examples/severnside-2012" r/other
build stands "a proof, which is held against no other" --out o r/one
rm -r r/other

# ---- libraries and what they are told ----
HB_SHAPER_LIST=fallback
export HB_SHAPER_LIST
build builds "letters shaped in another way" --out o r/one
build stands "shaped in that way" --out o r/one
unset HB_SHAPER_LIST
build builds "shaped as before" --out o r/one

# of_build LIBRARY: the same library, of another build.
of_build() {
    /usr/bin/python3 - "$1" <<'END'
import os, sys
with open(sys.argv[1], "rb") as f:
    b = f.read()
at = b.index(b"\x04\0\0\0\x14\0\0\0\x03\0\0\0GNU\0") + 16
with open(sys.argv[1] + ".new", "wb") as f:
    f.write(b[:at] + bytes([b[at] ^ 1]) + b[at + 1:])
os.replace(sys.argv[1] + ".new", sys.argv[1])
END
}
# library NAME: a copy of it that is taken in its place.
library() {
    cp "$(ldconfig -p 2>/dev/null | sed -n "s/.*$1.*=> //p" | head -n 1)" libs/"$1"
}
PATH=$PATH:/sbin:/usr/sbin
if library libharfbuzz.so.0 && library librsvg-2.so.2; then
    LD_LIBRARY_PATH=$WORK/libs
    export LD_LIBRARY_PATH
    settle
    build builds "other libraries" --out o r/one
    build stands "those libraries" --out o r/one
    of_build libs/libharfbuzz.so.0
    build builds "a library of another build" --out o r/one
    build stands "that library" --out o r/one
    of_build libs/librsvg-2.so.2
    build stands "one that no picture of it needs" --out o r/one
    cat >r/one/images/signature.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M5 25L85 5"/></svg>
END
    sed -i 's/signature\.png/signature.svg/' r/one/inspection.yaml
    build builds "a drawing" --out o r/one
    build stands "that drawing" --out o r/one
    of_build libs/librsvg-2.so.2
    build builds "another library for drawings" --out o r/one
    build stands "that library for drawings" --out o r/one
    # Of several reports in one process the second finds what the first has had loaded.
    cp -r r/one r/two && sed -i 's/signature\.svg/signature.png/' r/two/inspection.yaml
    build builds "two" --out m r/one r/two
    build stands "two again" --out m r/one r/two
    build stands "one of two" --out m r/two
    build stands "two at once" --jobs 2 --out m r/one r/two
    grep -c "unchanged since" "$WORK/err" | grep -q 2 || fail "one of two is built"
else
    skipped "no libraries to take the place of the system's"
fi
exit $failed
