#!/bin/sh
# release.sh -- publication is one act: all files, what they were made from and the record
# of both stand there at once, or nothing does.
. "$ROOT/tests/program/lib.sh"
goldens=$ROOT/tests/program/release
copy_example severnside-2012
copy_example caerfedwen-2012

# said COMMAND...: what is said, for the golden of messages.
said() {
    echo "## gwasg $*" >>messages
    "$GWASG" "$@" --diagnostics short >out 2>err
    echo "$?" >status
    grep -v '\[ACCEPTED\]' err | cat out - | sed 's/[0-9a-f]\{64\}/SHA256/g; s/"gwasg": "[0-9.]*"/VERSION/' >>messages
    echo "status $(cat status)" >>messages
}

said release --date 2012-06-21 --by "Ann Cole" severnside-2012
[ ! -e severnside-2012/released ] || fail "released on another day than the cover says"
said verify severnside-2012
said release --date 2012-06-20 --by "Ann Cole" severnside-2012
said release --date 2012-06-20 --by "Ann Cole" severnside-2012
said release --date 2012-06-27 --by "Ann Cole" caerfedwen-2012
said verify severnside-2012
said verify --from caerfedwen-2012/released/1
# What is read is what it was: a comment, other quotation marks, a table saved with semicolons.
echo "# read again" >>caerfedwen-2012/inspection.yaml
sed -i 's/^programme: \(.*\)/programme: "\1"  # ours/' caerfedwen-2012/inspection.yaml
sed -i 's/,/;/g; s/$/\r/' caerfedwen-2012/questionnaires.csv
status 0 "other bytes, the same words" "$GWASG" check caerfedwen-2012
sed -i 's/^isbn: {en: \([-0-9]*\), cy: \([-0-9]*\)}/isbn: {en: \2, cy: \1}/' caerfedwen-2012/inspection.yaml
status 6 "changed since" "$GWASG" check caerfedwen-2012
contains err "inspection.yaml is not as it was"
cp "$ROOT/examples/caerfedwen-2012/inspection.yaml" caerfedwen-2012
sed -i '2s/31/30/' caerfedwen-2012/questionnaires.csv
status 6 "changed since" "$GWASG" check caerfedwen-2012
contains err RELEASE_CHANGED
contains err "questionnaires.csv is not as it was"
contains err UNIT_OPEN
! grep EDITION_ALONE err || fail "one edition could come out alone"
"$GWASG" compare --release 1 --out changes caerfedwen-2012 >out 2>err
contains out "yng Nghaerfedwen (cy): changes since release 1"

# ---- corrections ----

mkdir corrected && cp -r severnside-2012 corrected
correct() { printf '  - date: %s\n    what: %s\n    why: %s\n' "$1" "$2" "$3" >>corrected/severnside-2012/inspection.yaml; }
said release --date 2012-07-02 --by "Ann Cole" corrected/severnside-2012
sed -i 's/^verdict: Severnside keeps/verdict: Severnside always keeps/' corrected/severnside-2012/inspection.yaml
said build --stage final --out final.out corrected/severnside-2012
[ ! -e final.out ] || fail "a final of what was released, without a correction"
said build --out proof.out --document press corrected/severnside-2012
said check --lang en corrected/severnside-2012
said release --date 2012-07-02 --by "Ann Cole" corrected/severnside-2012
printf '\ncorrections:\n' >>corrected/severnside-2012/inspection.yaml
correct 2012-06-19 "The verdict said that Severnside keeps young people safe; it always does." "A word had been lost."
said release --date 2012-07-02 --by "Ann Cole" corrected/severnside-2012
sed -i 's/2012-06-19/2012-07-03/' corrected/severnside-2012/inspection.yaml
said build --stage final --out final.out --document report corrected/severnside-2012
said release --date 2012-07-02 --by "Ann Cole" corrected/severnside-2012
said release --date 2012-07-03 --by "Bob Hill" corrected/severnside-2012
said release --date 2012-07-04 --by "Bob Hill" corrected/severnside-2012
correct 2012-07-04 "The scores of the second section were printed in the wrong order." "Two rows had been sorted by hand."
sed -i 's/A word had been lost/Two words had been lost/' corrected/severnside-2012/inspection.yaml
said release --date 2012-07-04 --by "Bob Hill" corrected/severnside-2012
sed -i 's/Two words had been lost/A word had been lost/' corrected/severnside-2012/inspection.yaml
said release --date 2012-07-04 --by "Bob Hill" corrected/severnside-2012
said verify corrected/severnside-2012
said compare --release 1 --out changes corrected/severnside-2012
said compare --out changes corrected/severnside-2012/released/2 corrected/severnside-2012/released/3
said compare --out changes corrected/severnside-2012/released/3 corrected/severnside-2012
said compare --release 4 --out changes corrected/severnside-2012
"$GWASG" build --dump heard --stage final corrected/severnside-2012 2>err | sed -n '/Corrections/,/Foreword/p' >box
contains box "3 July 2012. The verdict said"
grep -aq '<stEvt:when>2012-07-03T00:00:00Z</stEvt:when><stEvt:parameters>The verdict said' corrected/severnside-2012/released/3/severnside-2012.en.pdf ||
    fail "the metadata say nothing of a correction"
