#!/bin/sh
# spoilt.sh -- deliveries as tools and people spoil them: what was good stays, and the
# message says what to do.
. "$(dirname "$0")/lib.sh"

report=porthelyrch-2013
copy_example $report
cp $report/cy.xlf good.xlf

spoil() { # PYTHON, of the words t of the first target with a sentence in it
    python3 - "$1" <<'P'
import re, sys
s = open("good.xlf", encoding="utf-8").read()
m = next(m for m in re.finditer(r"<source>([^<]*)</source>\s*<target[^>]*>([^<]{60,})</target>", s))
t, source = m.group(2), m.group(1)
t = eval(sys.argv[1])
with open("delivered.xlf", "w", encoding="utf-8") as f:
    f.write(s[:m.start(2)] + t + s[m.end(2):])
P
}

refused() { # WHAT PYTHON MESSAGE
    spoil "$2"
    status 1 "$1" "$GWASG" translate import $report delivered.xlf
    contains err "$3"
    cmp -s $report/cy.xlf good.xlf || fail "$1: the good Welsh is lost"
}

refused "English over Welsh that is final" 'source' "XLIFF_SAME"
refused "a letter lost" '"d?r " + t' "begin with the last one that has its letters"
cp delivered.xlf $report/cy.xlf
status 1 "a letter lost in cy.xlf itself" "$GWASG" build --lang cy $report
contains err "a letter was lost"
cp good.xlf $report/cy.xlf
refused "letters in halves" '"dÅµr " + t' "begin with the last one that has its letters"
refused "a bare &" '"& " + t' "write &amp; for &"
refused "a bare <" '"< " + t' "&lt; for <"
refused "a name of HTML" '"&nbsp;" + t' "type the character itself"

# The English is edited while the only copy is with the translator.
cp -r $report begun
rm begun/cy.xlf
"$GWASG" translate export --out sent begun >/dev/null
python3 "$ROOT/tests/program/translate_fill.py" sent/begun.cy.xlf back.xlf
sed -i 's/ young people / young persons /' begun/inspection.yaml
status 0 "English edited since the first export" "$GWASG" translate import begun back.xlf
contains out "without Welsh: 0, refused: 0"
contains err "the Welsh is kept, and has to be looked at again"

# Another report's file, though a line of it stands in both.
copy_example caerfedwen-2012
cp -r caerfedwen-2012 renamed
status 1 "the file of another report" "$GWASG" translate import $report caerfedwen-2012/cy.xlf
contains err "is it the file of another?"
status 0 "a folder with another name" "$GWASG" translate import renamed caerfedwen-2012/cy.xlf
contains out "units taken: 0, unchanged: 138"
status 2 "the file first" "$GWASG" translate import caerfedwen-2012/cy.xlf caerfedwen-2012
contains err "the report comes first"
cp -r "$ROOT/examples/severnside-2012" other
rm -f other/cy.xlf
"$GWASG" translate export --out sent --english other >/dev/null
sed 's/state="needs-translation">/&Cymraeg /' sent/other.cy.xlf >other.xlf
status 1 "the same lines in another report" "$GWASG" translate import caerfedwen-2012 other.xlf
contains err "is it the file of another?"
cmp -s caerfedwen-2012/cy.xlf renamed/cy.xlf || fail "Welsh of another report was taken"

# What has changed is said where it is short.
cp $report/inspection.yaml whole.yaml
python3 - <<'P'
import re
s = open("whole.yaml", encoding="utf-8").read()
s = re.sub(r"(\n *text: \w+) (\w+) ", r"\1 xyzzy ", s, count=1)
open("porthelyrch-2013/inspection.yaml", "w", encoding="utf-8").write(s)
P
status 6 "English that has changed" "$GWASG" check $report
contains err 'is "xyzzy"); translate it again, or accept it'
cp whole.yaml $report/inspection.yaml

# What became of a delivery, and of a signing off, is counted.
spoil '"Felly: " + t'
status 0 "one unit is new" "$GWASG" translate import $report delivered.xlf
contains out "units taken: 1, unchanged: 40, without Welsh: 0, refused: 0"
status 0 "signed off" "$GWASG" translate accept $report all --by E --date 2013-05-14
contains out "units signed off: 1; final: 41 of 41"
status 2 "no unit of that name" "$GWASG" translate accept $report xx --by E --date 2013-05-14
contains err "gwasg check names those that are not final"
status 2 "no command of two words" "$GWASG" translate exprot $report
contains err "unknown command: translate exprot"

rm $report/cy.xlf
status 1 "no translation yet" "$GWASG" build --lang cy $report
contains err "begin it with gwasg translate export"

rm caerfedwen-2012/cy.xlf
status 0 "an ISBN and no translation" "$GWASG" check caerfedwen-2012
contains err "EDITION_MISSING"

finish
