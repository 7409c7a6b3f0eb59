#!/bin/sh
# init_programme.sh -- a programme begun with `init --programme` makes reports at once and has
# nothing to mend; another edition with --base changes its base item by item.
. "$ROOT/tests/program/lib.sh"
# house-plain alone, without any family that has the fields of its templates.
mkdir templates && cp -r "$ROOT/templates/house-plain" "$ROOT/tests/templates/borough" \
    "$ROOT/tests/templates/house-borough" templates
gwasg() { command=$1 && shift && "$GWASG" "$command" --templates templates "$@"; }

status 0 "a programme" gwasg init --programme parks
[ "$(cat out)" = "templates/parks/programme.yaml
templates/parks/report.xsl
templates/parks/words.yaml" ] || fail "other files: $(cat out)"
status 0 "nothing to mend" gwasg check --programme parks --lang en
contains out "parks: nothing to mend"
status 0 "a report of it" gwasg init parks report --area Trefawel
contains report/inspection.yaml "as 2012-06-20 or 2012-06"
contains report/inspection.yaml "#  # recycled: Waste that was recycled."
contains report/inspection.yaml "#  recycled:"
status 0 "its proof" gwasg build --stage proof --lang en --strict --out out.pdf report

# An edition says nothing but its base, and what is other in it.
status 0 "an edition" gwasg init --programme parks-next --base parks
[ "$(cat out)" = templates/parks-next/programme.yaml ] || fail "other files: $(cat out)"
contains templates/parks-next/programme.yaml "base: parks"
cat >>templates/parks-next/programme.yaml <<'Y'
indicators:
  trees: {before: repaired, expected: no, title: {en: Trees planted}}
fields:
  people:
Y
status 0 "its schema" gwasg schema parks-next
cp out schema && ! grep -q '"people"' schema || fail "what was taken away is there"
status 0 "a report of the edition" gwasg init parks-next other --area Trefawel
[ "$(sed -n 's/^#  # \(recycled\|trees\|repaired\):.*/\1/p' other/inspection.yaml | tr '\n' ' ')" = \
    "recycled trees repaired " ] || fail "not before what it names"
sed -i 's/before: repaired/before: mended/' templates/parks-next/programme.yaml
status 1 "what is not there" gwasg schema parks-next
contains err "programme.yaml:"
contains err '"mended"'

# A house of its own is one file; where it has none there is no house.
status 0 "a house of one file" gwasg schema borough
rm templates/house-borough/style.yaml
status 1 "no house" gwasg schema borough
contains err 'a house style is a folder under templates with a style.yaml'

# Nothing is written over, and a name is one that can stand everywhere.
status 4 "it is there" gwasg init --programme parks
status 1 "no such base" gwasg init --programme more --base nowhere
status 1 "a bad name" gwasg init --programme "More Parks"
contains err "small letters, digits and hyphens"
status 2 "a report too" gwasg init --programme more folder
[ ! -e templates/more ] || fail "something was left"
finish