claims corrected/severnside-2012/released/3/severnside-2012.en.pdf
# The one before was changed after the next one came, its own record too.
chmod -R u+w corrected/severnside-2012/released/1
sed -i 's/"by": "Ann Cole"/"by": "Eve Cole"/' corrected/severnside-2012/released/1/manifest.json
said verify corrected/severnside-2012

# ---- the record ----

python3 - severnside-2012/released/1 >manifest <<'PY' || fail "the record is not of its folder"
import hashlib, json, os, sys
os.chdir(sys.argv[1])
with open("manifest.json") as f:
    record = json.load(f)
listed = {f["name"]: f for f in record["files"] + record["kept"]}
there = {os.path.relpath(os.path.join(d, n)) for d, _, names in os.walk(".") for n in names}
assert set(listed) | {"manifest.json"} == there, set(listed) ^ there
lines = ""
for name in sorted(listed):
    with open(name, "rb") as f:
        data = f.read()
    assert len(data) == listed[name]["bytes"]
    assert hashlib.sha256(data).hexdigest() == listed[name]["sha256"], name
for f in record["kept"]:
    if f["name"].startswith("inputs/"):
        lines += f"{f['sha256']}  {f['name']}\n"
assert hashlib.sha256(lines.encode()).hexdigest() == record["inputs"]
record["kept"] = [f for f in record["kept"] if "/report/" in f["name"] or f["name"].startswith("heard")]
record["program"] = sorted(record["program"])
for f in record["files"] + record["kept"]:
    f["sha256"] = f["bytes"] = "-"
