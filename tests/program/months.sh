#!/bin/sh
# months.sh -- a report of which only the month is known: no date of it, neither on its pages nor
# in what its files say of themselves, names a day; and where a day is needed one is asked for.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/templates" templates && cp -r "$ROOT"/tests/templates/* templates
cp -r "$ROOT/tests/cases/council/five-years" report
build() { "$GWASG" build --templates templates --stage final --lang en --out o "$@" report; }

for written in 'April 2012' 2012-04; do
    sed -i "s/^published: .*/published: $written/" report/inspection.yaml
    status 0 "$written" build --to pdf,html
    pdftotext o/report.en.pdf text && grep -q 'April 2012' text || fail "$written is not on the pages"
    ! grep -q '[0-9] April 2012' text || fail "a day is"
    pdfinfo -meta o/report.en.pdf >xmp
    contains xmp '<xmp:CreateDate>2012-04</xmp:CreateDate>'
    qpdf --qdf --object-streams=disable o/report.en.pdf plain.pdf 2>said
    grep -aq '/CreationDate (D:201204)' plain.pdf || fail "the file has another date"
    claims o/report.en.pdf
    contains o/report.en.html '"dcterms.issued" content="2012-04"'
done
for ua in ua1 ua2; do
    status 0 "$ua" build --pdf $ua
    claims o/report.en.pdf
done
for wrong in 'Aprul 2012' 2012-13 2012 'April'; do
    sed -i "s/^published: .*/published: $wrong/" report/inspection.yaml
    status 1 "$wrong" build
    contains err 'or a month, as 2012-06'
done
# A family whose reports have a day takes no month.
sed 's/{like: published}/{like: published, months: no}/' templates/borough/programme.yaml >kept
mv kept templates/borough/programme.yaml
sed -i "s/^published: .*/published: 2012-04/" report/inspection.yaml
status 1 "a day is needed" build
contains err 'year, month and day, as 2012-06-20'

# An office or a role as it is printed, or one of those that the house knows.
sed -i "s/^published: .*/published: 2012-04-02/" report/inspection.yaml
status 0 "roles of its own" build --dump xml
contains out '<role>Leader of the Council</role>'
contains out 'Cabinet Member for Finance'
contains out '>Editor<'
sed -i 's/role: Leader of the Council/role: chairr/' report/inspection.yaml
status 1 "a slip" build
contains err 'did you mean chair?'
sed 's/{like: signed}/{like: signed, fields: {role: {open: no}}}/' templates/borough/programme.yaml >kept
mv kept templates/borough/programme.yaml
sed -i 's/role: chairr/role: Leader of the Council/' report/inspection.yaml
status 1 "none but these" build
contains err 'use chief-executive or chair'
finish
