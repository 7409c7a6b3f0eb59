#!/bin/sh
# pictures.sh -- pictures that belong to a house and to a programme, a cover and a divider
# that a house draws by data, and JPEG and SVG wherever a report names a picture.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/templates" templates
rm templates/*/outline.txt
copy_example kestrel-bay-2013
report=kestrel-bay-2013 house=templates/house-2012 programme=templates/fji-2013
seeds=$ROOT/tests/pictures
mkdir $house/images $programme/images
cp "$ROOT/tests/fuzz/svg/gradient.svg" $house/images/crest.svg
cp "$seeds/progressive.jpg" $programme/images/front.jpg
cp "$seeds/profile.jpg" $report/images/signature.jpg
cp "$ROOT/tests/fuzz/svg/dot.svg" $report/images/health.svg
sed -i 's|images/signature.png|images/signature.jpg|; s|images/health.png|images/health.svg|' $report/inspection.yaml
cat >>$house/style.yaml <<'P'
pictures:
  crest: {file: images/crest.svg, alt: {en: "The crest of all", cy: "Arfbais pawb"}}
cover:
  ground:
    - {colour: blue, top: 158, height: 530}
    - {picture: front, left: 400, top: 300, width: 18, height: 6, fit: fill}
    - {picture: crest, left: 400, top: 60, width: 140, height: 60}
  left: {title: 80}
divider:
  ground: [{colour: orange, top: 500, height: 4}]
P
cat >>$programme/programme.yaml <<'P'
pictures:
  front: {file: images/front.jpg, alt: decoration}
P
build() { "$GWASG" build --templates templates --lang en --document report --out o "$@" $report; }
status 0 "pictures of a house and a programme" build
pdfimages -list o/$report.proof.en.pdf >images
[ "$(grep -c ' jpeg ' images)" = 3 ] || fail "not the photographs as they are"
pdfimages -all -f 1 -l 1 o/$report.proof.en.pdf one
cmp -s one-000.jpg "$seeds/progressive.jpg" || fail "the photograph is another in the PDF"
status 0 "what is heard of them" build --dump tags
contains out 'Figure alt="The crest of all"'
[ "$(grep -c 'Figure alt="[^"]*front' out)" = 0 ] || fail "a decoration is heard"
status 0 "where they stand" build --dump pages
contains out "cut off at its place"
status 0 "on the web" build --to html
for kind in 'class="cover-art"' 'alt="The crest of all" src="data:image/svg+xml;base64,' 'data:image/jpeg;base64,'; do
    grep -q "$kind" o/$report.proof.en.html || fail "no $kind on the web page"
done

# What is wrong with them is said where they are named.
refused() { # TEXT FILE OLD NEW [STATUS]
    cp "$2" kept
    sed -i "s|$3|$4|" "$2"
    status "${5:-1}" "$1" build
    contains err "$1"
    cp kept "$2"
}
refused 'is no picture of this house or programme' $house/style.yaml 'picture: crest' 'picture: crust'
refused 'say in both languages what "crest" shows' $house/style.yaml ', cy: "Arfbais pawb"' '' 5
refused 'ends outside the page' $house/style.yaml 'top: 158, height: 530' 'top: 158, height: 930'
refused 'give one of them' $house/style.yaml 'colour: orange, top: 500' 'top: 500'
refused 'error: file outside the report: "../crest.svg"' $house/style.yaml images/crest.svg ../crest.svg
plain=templates/house-plain/common.xsl
sed -i 's|<logo src="[^"]*">|<logo picture="crest">|' $plain
status 0 "a template that names one" build --dump xml
contains out '<logo picture="crest"'
sed -i 's|<logo picture="crest">|<logo picture="crust">|' $plain
status 1 "one that there is not" build
contains err 'did you mean "crest"?'
finish