record["inputs"] = record["templates"] = "-"
json.dump(record, sys.stdout, indent=1)
print()
PY
"$GWASG" build --stage final --out final severnside-2012 >/dev/null 2>&1
for made in final/*.pdf; do
    cmp -s "$made" severnside-2012/released/1/"${made#final/}" || fail "$made is not what was released"
done

# ---- the same bytes, whoever does it wherever ----

mkdir -p elsewhere/deep
cp -r "$ROOT/examples/severnside-2012" elsewhere/deep/
(cd elsewhere/deep/severnside-2012 && umask 077 && touch ./* &&
    HOME=/nowhere USER=other TZ=Asia/Tokyo LC_ALL=cy_GB.UTF-8 "$GWASG" release --date 2012-06-20 --by "Ann Cole" . >/dev/null 2>&1) ||
    fail "not released elsewhere"
diff -r severnside-2012/released elsewhere/deep/severnside-2012/released >diff.out || { fail "another release elsewhere"; head -n 5 diff.out; }

# ---- in the formats that the programme names ----

cp -r "$ROOT/templates" templates
copy_example kestrel-bay-2013
kestrel() { status "$1" "$2" "$GWASG" release --templates templates --date 2013-05-22 --by "Ann Cole" kestrel-bay-2013; }
sed -i '/{name: press, /s/release: \[pdf\]/release: []/' templates/fji-2013/programme.yaml
grep -q 'release: \[\]' templates/fji-2013/programme.yaml || fail "no press notice in the programme"
kestrel 0 "no press notice"
[ "$(ls kestrel-bay-2013/released/1/*.pdf)" = kestrel-bay-2013/released/1/kestrel-bay-2013.en.pdf ] || fail "a press notice that is not released"
rm -rf kestrel-bay-2013/released
sed -i 's/release: \[\]/release: [pdf, text, data, large-print]/' templates/fji-2013/programme.yaml
kestrel 0 "a press notice in each format"
for made in en.pdf en.txt en.data.csv en.data.json large-print.en.pdf; do
    [ -s kestrel-bay-2013/released/1/kestrel-bay-2013.press.$made ] || fail "no press notice as $made"
done
status 0 "each format made again" "$GWASG" verify kestrel-bay-2013
[ "$(grep -c "made again: the same bytes" out)" = 8 ] || fail "not each format is made again: $(cat out)"
python3 - kestrel-bay-2013/released/1/manifest.json <<'PY' || fail "the record of large print"
import json, sys
with open(sys.argv[1]) as f:
    record = json.load(f)
large = [f for f in record["files"] if f["format"] == "large-print"]
assert len(large) == 1 and large[0]["name"] == "kestrel-bay-2013.press.large-print.en.pdf", large
assert large[0]["heard"] in {f["name"] for f in record["kept"]} and large[0]["pages"] > 0, large
numbered = [f["name"] for f in record["files"] if f["isbn"]]
assert numbered == ["kestrel-bay-2013.en.pdf"], numbered
PY
"$GWASG" build --stage final --templates templates --to pdf,large-print --out both kestrel-bay-2013 >/dev/null 2>&1
cmp both/kestrel-bay-2013.press.large-print.en.pdf kestrel-bay-2013/released/1/kestrel-bay-2013.press.large-print.en.pdf ||
    fail "a build has another large print"
cmp both/kestrel-bay-2013.press.en.pdf kestrel-bay-2013/released/1/kestrel-bay-2013.press.en.pdf ||
    fail "a build of two kinds of PDF has another one"
claims kestrel-bay-2013/released/1/*.large-print.en.pdf
rm -rf kestrel-bay-2013/released
sed '/^large-print:/,$d' "$ROOT/templates/house-plain/style.yaml" >templates/house-plain/style.yaml
kestrel 1 "no large print in the house"
contains err "this house has no large print"
status 1 "no large print in the house" "$GWASG" check --templates templates kestrel-bay-2013
contains err "this house has no large print"
cp "$ROOT/templates/house-plain/style.yaml" templates/house-plain
rm -rf kestrel-bay-2013/released
sed -i 's/release: \[pdf, text, data, large-print\]/release: []/' templates/fji-2013/programme.yaml
sed -i 's/^release: .*/release: []/' templates/fji-2013/programme.yaml
kestrel 1 "no document"
contains err "its programme releases no document"
sed -i 's/^release: \[\]/release: [pdf, papyrus]/' templates/fji-2013/programme.yaml
kestrel 1 "no such format"
contains err 'programme.yaml:11:10: error: unknown value: "papyrus" as a format of "report"'
status 1 "no such format" "$GWASG" check --templates templates kestrel-bay-2013
contains err '"papyrus" as a format of "report"'

# ---- pages that lead to each other ----

cp -r "$ROOT/templates/." templates
copy_example porthelyrch-2013
status 0 "two pages" "$GWASG" release --templates templates --date 2013-07-03 --by "Ann Cole" porthelyrch-2013
python3 - porthelyrch-2013/released/1 <<'PY' || fail "a page that leads nowhere"
import os, re, sys
os.chdir(sys.argv[1])
pages = {}
for name in os.listdir("."):
    if name.endswith(".html"):
        with open(name, encoding="utf-8") as f:
            pages[name] = f.read()
ids = {name: set(re.findall(r'<[^>]* id="([^"]*)"', text)) for name, text in pages.items()}
other = 0
for name, text in pages.items():
    for href in re.findall(r'<(?:a|link)\b[^>]* href="([^":]*)"', text):
        page, _, at = href.partition("#")
        assert (page or name) in pages and (not at or at in ids[page or name]), (name, href)
        other += page != ""
assert len(pages) == 2 and other > 10, other
PY
rm -rf porthelyrch-2013/released
sed -i 's|<section id="context"|<section id="context-{/inspection/@lang}"|' templates/sqs-2013/report.xsl
"$GWASG" release --templates templates --date 2013-07-03 --by "Ann Cole" --diagnostics short porthelyrch-2013 >out 2>err
grep -v ACCEPTED err >>messages
[ ! -e porthelyrch-2013/released ] || fail "released with a page that leads nowhere"

# ---- who signed, kept with it ----

copy_example westmere-2013
status 0 "signed" "$GWASG" lock --by "Joan Hale" --date 2013-06-01 westmere-2013
status 0 "a signed report" "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013
cmp westmere-2013/figures.lock westmere-2013/released/1/figures.lock || fail "the signatures are not kept"
grep -q '{"name": "figures.lock", "sha256": "'"$(sha256sum <westmere-2013/figures.lock | cut -c1-64)" westmere-2013/released/1/manifest.json ||
    fail "the record says nothing of the signatures"
