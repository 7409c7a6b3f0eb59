#!/bin/sh
# Whole or nothing: whatever stops the writing, the old file stays and the status says so.
. "$ROOT/tests/program/lib.sh"
example=$ROOT/examples/severnside-2012
pdf=severnside-2012.proof.en.pdf

status 0 "a first build" "$GWASG" build --out o "$example"
[ -s "o/$pdf" ] || fail "nothing was built"
first=$(sha256sum <"o/$pdf") files=$(ls o)
unchanged() {
    [ "$(sha256sum <"o/$pdf")" = "$first" ] || fail "$1: the old file was touched"
    [ "$(ls o)" = "$files" ] || fail "$1: something was left behind: $(ls o)"
}

# A file-size limit.
(ulimit -f 8; "$GWASG" build --always --out o "$example") >out 2>err
[ $? = 4 ] || fail "file-size limit: not status 4"
contains err "could not write"
unchanged "file-size limit"

# An output folder that is a file, and one that cannot be made.
echo text >plain
status 4 "a file for a folder" "$GWASG" build --out plain "$example"
status 4 "a folder under a file" "$GWASG" build --out plain/o "$example"

# The PDF's name is taken by a folder.
mkdir -p d/$pdf
status 4 "a folder of that name" "$GWASG" build --out d "$example"

# A link is followed, to a device that is always full too.
mkdir full && ln -s /dev/full full/$pdf
status 4 "a full device" "$GWASG" build --out full "$example"
[ -L full/$pdf ] || fail "the link was replaced"

# Standard output that is full.
"$GWASG" scores "$example" >/dev/full 2>err
[ $? = 4 ] || fail "full standard output: not status 4"

# A small tmpfs, and a folder that is read-only: where this machine lets us mount one.
mkdir small
if mount -t tmpfs -o size=40k none small 2>/dev/null; then
    status 4 "a full disk" "$GWASG" build --out small "$example"
    [ -z "$(ls small)" ] || fail "a full disk: something was left behind"
    mount -o remount,ro small
    status 4 "a read-only disk" "$GWASG" build --out small "$example"
    umount small
else
    skipped "no tmpfs can be mounted; no disk was full"
fi
if [ "$(id -u)" != 0 ]; then
    chmod a-w o
    status 4 "a read-only folder" "$GWASG" build --always --out o "$example"
    chmod u+w o
    unchanged "read-only folder"
else
    skipped "root writes into every folder; none was read-only"
fi

# Killed at any moment: the old file, or the whole new one, which is the same.
for ms in 1 3 5 8 12 17 25 35 50 70 100 140; do
    "$GWASG" build --always --out o "$example" >/dev/null 2>&1 &
    sleep "$(printf '0.%03d' $ms)"
    kill -KILL $! 2>/dev/null
    wait $! 2>/dev/null
    [ "$(sha256sum <"o/$pdf")" = "$first" ] || fail "killed after $ms ms: not the old file"
done

# A fault in the input writes nothing.
copy_example severnside-2012
echo "no-such-key: 1" >>severnside-2012/inspection.yaml
status 1 "a fault in the input" "$GWASG" build --out n severnside-2012
[ -e n ] && fail "a faulty report made a folder"
finish
