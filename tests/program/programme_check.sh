#!/bin/sh
# programme_check.sh -- a programme is tried without a report: those that are shipped have
# nothing to mend, and a slip that only one report in many would meet is said.
. "$ROOT/tests/program/lib.sh"
mkdir sound tmp
export TMPDIR="$WORK/tmp"
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." sound
for programme in "$ROOT"/templates/*/programme.yaml; do
    name=$(basename "$(dirname "$programme")")
    status 0 "$name" "$GWASG" check --programme "$name" --templates sound
    contains out "$name: nothing to mend"
    grep -q accepted out && fail "$name: nobody has accepted its outline"
done
status 0 "a programme in English alone" "$GWASG" check --lang en --programme fji-renamed --templates sound
status 1 "the same in Welsh" "$GWASG" check --programme fji-renamed --templates sound
contains err "WORD_MISSING"
# Figures that nobody counts are made up too: thematic with an indicator and national ones.
rm -rf templates && cp -r sound templates
echo 'indicators: [{name: rate, title: {en: Reoffending}}]' >>templates/thematic/programme.yaml
sed -i '0,/<heading level="1">.*/s//&<p><fig expr="rate above nation"\/><fig expr="rate than 2011"\/><fig expr="national 1.1 average"\/><fig expr="home-visited than lowest"\/><\/p>/' templates/thematic/report.xsl
status 0 "figures that nobody counts" "$GWASG" check --programme thematic --lang en --templates templates
sed -i '/slightly lower than/d' templates/house-plain/words.yaml
status 1 "a comparison in no words" "$GWASG" check --programme thematic --lang en --templates templates
contains err WORD_MISSING
rm -rf templates && cp -r sound templates
sed -i '0,/  title: .*/s//  title: {en: "Of ((returned children))", cy: "((returned children))", reviewed: [en, cy]}/' \
    templates/cci-2012/words.yaml
rm templates/cci-2012/outline.txt # it was not accepted with this title
status 0 "how many came back" "$GWASG" check --programme cci-2012 --lang en --templates templates
# A section that no domain has counts towards none.
rm -rf templates && cp -r sound templates
echo 'domains: [{id: part, title: {en: A part}, sections: ["1"]}]' >>templates/thematic/programme.yaml
status 0 "a section outside every domain" "$GWASG" check --programme thematic --lang en --templates templates
contains err 'section "2" in any domain'
# Levels judged by those below them: each judgement, and what a limiter leaves of one.
rm -rf templates && cp -r sound templates
rm templates/fji-2013/outline.txt
sed -i 's/, stars: \([1-4]\)/&, points: \1/' templates/fji-2013/programme.yaml
cat >>templates/fji-2013/programme.yaml <<'END'
overall: {title: {en: The whole}}
judged:
  sections: lowest
  overall: {by: mean of points, decimals: 1, bands: {very-good: 3.3 to 4.0, good: 2.5 to 3.2, unsatisfactory: 1.5 to 2.4, poor: 0.0 to 1.4}, limit: [{when: {any: poor}, at-most: good}]}
END
sed -i '0,/<heading level="1">.*/s//&<p><xsl:copy-of select="\/inspection\/programme\/overall\/title\/prose"\/><\/p><p><fig expr="judgement overall"\/><\/p><xsl:for-each select="\/inspection\/programme\/overall[@would-be]"><p><fig expr="points overall"\/><\/p><\/xsl:for-each>/' templates/fji-2013/report.xsl
status 0 "levels judged by those below them" "$GWASG" check --programme fji-2013 --lang en --templates templates
grep NEVER_USED err && fail "a limiter is never met"
status 1 "an unknown programme" "$GWASG" check --programme cci-2013 --templates sound
status 2 "a report besides" "$GWASG" check --programme sqs-2013 --templates sound report
[ -z "$(ls tmp)" ] || fail "the folder of the picture stands there still"

# slip PROGRAMME ID FILE SED: that is said of it.
slip() {
    rm -rf templates && cp -r sound templates
    sed -i "$4" "templates/$3"
    cmp -s "sound/$3" "templates/$3" && fail "no slip made: $4"
    status 1 "$4" "$GWASG" check --programme "$1" --templates templates --diagnostics short
    contains err "[$2]"
}
slip cci-2009 WORD_UNKNOWN cci-2009/words.yaml '/^  verdict-disappointing:/d'
slip cci-2012 WORD_UNKNOWN house-plain/words.yaml '/^  role-publications-team:/d'
slip fji-2013 WORD_UNKNOWN fji-2013/words.yaml '/^  limits-worst:/d'
slip cci-2012 WORD_UNKNOWN cci-2012/words.yaml '/^  band-drastic:/d'
slip sqs-2013 LIST_EMPTY sqs-2013/report.xsl 's#report/copies/item#report/copy/item#'
slip cci-2012 TEXT_UNPRINTED cci-2012/report.xsl 's#report/arrangements/prose#report/arrangement/prose#'
slip sqs-2013 MARK_UNKNOWN sqs-2013/words.yaml 's#((field service.short))#((field service.sort))#'
# A chart without the area, and one that shows an indicator or somebody twice.
rm -rf templates && cp -r "$ROOT/templates" templates && cp -r "$ROOT"/tests/templates/* templates
chart() { sed -n "/name: $1,/=" templates/council/programme.yaml; }
sed -i '/name: crime-lines,/s/who: \[area, nation\]/who: [nation]/
/name: kinds,/s/of: \[burglary, vehicle-crime\]/of: [burglary, burglary]/
/name: recycling,/s/who: \[area, target\]/who: [target, area, target]/' templates/council/programme.yaml
status 1 "charts" "$GWASG" check --programme council --templates templates --diagnostics short
contains err "templates/council/programme.yaml:$(chart crime-lines):"
contains err 'area, in `who` of crime-lines; a chart shows the area'
grep -q "programme.yaml:$(chart kinds):.*\"burglary\"\|programme.yaml:$(chart kinds):.*burglary" err || fail "burglary twice: $(cat err)"
grep -q "programme.yaml:$(chart recycling):.*target" err || fail "the target twice: $(cat err)"
finish
