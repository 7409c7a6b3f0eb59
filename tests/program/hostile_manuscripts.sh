#!/bin/sh
# Manuscripts that are broken or mean harm: one message each, in little time, and nothing is
# written.
. "$ROOT/tests/program/lib.sh"
"$GWASG" init cci-2012 report --area Calderholt >out 2>err
cp -r report before
mkdir bad
python3 "$ROOT/tests/program/manuscript.py" hostile bad || fail "no hostile manuscripts"
for paper in bad/*.docx; do
    case $paper in
    */ok-*)
        "$GWASG" manuscript import report "$paper" >out 2>err || fail "$paper: refused"
        grep -q 'All is' report/foreword.md || grep -q 'no place' err || fail "$paper: words lost"
        rm -r report && cp -r before report
        ;;
    *)
        status 1 "$paper" "$GWASG" manuscript import report "$paper"
        [ "$(grep -c ': error:' err)" = 1 ] || fail "$paper: $(grep -c ': error:' err) messages"
        contains err MANUSCRIPT_UNREAD
        ;;
    esac
done
diff -r before report || fail "something was written"
[ "$(ls bad | wc -l)" -ge 60 ] || fail "fewer than sixty"
finish
