#!/bin/sh
# A document that holds one element alone and empty, or nothing at all: an error at the
# template's line, or a document, never a fault of the program.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/templates" templates

# alone BODY: what a final says of a press notice of that alone.
alone() {
    cat >templates/cci-2012/press.xsl <<XSL
<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/inspection">
  <report>
    <title><word key="press-notes"/></title><subject><word key="press-notes"/></subject>
    <keywords><word key="press-notes"/></keywords><foot><word key="press-notes"/></foot>
    $1
  </report>
</xsl:template>
</xsl:stylesheet>
XSL
    for stage in proof final; do
        "$GWASG" build --document press --stage "$stage" --lang en --diagnostics short \
            --templates templates --out out "$ROOT/examples/severnside-2012" >said 2>err
        got=$?
        [ "$got" = 0 ] || [ "$got" = 1 ] || [ "$got" = 5 ] || fail "status $got, $stage of $1: $(tail -n 1 err)"
    done
    [ "$got" != 0 ] || fail "a final of $1"
    grep -q 'press.xsl:[0-9]*:[0-9]*: error: ' err || fail "no place for $1: $(head -n 1 err)"
}

alone ''
for element in toc section quotation ribbon list table figure chart cover signature glossary form \
    divider paragraphs letterhead rating scorebox panel box heading p keep stars; do
    alone "<$element/>"
done
alone '<section><toc/></section>'
alone '<section><heading level="1"><word key="press-notes"/></heading><toc/></section>'
alone '<section><heading level="1"><word key="press-notes"/></heading><quotation><p><word key="press-notes"/></p><by/></quotation></section>'
alone '<table kind="normal"><thead/><tbody><tr/></tbody></table>'
alone '<table kind="normal"><thead><tr><th/></tr></thead><tbody><tr><td/></tr></tbody></table>'
finish
