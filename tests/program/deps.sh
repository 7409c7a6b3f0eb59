#!/bin/sh
# --deps: make builds a report again when any file changes that the report was made from, and
# else does not; whatever the names.
. "$ROOT/tests/program/lib.sh"
command -v make >/dev/null || { skipped "make is missing"; exit 77; }
odd='a b#c$d:e*g[h]~i&k\l'
export LC_ALL=C
mkdir "$odd"
cp -r "$ROOT/examples/kestrel-bay-2013" "$odd/one"
cp -r "$ROOT/examples/westmere-2013" two
cp -r "$ROOT/templates" "$odd/t"

# What was opened, and nothing else: of the pictures and templates only those that it uses.
status 0 "a build" "$GWASG" build --deps one.d --templates "$odd/t" --out o "$odd/one"
find "$odd/one" "$odd/t" -type f >there
python3 - one.d "$odd" >rule <<'PY' || fail "the rule cannot be read"
import re, sys
text = open(sys.argv[1]).read().split("\n")
rule, line = "", 0
while True:
    rule += text[line].removesuffix("\\")
    if not text[line].endswith(" \\"):
        break
    line += 1
words = re.findall(r"(?:\\[ #:]|\S)+", rule)
for word in words:
    print(re.sub(r"\\([ #:])", r"\1", word.replace("$$", "$")))
PY
if command -v strace >/dev/null && strace -f -e trace=openat -o trace "$GWASG" build --templates "$odd/t" --out o "$odd/one" >/dev/null 2>&1; then
    # Templates of other documents are only looked at: were they accepted?  No page hangs on it.
    grep -v -e O_DIRECTORY -e '/outline.txt"' -e '/provisional.xsl"' -e '-\(2012\|plain\)/[fpr][a-z]*.xsl"' trace | sed -n 's/.*openat(AT_FDCWD, "\([^"]*\)", O_RDONLY[^)]*) = [0-9].*/\1/p' | sed 's/\\\\/\\/g' | sort -u |
        grep -e "^a b" -e '^/.*/fonts/' | grep -v -x -F -f rule && fail "opened, and not in the rule"
fi

# again WANT WHAT: whether make builds
cat >Makefile <<MK
all: o/one.proof.en.pdf
include one.d
%.pdf:
	touch built
MK
again() {
    rm -f built
    make -rs >make.out 2>&1 || fail "make: $(head -n 3 make.out)"
    if [ -e built ]; then got=yes; else got=no; fi
    [ $got = "$1" ] || fail "$2: built again: $got"
}
touch -d '2030-01-01' o/*.pdf
again no "nothing has changed"
find "$odd" -type f | while read -r file; do
    # Names as make has them; of other files nothing depends.
    case $file in
    *one/*.md | *one/*.yaml | *one/answers.csv | *one/images/*) want=yes ;;
    */house-2012/style.yaml | */house-plain/style.yaml | */fji-2013/report.xsl) want=yes ;;
    */cci-2012/* | */sqs-2013/*) want=no ;;
    *) continue ;;
    esac
    printf '%s\t%s\n' "$want" "$file"
done >wanted
grep -q '^yes' wanted && grep -q '^no' wanted || fail "nothing to try"
tab=$(printf '\t')
while IFS=$tab read -r want file; do
    touch -d '2031-01-01' "$file"
    again "$want" "$file"
    touch -d '2029-01-01' "$file"
    touch -d '2030-01-01' o/*.pdf
done <wanted

# A file that is gone is no fault of make's, but of the report.
mv "$odd/one/foreword.md" kept.md
again yes "a file is gone"
mv kept.md "$odd/one/foreword.md"

# Several reports, one by one and at once: a rule each, the same.
status 0 "two" "$GWASG" build --deps both.d --out o "$odd/one" two
status 0 "two at once" "$GWASG" build --deps jobs.d --jobs 2 --out o "$odd/one" two
cmp -s both.d jobs.d || fail "--jobs makes other rules"
[ "$(grep -c '^o/.*pdf: ' both.d)" = 2 ] || fail "not a rule for each report"

# Where one has a fault, what was there stays.
cp both.d before.d
echo 'nonsense: 1' >>two/inspection.yaml
status 1 "a fault" "$GWASG" build --deps both.d --out o "$odd/one" two
cmp -s both.d before.d || fail "rules for a report with a fault"
mkdir 'x;y' && cp -r "$ROOT/examples/kestrel-bay-2013" 'x;y'
status 4 "a name that make cannot read" "$GWASG" build --deps x.d --out o 'x;y/kestrel-bay-2013'
contains err 'make cannot read the name "x;y/'
[ ! -e x.d ] || fail "a rule that make cannot read"
status 4 "a folder" "$GWASG" build --deps o --out o "$odd/one"
status 2 "nothing is made" "$GWASG" build --deps x.d --dump xml "$odd/one"
finish
