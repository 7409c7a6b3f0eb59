#!/bin/sh
# template_faults.sh -- one slip in a line of a programme or its house, such as anyone makes
# who writes one: none of them gives a final without a word.  A row each: what is said, the
# report that meets it, the file, the slip (of sed).
. "$ROOT/tests/program/lib.sh"

# The places of an XPath, a <for-each>, an element, a value.
slips() {
    cat <<'ROWS'
TEXT_UNPRINTED porthelyrch-2013 sqs-2013/report.xsl s#report/summary/prose#report/sumary/prose#
TEXT_UNPRINTED porthelyrch-2013 sqs-2013/report.xsl s#report/management/prose#management/prose#
TEXT_UNPRINTED porthelyrch-2013 sqs-2013/report.xsl s#<xsl:call-template name="context"/>##
TEXT_UNPRINTED porthelyrch-2013 sqs-2013/report.xsl s#report/to/prose#report/to/text()#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#report/foreword/prose#report/foreward/prose#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#report/context/area/prose#report/context/areas/prose#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#report/examples/item.normalize#report/example/item[normalize#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#points/item#point/item#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#quotations/item#quotation/item#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#select="by/prose"#select="bye/prose"#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#found/strengths#found/strength#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#$found/improvements#$found/improvement#
TEXT_UNPRINTED severnside-2012 house-plain/common.xsl s#select="for/item"#select="fore/item"#
TEXT_UNPRINTED severnside-2012 house-plain/common.xsl s#report/recommendations/item"/>#recommendations/item"/>#
TEXT_UNPRINTED severnside-2012 house-plain/common.xsl s#<item><xsl:copy-of select="prose"/></item>#<item/>#
TEXT_UNPRINTED severnside-2012 house-plain/common.xsl s#apply-templates select="names" mode="people"#apply-templates select="name" mode="people"#
TEXT_UNPRINTED severnside-2012 house-plain/press.xsl s#press/intro/prose#press/into/prose#
CHART_EMPTY severnside-2012 cci-2012/report.xsl /<bar of="score {@id}" number/,/<.bar>/d
CHART_EMPTY severnside-2012 cci-2012/report.xsl /<group of/,/<.group>/s#select="criterion"#select="criteria"#
CHART_EMPTY severnside-2012 house-plain/common.xsl /mode="chart"/,/<.chart>/s#for-each select="category"#for-each select="categories"#
CHART_EMPTY severnside-2012 cci-2012/report.xsl /<.legend>/,/<.chart>/s#select="programme/section"#select="programme/sections"#
LEGEND_LACKS severnside-2012 cci-2012/report.xsl s#select="programme/band"#select="programme/bands"#
LEGEND_LACKS severnside-2012 cci-2012/report.xsl s#programme/band"#programme/band[1]"#
TABLE_EMPTY severnside-2012 cci-2012/report.xsl /"table-scores"/,/<.table>/s#select="programme/section"#select="section"#
TABLE_EMPTY severnside-2012 cci-2012/report.xsl s#criterion.question/@key = 'yes'.#criterion[@key='yes']#
TABLE_EMPTY severnside-2012 house-2012/common.xsl s#/inspection/programme/headline#/programme/headline#
TABLE_HEADS severnside-2012 cci-2012/report.xsl /"table-key"/,/<tbody>/{/<thead>/,/<.thead>/d}
TABLE_HEADS severnside-2012 cci-2012/report.xsl /"table-key"/,/<.table>/{s#<th [^>]*>#<td>#;s#</th>#</td>#}
TABLE_HEADS severnside-2012 cci-2012/report.xsl /"table-key"/,/<tbody>/{s#<th [^>]*>#<td>#g;s#</th>#</td>#g}
LIST_EMPTY porthelyrch-2013 sqs-2013/report.xsl s#entry.@key = .id./item#entry[@id=$id]/item#
LIST_EMPTY porthelyrch-2013 sqs-2013/report.xsl s#report/copies/item#report/copy/item#
ELEMENT_EMPTY severnside-2012 cci-2012/report.xsl /<bar/,/<.bar>/s#title/prose#titel/prose#
ELEMENT_EMPTY severnside-2012 cci-2012/report.xsl s#<entry of="judgement {@id}"><xsl:copy-of select="title#&s#
ELEMENT_EMPTY severnside-2012 cci-2012/report.xsl s#<heading level="2" number="{$id}"><xsl:copy-of select="title#&s#
ELEMENT_EMPTY severnside-2012 cci-2012/report.xsl s#<with name="text"><xsl:copy-of select="text#&s#
ELEMENT_EMPTY severnside-2012 house-plain/common.xsl s#<with name="group"><xsl:copy-of select="$most/title#&s#
ELEMENT_EMPTY severnside-2012 house-plain/common.xsl s#<th scope="row" colspan="3"><xsl:copy-of select="title#&s#
ELEMENT_EMPTY severnside-2012 house-plain/common.xsl s#<with name="title"><xsl:copy-of select="title#&s#
ELEMENT_EMPTY severnside-2012 house-plain/common.xsl s#<th scope="row"><xsl:apply-templates select="role"[^<]*</th>#<th scope="row"/>#
ELEMENT_EMPTY kestrel-bay-2013 fji-2013/report.xsl s#themes/entry.@key = current()/@id.#themes/entry[@id = current()/@id]#
SECTION_EMPTY severnside-2012 cci-2012/report.xsl s#<word key="role-text"/>##
SECTION_EMPTY severnside-2012 cci-2012/report.xsl s#findings/entry.@key = .id.#findings/entry[@name=$id]#
XSLT_SYNTAX severnside-2012 cci-2012/report.xsl s#'join-list'#join-list'#
WORD_UNKNOWN severnside-2012 cci-2012/report.xsl s#key="foreword"#key="forward"#
ELEMENT_UNKNOWN severnside-2012 cci-2012/report.xsl s#<scorebox kind="criterion">#<scorbox>#;s#</scorebox>#</scorbox>#
ATTRIBUTE_UNKNOWN severnside-2012 cci-2012/report.xsl s#scope="row"#scop="row"#
MARK_UNKNOWN severnside-2012 cci-2012/report.xsl s#of="score {@id}" number#of="score{@id}" number#
VALUE_UNKNOWN severnside-2012 cci-2012/programme.yaml s#fill: hatch-up#fill: green#
KEY_MISSING severnside-2012 cci-2012/programme.yaml /fill: hatch-up/d
NAME_TWICE severnside-2012 cci-2012/programme.yaml s#fill: hatch-up#fill: solid#
VALUE_RANGE kestrel-bay-2013 fji-2013/programme.yaml s#from: 50, to: 64#from: 50, to: 62#
VALUE_RANGE kestrel-bay-2013 fji-2013/programme.yaml s#from: 50, to: 64#from: 50, to: 65#
VALUE_RANGE kestrel-bay-2013 fji-2013/programme.yaml s#from: 0, to: 49#from: 10, to: 49#
STYLE_WRONG severnside-2012 house-plain/style.yaml s#body: {size: 12, leading: 16#body: {size: 12, leading: 7#
STYLE_WRONG severnside-2012 house-plain/style.yaml s#margin: 70.9#margin: 200#
STYLE_WRONG severnside-2012 house-plain/style.yaml s#text-bottom: 772#text-bottom: 40#
STYLE_WRONG severnside-2012 house-plain/style.yaml s#text-top: 58#text-top: 840#
WORD_BROKEN severnside-2012 house-plain/words.yaml s#^  evidence-head: {en: Done#  evidence-head: {en: Percentage2ofsufficiencyinall#
MARK_UNKNOWN severnside-2012 house-plain/common.xsl s#<with name="text">#<with name="txt">#
TEXT_UNPRINTED severnside-2012 house-plain/words.yaml s#((arg for))##
TEXT_UNPRINTED severnside-2012 house-plain/words.yaml s#((arg text))##
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#programme/title/prose#programme/titles/prose#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#report/partners/item#report/partner/item#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#match="partners/item"#match="partner/item"#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#<xsl:if test="image">#<xsl:if test="images">#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#judgement.@of = $of./@is#judgement[@off = $of]/@is#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#judgement.@of = $of./@is#judgements[@of = $of]/@is#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#judgement.@of = $of./@is#judgement[@of = $of]/@id#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#/inspection/@evidence != 'stated'#/inspection/@evidnce = 'cases'#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#<xsl:if test="@id = 3">#<xsl:if test="id = 3">#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#questionnaire.@name = $who.#questionnaire[@id = $who]#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#<xsl:when test="report/thanks">#<xsl:when test="report/thank">#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#match="criterion">#match="criterium">#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#match="choice" mode#match="choise" mode#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#@stage = 'draft'#@stag = 'draft'#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#points/item" mode#points/item[1]" mode#
TEXT_UNPRINTED severnside-2012 cci-2012/report.xsl s#(criteria/item.1.) = .id."/>#(criteria/item[1]) = '2.2']"/>#
TEXT_UNPRINTED severnside-2012 house-plain/common.xsl s#nodes.2.#nodes[1]#
SECTION_EMPTY kestrel-bay-2013 fji-2013/report.xsl /<section id="summary-{@key}">/,/<.section>/s#summary/prose#sumary/prose#
PART_MISSING aldermoor-thornby-2009 cci-2009/report.xsl s#<strap><xsl:copy-of select="programme/title/prose"/></strap>##
PART_MISSING severnside-2012 house-plain/common.xsl s#<date><word key="cover-date"/></date>##
PART_MISSING severnside-2012 house-2012/common.xsl s#<caption><word key="national-caption"/></caption>##
PART_MISSING severnside-2012 house-plain/common.xsl s#<label><xsl:copy-of select="title/prose"/></label></bar>#</bar>#
PART_MISSING severnside-2012 cci-2012/report.xsl s#<foot kind="section"><word key="foot"/></foot>##
XSLT_LOOSE severnside-2012 cci-2012/report.xsl s#select="programme/characteristic" mode="rows"#select="programme/characteristic" mode="row"#
XSLT_LOOSE severnside-2012 cci-2012/press.xsl s#<xsl:with-param name="of" select="@id"/>#<xsl:with-param name="id" select="@id"/>#
XSLT_LOOSE severnside-2012 cci-2012/report.xsl s#<xsl:with-param name="of" select=".id"/>##
XSLT_LOOSE severnside-2012 house-plain/common.xsl s#name="last" select="'join-last'"#name="lst" select="'join-last'"#
XSLT_LOOSE severnside-2012 house-plain/common.xsl s#<xsl:with-param name="bar" select="'orange'"/>##
XSLT_LOOSE severnside-2012 cci-2012/report.xsl s#<xsl:apply-templates select=".found/strengths"/>#<xsl:variable name="unread" select="1"/>&#
XPATH_UNKNOWN severnside-2012 house-plain/common.xsl s#@stage = 'draft'#@stage = 'daft'#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#@evidence != 'stated'#@evidence != 'state'#
XPATH_UNKNOWN severnside-2012 cci-2012/report.xsl s#question.@key = 'yes'."#question[@key = 'true']"#
ROWS
}

cp -r "$ROOT/templates" sound
cp -r "$ROOT/templates" templates
slips >all
[ "$(wc -l <all)" -ge 65 ] || fail "rows are missing"
grep -Ev '^XPATH_UNKNOWN .*(common|report).xsl s#[^q]' all >rows
while read -r id report file slip; do
    sed "$slip" "sound/$file" >"templates/$file"
    cmp -s "sound/$file" "templates/$file" && fail "no slip made: $slip" && continue
    "$GWASG" build --stage final --lang en --diagnostics short --templates templates --out o \
        "$ROOT/examples/$report" >out 2>err && fail "a final in spite of $file: $slip"
    grep -q "\[$id\]" err || { fail "no $id for $file: $slip" && head -n 3 err >&2; }
    cp "sound/$file" "templates/$file"
done <rows

# make_slips ROWS: those that others have not undone, into `taken`; the rest into `left`.
make_slips() {
    : >taken && : >left
    while read -r id file slip; do
        cp "templates/$file" before
        sed "$slip" before >"templates/$file"
        if cmp -s before "templates/$file"; then
            echo "$id $file $slip" >>left
        else
            echo "$id $file $slip" >>taken
        fi
    done <"$1"
}

# said: no fewer of a kind than there are rows of it.
said() {
    for id in $(cut -d' ' -f1 taken | sort -u); do
        [ "$(grep -c "\[$id\]" err)" -ge "$(grep -c "^$id " taken)" ] ||
            { fail "fewer $id than slips:" && cat taken err >&2; }
    done
    cp -r sound/. templates
}

# Names are looked up one by one, so many slips are said in one run.
grep -E '^XPATH_UNKNOWN .*(common|report).xsl s#[^q]' all | cut -d' ' -f1,3- >rows
while [ -s rows ]; do
    make_slips rows
    [ -s taken ] || fail "no slip made: $(cat left)"
    [ -s taken ] || break
    "$GWASG" build --stage final --lang en --diagnostics short --templates templates --out o \
        "$ROOT/examples/severnside-2012" >out 2>err && fail "a final in spite of slips"
    said
    mv left rows
done

# What only reports of every kind together show: said by check --programme.
unused() {
    cat <<'ROWS'
LIST_PART cci-2012 cci-2012/scores.xsl s#/inspection/programme/headline"/>#/inspection/programme/headline[1]"/>#
LIST_PART cci-2012 cci-2012/report.xsl s#for-each select="question.@key = 'yes'."#for-each select="question[1]"#
LIST_PART cci-2012 cci-2012/report.xsl /<group of/,/<.group>/s#for-each select="criterion"#for-each select="criterion[last()]"#
LIST_PART cci-2012 cci-2012/report.xsl s#section.criterion/@id = .first.#section[criterion/@id = '1.1']#
LIST_PART cci-2012 house-2012/common.xsl s#/inspection/programme/headline#/inspection/programme/headline[2]#
LIST_PART sqs-2013 sqs-2013/report.xsl s#apply-templates select="programme/section"#apply-templates select="programme/section[1]"#
FIGURES_TWICE cci-2012 cci-2012/report.xsl s#<td><fig expr="score {@id} n"/></td>#<td><fig expr="score {@id} of"/></td>#
FIGURES_TWICE cci-2012 cci-2012/report.xsl s#<bar of="score {@id}" number#<bar of="score {../@id}" number#
NEVER_USED cci-2012 cci-2012/report.xsl s#<xsl:call-template name="scoring"/>##
NEVER_USED cci-2012 cci-2012/scores.xsl s#<p role="side"><word key="scoring-note"/></p>##
NEVER_USED cci-2012 cci-2012/report.xsl s#<word key="appendix-7"/>#<word key="appendix-6"/>#
NEVER_USED sqs-2013 sqs-2013/report.xsl s#<p role="side"><word key="print-out"/></p>##
NEVER_USED cci-2012 cci-2012/report.xsl s#when test="$first/@n = 0"#when test="$first/@n = 1"#
NEVER_USED cci-2012 cci-2012/report.xsl s#when test="$first/@n = $content/@of"#when test="$first/@n \&gt; $content/@of"#
NEVER_USED fji-2013 fji-2013/report.xsl s#when test="$above = $all"#when test="$above \&gt; $all"#
XPATH_UNKNOWN sqs-2013 sqs-2013/report.xsl s#findings/entry.@key = .id./@nothing"#findings/entry[@key = $id]/@nothing = 'no'"#
ROWS
}

# The same, several slips of different places in one run: each is said at its line, once.
# A row: programme, what is said, file, slip.
shapes() {
    cat <<'ROWS'
cci-2012 PART_MISSING house-2012/common.xsl /name="letter-names">/,/<.xsl:template>/s#<name lang="{$other}"><word key="cover-name-other"/></name>##
cci-2012 ELEMENT_EMPTY house-2012/common.xsl s#<td><range of="{@id}"/></td>#<td/>#
cci-2012 UNLIKE house-plain/common.xsl s#substring('-last', 1 + 5 . (position() != last()))#substring('-last', 1 + 5 * (position() = last()))#
cci-2012 ALIKE house-plain/common.xsl s#select="'ref-improvement'"#select="'ref-strength'"#
cci-2012 FIGURES_TWICE house-plain/common.xsl s#<fig expr="cases % {.where}"/></td>#<fig expr="cases {$where}"/></td>#
cci-2012 PART_MISSING cci-2012/report.xsl s#<xsl:call-template name="response-form"/>##
cci-2012 UNLIKE cci-2012/report.xsl s#<toc depth="2"/>#<toc depth="1"/>#
cci-2012 PART_MISSING cci-2012/report.xsl s#<remark><fig expr="judgement {@id}"/></remark>##
cci-2012 PART_MISSING cci-2012/report.xsl s#<group of="score {@id}">#<group>#
cci-2012 UNLIKE cci-2012/report.xsl s#number="{@code}"#number="{@name}"#
cci-2012 ALIKE cci-2012/report.xsl s#ref-number="5">#ref-number="6">#
cci-2012 UNLIKE cci-2012/report.xsl s#<value><fig expr="score {.id}"/></value>#<value><fig expr="score 1.1"/></value>#
cci-2012 LIST_PART cci-2012/report.xsl s#select="programme/characteristic" mode="rows"#select="programme/characteristic[@name = 'age']" mode="rows"#
cci-2012 NEVER_USED house-plain/press.xsl s#<p role="side"><word key="press-date-{@stage}"/></p>##
cci-2012 TEXT_UNPRINTED house-plain/figures.xsl s#<td><xsl:copy-of select="base/prose"/></td>#<td><xsl:copy-of select="count/prose"/></td>#
cci-2012 UNLIKE house-plain/common.xsl s#contains(@editions, .other)#contains(@editions, @lang)#
cci-2012 UNLIKE house-plain/words.yaml s#cases-head: {en: [A-Za-z ]*#cases-head: {en: Percentage#
cci-2012 UNLIKE cci-2012/words.yaml s#answers-measure: {en: "#&Per cent. #
cci-2012 XSLT_LOOSE cci-2012/report.xsl s#count="{count(criteria/item)}"#count="1"#
cci-2012 UNLIKE cci-2012/words.yaml /reading-minimum/s#from minimum#from moderate#
cci-2012 UNLIKE cci-2012/report.xsl s#<fig expr="{@name} %"/></td>#<fig expr="{@name} not %"/></td>#
cci-2012 UNLIKE house-plain/reply.xsl s#form-{@decision}#form-accepted#
cci-2012 UNLIKE cci-2012/report.xsl s#<tr role="total">#<tr>#
cci-2012 TEXT_UNPRINTED house-plain/reply.xsl s#select="now" mode="version"#select="was" mode="version"#
cci-2012 NEVER_USED cci-2012/words.yaml s#: ((arg best)), ((arg from)); lowest#: ((arg from)); lowest#
cci-2012 UNLIKE cci-2012/report.xsl s#<col width="44" align="right"/>#<col width="44" align="left"/>#
cci-2012 UNLIKE cci-2012/report.xsl s#toc="yes" ref-word="ref-thanks"#toc="no" ref-word="ref-thanks"#
cci-2012 UNLIKE cci-2012/report.xsl s#<with name="best"><xsl:copy-of select=".best#<with name="best"><xsl:copy-of select="$worst#
cci-2012 ALIKE cci-2012/report.xsl s#<heading level="1"><word key="foreword"/>#<heading level="1"><word key="acknowledgements"/>#
fji-2013 ALIKE fji-2013/report.xsl s#<word key="recommendations-focus"/>#<word key="recommendations-responsible"/>#
fji-2013 PART_MISSING fji-2013/report.xsl s#<toc kind="section" depth="1"/>##
fji-2013 ALIKE fji-2013/report.xsl s#start="{count(../preceding-sibling::item.paragraph.) + 1}"##
fji-2013 UNLIKE fji-2013/words.yaml /case-score-1/s#score 1 %#score 2 %#
fji-2013 UNLIKE house-plain/common.xsl s#select="11"#select="1"#
fji-2013 LEGEND_LACKS fji-2013/report.xsl s#<entry fill="short"><word key="not-sufficient"/></entry>##
fji-2013 FIGURES_TWICE fji-2013/report.xsl s#programme to {@id}#programme from {@id}#
fji-2013 PART_MISSING fji-2013/report.xsl s#<comment><xsl:copy-of select=".band/title/prose"/></comment>##
sqs-2013 PART_MISSING sqs-2013/report.xsl s#<xsl:call-template name="letterhead"/>##
ROWS
}

alone='LIST_PART|FIGURES_TWICE|name="scoring"'
unused | grep -E "$alone" >rows
while read -r id programme file slip; do
    echo "$id $file $slip" >row
    make_slips row
    [ -s left ] && fail "no slip made: $slip"
    "$GWASG" check --programme "$programme" --lang en --diagnostics short --templates templates >out 2>err
    said
done <rows

# What is used is asked only where nothing else is wrong, so the two come apart.
for programme in cci-2012 fji-2013 sqs-2013; do
    shapes | grep "^$programme " | cut -d' ' -f2- >rows
    unused | grep -Ev "$alone" | awk -v p="$programme" '$2 == p' | cut -d' ' -f1,3- >>rows
    for kind in -E -Ev; do
        grep $kind '^(LIST_PART|NEVER_USED) ' rows >group || continue
        make_slips group
        [ -s left ] && fail "no slip made: $(cat left)"
        "$GWASG" check --programme "$programme" --lang en --diagnostics short --templates templates >out 2>err
        said
    done
done
finish