chmod -R u+w westmere-2013/released
sed -i 's/Joan Hale/Eve Hale/' westmere-2013/released/1/figures.lock
status 1 "another signature" "$GWASG" verify westmere-2013
contains err "released/1/figures.lock: error: not as it was released"
cp westmere-2013/figures.lock westmere-2013/released/1/figures.lock
status 0 "the signature put back" "$GWASG" verify westmere-2013

rm -rf westmere-2013

# ---- one of several reports in a folder ----

copy_example westmere-2013
mv westmere-2013 several && mv several/inspection.yaml several/westmere.yaml
status 0 "one of several" "$GWASG" release --date 2013-06-19 --by "Ann Cole" several/westmere.yaml
[ -e several/westmere.released/1/westmere.en.pdf ] || fail "no release of one of several"
status 0 "one of several" "$GWASG" verify several/westmere.yaml
contains out "westmere.press.en.pdf: as released; made again: the same bytes"
status 0 "one of several" "$GWASG" compare --release 1 several/westmere.yaml
contains out "nothing has changed since release 1"

# ---- nothing half ----

copy_example westmere-2013
sed -i 's/^press:/press:\n  nonsense: 1/' westmere-2013/inspection.yaml
status 1 "a fault in the last document" "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013
[ ! -e westmere-2013/released ] || fail "released with a fault in the press notice"
cp "$ROOT/examples/westmere-2013/inspection.yaml" westmere-2013
(ulimit -f 100; "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013 >/dev/null 2>err)
[ $? = 4 ] || fail "no room: status $?"
contains err WRITE_FAILED
[ -z "$(find westmere-2013/released -type f 2>/dev/null)" ] || fail "no room, and files: $(find westmere-2013/released -type f)"
mkdir -p westmere-2013/released/.1.gwasg-4711-0/inputs && echo x >westmere-2013/released/.1.gwasg-4711-0/inputs/left
status 0 "after a dead one" "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013
[ ! -e westmere-2013/released/.1.gwasg-4711-0 ] || fail "what a dead release has left stays"

# ---- killed at every call by which a name comes or goes ----

cat >die.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
static void count(void)
{
    static int calls;
    if (++calls == atoi(getenv("DIE_AT")))
        kill(getpid(), SIGKILL);
}
#define REAL(name) (count(), dlsym(RTLD_NEXT, name))
int rename(const char *x, const char *y) { return ((int (*)(const char *, const char *))REAL("rename"))(x, y); }
int unlink(const char *x) { return ((int (*)(const char *))REAL("unlink"))(x); }
int mkdir(const char *x, mode_t m) { return ((int (*)(const char *, mode_t))REAL("mkdir"))(x, m); }
C
release_it() { "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013 >out 2>err; }
if [ -n "${SANITIZED-}" ] || ! cc -shared -fPIC -o die.so die.c -ldl 2>/dev/null; then
    skipped "no process can be killed at a call here"
else
    mv westmere-2013/released whole
    at=0 killed=1
    while [ $killed = 1 ] && [ $at -lt 60 ]; do
        at=$((at + 1))
        rm -rf westmere-2013/released
        DIE_AT=$at LD_PRELOAD=./die.so "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013 >/dev/null 2>&1
        [ $? = 137 ] || killed=0
        [ ! -e westmere-2013/released/1 ] || diff -r whole/1 westmere-2013/released/1 >diff.out || fail "killed at call $at: half a release"
        release_it
        done=$?
        [ $done = 0 ] || { fail "after a kill at call $at: exit status $done"; head -n 3 err; }
        diff -r whole westmere-2013/released >diff.out || { fail "killed at call $at, run again: it differs"; head -n 5 diff.out; }
    done
    [ $at -gt 10 ] || fail "killed only $at times"
fi

# ---- two at once ----

rm -rf westmere-2013/released
release_it &
"$GWASG" release --date 2013-06-19 --by "Bob Hill" westmere-2013 >out.two 2>err.two
two=$?
wait $! && one=0 || one=$?
[ "$one $two" = "0 1" ] || [ "$one $two" = "1 0" ] || fail "two at once: $one and $two"
cat err err.two | grep -q RELEASE_SAME || fail "two at once, and none is told that the other has done it"

for of in messages manifest; do
    [ -n "${ACCEPT-}" ] && cp $of "$goldens/want.$of"
    diff -u "$goldens/want.$of" $of || fail "other $of"
done
finish
