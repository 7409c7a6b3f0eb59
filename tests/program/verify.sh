#!/bin/sh
# verify.sh -- one changed byte of what was released is found, wherever it stands; so is
# what is gone, what was added, and a record that does not follow on the one before.
. "$ROOT/tests/program/lib.sh"
copy_example westmere-2013
r=westmere-2013/released/1
status 0 "a release" "$GWASG" release --date 2013-06-19 --by "Ann Cole" westmere-2013
status 0 "as it is" "$GWASG" verify westmere-2013
contains out "made again: the same bytes"
chmod -R u+w westmere-2013/released

# ---- a byte of each file in turn ----

cat >flip.py <<'PY'
import sys
path, at = sys.argv[1], sys.argv[2]
with open(path, "r+b") as f:
    data = f.read()
    place = {"first": 0, "middle": len(data) // 2, "last": len(data) - 1}[at]
    f.seek(place)
    f.write(bytes([data[place] ^ 1]))
PY
find $r -type f | sort >files
[ "$(wc -l <files)" -gt 25 ] || fail "few files: $(cat files)"
n=0
while read -r file; do
    case $((n % 3)) in 0) at=first ;; 1) at=middle ;; *) at=last ;; esac
    n=$((n + 1))
    cp "$file" kept
    python3 flip.py "$file" $at
    status 1 "a byte of $file ($at)" "$GWASG" verify westmere-2013
    grep -q "^$file:*.*error" err || { fail "not said of $file ($at)"; head -n 3 err; }
    cat kept >"$file"
    cp "$file" kept
done <files
status 0 "put back" "$GWASG" verify westmere-2013

# ---- made again otherwise: the record is forged, as a later program would find it ----

cat >forge.py <<'PY'
import hashlib, json, sys
folder, *changed = sys.argv[1:]
with open(folder + "/manifest.json") as f:
    text = f.read()
record = json.loads(text)
for one in record["files"] + record["kept"]:
    if one["name"] in changed:
        with open(folder + "/" + one["name"], "rb") as f:
            data = f.read()
        text = text.replace(one["sha256"], hashlib.sha256(data).hexdigest())
        text = text.replace(f'"bytes": {one["bytes"]}', f'"bytes": {len(data)}')
lines = "".join(f"{f['sha256']}  {f['name']}\n" for f in json.loads(text)["kept"] if f["name"].startswith("inputs/"))
text = text.replace(record["inputs"], hashlib.sha256(lines.encode()).hexdigest())
text = text.replace('"libdeflate": "', '"libdeflate": "0.')
with open(folder + "/manifest.json", "w") as f:
    f.write(text)
PY
# forged WHAT FILE SED [FILE SED]: what is said when those files of a release were others.
forged() {
    cp -r westmere-2013 forged
    f=forged/released/1
    sed -i "$3" "$f/$2"
    [ $# -lt 5 ] || sed -i "$5" "$f/$4"
    python3 forge.py $f "$2" "${4-}"
    echo "## $1" >>messages
    "$GWASG" verify forged --diagnostics short >out 2>err
    echo "status $?" >>out
    cat err out | sed 's/[0-9a-f]\{64\}/SHA256/g; s/libdeflate 0\.\([0-9.]*\) then, \1 now/libdeflate 0.N then, N now/' >>messages
    rm -rf forged
}
forged "other bytes" westmere-2013.en.pdf '$s/$/ /'
forged "other words" westmere-2013.en.pdf '$s/$/ /' heard/westmere-2013.en.pdf.txt '3s/[a-z]/X/'
forged "no such report any more" inputs/report/westmere-2013/inspection.yaml 's/^published:.*/published: never/'
forged "another record" manifest.json 's/"release": 1/"release": 2/'
sed -i 's/: 1,$/: one,/' $r/manifest.json
said=$("$GWASG" verify westmere-2013 --diagnostics short 2>&1)
echo "$said" >>messages
sed -i 's/: one,$/: 1,/' $r/manifest.json
[ -n "${ACCEPT-}" ] && cp messages "$ROOT/tests/program/verify/want.messages"
diff -u "$ROOT/tests/program/verify/want.messages" messages || fail "other messages"

# ---- gone, added ----

mv $r/heard/westmere-2013.en.pdf.txt kept
status 1 "a file that is gone" "$GWASG" verify westmere-2013
contains err "$r/heard/westmere-2013.en.pdf.txt: error: not as it was released: it is gone"
mv kept $r/heard/westmere-2013.en.pdf.txt
echo more >$r/inputs/.hidden
status 1 "a file more" "$GWASG" verify westmere-2013
contains err "$r/inputs/.hidden: error: not as it was released: it was not released"
rm $r/inputs/.hidden
ln -s /etc/passwd $r/link
status 1 "a link more" "$GWASG" verify westmere-2013
rm $r/link

# ---- a copy alone ----

mkdir archive && cp -r $r archive/westmere
rm -rf westmere-2013
(cd archive/westmere && status 0 "a copy" "$GWASG" verify --from .)
status 0 "a copy" "$GWASG" verify --from archive/westmere
contains out "archive/westmere/westmere-2013.press.en.pdf: as released; made again: the same bytes"
status 2 "a report and a copy" "$GWASG" verify --from archive/westmere other
finish
