#!/bin/sh
# A form that people have worked in: columns moved, the table cut in two, rows added, changes
# tracked, our text mended in place, words between two tables.  No comment is lost, and none is made up.
. "$ROOT/tests/program/lib.sh"
copy_example westmere-2013
cp -r "$ROOT/tests/comments/sent" westmere-2013/sent
python3 "$ROOT/tests/comments/moved.py" reply.docx || fail "no document"
status 0 "import" "$GWASG" comments import --by "A, manager" --date 2012-05-20 westmere-2013 reply.docx
contains out "5 new"
python3 - >found <<'TEXT'
import csv

with open("westmere-2013/comments.csv", encoding="utf-8-sig", newline="") as f:
    for r in csv.DictReader(f):
        print(r["reference"], r["uid"], r["kind"], repr(r["comment"]), repr(r["evidence"]), r["draft"], sep="|")
TEXT
sort >wanted <<'TEXT'
Fwd p1|aaaaaaa1|B|'It was 44\nnot 45.'|'List'|1
1.2 A(4)|aaaaaaa5||'Plans named nobody.'|''|1
1.1|aaaaaaa2|A|'Siân Ŵyn\nlook again'|''|1
App 2 p4|aaaaaaa6|C|'An added row'|''|1
|||'Between'|''|1
TEXT
sort found | diff -u wanted - >diff.out || { fail "other comments"; cat diff.out >&2; }
finish
