#!/bin/sh
# other.sh -- a copy of an example under another area's name never becomes final, and the
# examples themselves, side by side or copied as they are, are nobody else's.
. "$ROOT/tests/program/lib.sh"
for folder in "$ROOT"/examples/*/; do
    name=$(basename "$folder")
    "$GWASG" check --diagnostics short "$folder" >said 2>&1
    grep OTHER_REPORT said && fail "$name: beside the others"
    rm -rf mine && mkdir mine && cp -r "$folder" mine/copy
    "$GWASG" check --diagnostics short mine/copy >said 2>&1
    grep OTHER_REPORT said && fail "$name: copied as it is"
    # Another area, and nothing else changed.
    python3 - mine/copy/inspection.yaml <<'END'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
text = re.sub(r"^area:.*\n(?:[ ].*\n)*", "area: Mytown\n", text, flags=re.M)
open(sys.argv[1], "w", encoding="utf-8").write(text)
END
    "$GWASG" build --stage final --lang en --out made mine/copy >said 2>&1 && fail "$name: a final of a copy"
    for what in "is the area of the example $name" "word for word in the example $name"; do
        [ "$(grep -c "$what" said)" = 1 ] || fail "$name: not once: $what"
    done
    grep -q '^isbn:' "$folder/inspection.yaml" && contains said "is that of the example $name"
    ! grep -q 'image: images/signature' "$folder/inspection.yaml" || contains said "is the picture of the example"
    ! grep -q '^signed:' "$folder/inspection.yaml" || contains said " signs the example"
    [ ! -e made ] || fail "$name: something was written"
    # In a proof it is only said of what is to leave the house: an editor may still copy.
    status 0 "$name: a proof" "$GWASG" build --lang en --out proofs mine/copy
done
finish
