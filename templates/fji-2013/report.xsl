<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of a Full Joint Inspection, 2013 edition: what stands where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:variable name="other" select="substring('cyen', 1 + 2 * (/inspection/@lang = 'cy'), 2)"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot kind="section"><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <xsl:call-template name="front"/>
    <xsl:apply-templates select="programme/section"/>
    <xsl:call-template name="appendices"/>
    <xsl:call-template name="back"/>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<!-- ==== cover and back cover: the number and, its own first, both languages on the back ==== -->

<xsl:template name="cover-isbn"/>

<xsl:template name="cover-joint"><xsl:call-template name="joint-mark"/></xsl:template>

<xsl:template name="cover-straps">
  <strap lang="{@lang}"><word key="letter-programme"/></strap>
  <strap lang="{$other}"><word key="letter-programme-other"/></strap>
</xsl:template>

<xsl:template name="back">
  <cover>
    <name lang="{@lang}"><word key="cover-name"/></name>
    <name lang="{$other}"><word key="cover-name-other"/></name>
    <strap lang="{@lang}"><word key="back-strap"/></strap>
    <strap lang="{$other}"><word key="back-strap-other"/></strap>
    <lead><word key="back-address"/></lead>
    <xsl:if test="report/isbn/@*[name() = /inspection/@lang]"><isbn><word key="cover-isbn"/></isbn></xsl:if>
  </cover>
</xsl:template>

<!-- ==== contents, foreword, summary, recommendations ==== -->

<xsl:template name="front">
  <section id="contents" break="page" toc="no" ref-word="ref-contents">
    <heading level="1"><word key="contents"/></heading>
    <xsl:call-template name="corrections"/>
    <toc depth="1"/>
    <xsl:call-template name="publication"/>
  </section>
  <section id="foreword" break="page" toc="yes" ref-word="ref-foreword">
    <heading level="1"><word key="foreword"/></heading>
    <xsl:copy-of select="report/foreword/prose"/>
    <xsl:apply-templates select="report/signed"/>
  </section>
  <section id="summary" break="page" toc="yes" ref-word="ref-summary">
    <heading level="1"><word key="summary"/></heading>
    <xsl:apply-templates select="programme/section" mode="rating"/>
    <p role="side"><word key="summary-note"/></p>
  </section>
  <section id="recommendations" break="soft" toc="yes" ref-word="ref-recommendations">
    <heading level="1"><word key="recommendations-heading"/></heading>
    <p role="lead-in"><word key="recommendations-focus"/></p>
    <list kind="dot">
      <xsl:apply-templates select="report/recommendations/item"/>
    </list>
    <p role="side"><word key="recommendations-responsible"/></p>
    <xsl:call-template name="next-steps"/>
  </section>
</xsl:template>

<xsl:template match="recommendations/item[points/item]" priority="1">
  <item>
    <p><xsl:copy-of select="text/prose"/></p>
    <list kind="bullet"><xsl:apply-templates select="points/item" mode="item"/></list>
    <p><word key="recommendation-for"><with name="open"><word key="bracket-open"/></with><with name="for"><xsl:call-template name="addressees"/></with><with name="close"><word key="bracket-close"/></with></word></p>
  </item>
</xsl:template>

<xsl:template match="recommendations/item">
  <item>
    <p><word key="recommendation"><with name="text"><xsl:copy-of select="text/prose"/></with><with name="open"><word key="bracket-open"/></with><with name="for"><xsl:call-template name="addressees"/></with><with name="close"><word key="bracket-close"/></with></word></p>
  </item>
</xsl:template>

<xsl:template name="addressees">
  <xsl:call-template name="join">
    <xsl:with-param name="nodes" select="for/item"/>
    <xsl:with-param name="key" select="'join-list'"/>
    <xsl:with-param name="last" select="'join-last'"/>
  </xsl:call-template>
</xsl:template>

<!-- ==== ratings ==== -->

<xsl:template name="stars">
  <xsl:param name="n"/>
  <stars n="{$n}" of="{count(/inspection/programme/band)}"><word key="stars"><with name="n"><fig value="{$n}" of="figures-stars"/></with></word></stars>
</xsl:template>

<!-- The stars and the word of the section's judgement. -->
<xsl:template name="judged">
  <xsl:variable name="is" select="/inspection/judgement[@of = current()/@id]/@is"/>
  <xsl:variable name="band" select="/inspection/programme/band[@id = $is]"/>
  <xsl:if test="$band">
    <xsl:call-template name="stars"><xsl:with-param name="n" select="$band/@stars"/></xsl:call-template>
    <comment><xsl:copy-of select="$band/title/prose"/></comment>
  </xsl:if>
</xsl:template>

<xsl:template match="section" mode="rating">
  <rating>
    <heading level="2"><xsl:copy-of select="title/prose"/></heading>
    <xsl:call-template name="judged"/>
    <xsl:variable name="found" select="/inspection/report/themes/entry[@key = current()/@id]"/>
    <xsl:copy-of select="$found/summary/prose"/>
    <xsl:if test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:if>
  </rating>
</xsl:template>

<!-- ==== a theme: what it is, its score and what is expected, then its text ==== -->

<xsl:template match="section">
  <xsl:variable name="id" select="@id"/>
  <xsl:variable name="found" select="/inspection/report/themes/entry[@key = $id]"/>
  <section id="{$id}" break="page" group="yes" notes="restart" ref-word="ref-theme" ref-number="{$id}">
    <heading level="1" number="{$id}.">
      <xsl:copy-of select="title/prose"/>
      <aside kind="over">
        <label><word key="theme-over"><with name="n"><number n="{$id}"/></with></word></label>
        <xsl:if test="criterion">
          <value>
            <word key="theme-score"><with name="score"><strong><fig expr="score {$id}"/></strong></with></word>
          </value>
        </xsl:if>
      </aside>
    </heading>
    <xsl:call-template name="ribbon"/>
    <xsl:call-template name="opening"/>
    <xsl:apply-templates select="$found" mode="found"/>
    <xsl:if test="criterion/question[@key = 'yes']"><xsl:call-template name="data"/></xsl:if>
  </section>
</xsl:template>

<!-- The way to every theme; one that is not scored has its judgement. -->
<xsl:template name="ribbon">
  <xsl:variable name="own" select="@id"/>
  <ribbon>
    <xsl:for-each select="/inspection/programme/section">
      <tab target="{@id}" number="{@id}" own="{substring('yes', 1 + 3 * (@id != $own))}">
        <label><xsl:copy-of select="title/prose"/></label>
        <value>
          <xsl:choose>
            <xsl:when test="criterion"><fig expr="score {@id}"/></xsl:when>
            <xsl:otherwise><word key="not-scored"/></xsl:otherwise>
          </xsl:choose>
        </value>
      </tab>
    </xsl:for-each>
  </ribbon>
</xsl:template>

<!-- Score and stars beside what is expected; a theme without questions is judged all the
     same. -->
<xsl:template name="opening">
  <section id="expect-{@id}">
    <panel kind="criterion">
      <xsl:if test="criterion"><value><fig expr="score {@id}"/></value></xsl:if>
      <heading level="2"><word key="expect"/></heading>
      <xsl:call-template name="judged"/>
      <box kind="look"><word key="expect-{@id}"/></box>
      <xsl:choose>
        <xsl:when test="criterion"><p><word key="case-score-{@id}"/></p></xsl:when>
        <xsl:otherwise><p><word key="outcome-{@id}"/></p></xsl:otherwise>
      </xsl:choose>
    </panel>
  </section>
</xsl:template>

<xsl:template match="themes/entry[@nothing]" mode="found" priority="1">
  <p><word key="nothing-reported"/></p>
</xsl:template>

<xsl:template match="themes/entry" mode="found">
  <section id="findings-{@key}">
    <heading level="2"><word key="findings"/></heading>
    <list kind="dot" ref-word="ref-finding"><xsl:apply-templates select="findings/item" mode="item"/></list>
  </section>
  <section id="explanation-{@key}">
    <heading level="2"><word key="explanation"/></heading>
    <xsl:apply-templates select="explanation/item"/>
  </section>
  <section id="summary-{@key}">
    <heading level="2"><word key="summary"/></heading>
    <xsl:copy-of select="summary/prose"/>
  </section>
</xsl:template>

<xsl:template name="theme-title">
  <word key="theme-title">
    <with name="n"><number n="{@id}"/></with>
    <with name="title"><xsl:copy-of select="title/prose"/></with>
  </word>
</xsl:template>

<xsl:template match="explanation/item">
  <xsl:variable name="number" select="position()"/>
  <section>
    <heading level="3" number="{$number}."><word key="about-{normalize-space(about)}"/></heading>
    <xsl:apply-templates select="text/item/*">
      <xsl:with-param name="number" select="$number"/>
    </xsl:apply-templates>
  </section>
</xsl:template>

<xsl:template match="explanation/item/text/item/*">
  <box kind="{local-name()}" story="{substring('yes', 1, 3 * boolean(self::case))}">
    <title><word key="box-{local-name()}"/></title>
    <xsl:copy-of select="prose"/>
  </box>
</xsl:template>

<xsl:template match="explanation/item/text/item/paragraph">
  <xsl:param name="number"/>
  <paragraphs number="{$number}" start="{count(../preceding-sibling::item[paragraph]) + 1}">
    <item><xsl:copy-of select="prose"/></item>
  </paragraphs>
</xsl:template>

<xsl:template match="explanation/item/text/item/prose"/>

<!-- ==== answers to the key questions ==== -->

<!-- Best first, in the chart, in the table and in their numbers. -->
<xsl:template name="data">
  <xsl:variable name="questions" select="criterion/question[@key = 'yes']"/>
  <section id="data-{@id}" break="soft">
    <heading level="2"><word key="data"/></heading>
    <p>
      <word key="data-lead">
        <with name="spelt"><fig expr="programme key-questions {@id} spelt"/></with>
      </word>
    </p>
    <chart kind="stacked" id="chart-{@id}" of="cases">
      <caption><xsl:call-template name="data-message"><xsl:with-param name="questions" select="$questions"/></xsl:call-template></caption>
      <measure><word key="data-measure"/></measure>
      <alt><xsl:call-template name="data-alt"><xsl:with-param name="questions" select="$questions"/></xsl:call-template></alt>
      <legend>
        <title><word key="data-legend"/></title>
        <entry fill="solid"><word key="sufficient"/></entry>
        <entry fill="short"><word key="not-sufficient"/></entry>
      </legend>
      <xsl:for-each select="$questions">
        <xsl:sort select="@percent" data-type="number" order="descending"/>
        <bar of="{@name}" number="{position()}."><label><xsl:copy-of select="text/prose"/></label></bar>
      </xsl:for-each>
    </chart>
    <table kind="dense" id="table-{@id}">
      <caption><word key="data-table"/></caption>
      <col width="rest" align="left"/>
      <col width="48" align="right"/>
      <col width="50" align="right"/>
      <col width="54" align="right"/>
      <thead>
        <tr>
          <th scope="column"><word key="question-head"/></th>
          <th scope="column"><word key="sufficient"/></th>
          <th scope="column"><word key="not-sufficient"/></th>
          <th scope="column"><word key="applicable"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$questions">
          <xsl:sort select="@percent" data-type="number" order="descending"/>
          <tr>
            <th scope="row" number="{position()}."><xsl:copy-of select="text/prose"/></th>
            <td><fig expr="{@name} n"/></td>
            <td><fig expr="{@name} n not"/></td>
            <td><fig expr="{@name} of"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<!-- On how many of the questions that applied at all more than half of the work was good. -->
<xsl:template name="data-message">
  <xsl:param name="questions"/>
  <xsl:variable name="all" select="count($questions[@percent])"/>
  <xsl:variable name="most" select="count($questions[@percent &gt; 50])"/>
  <xsl:choose>
    <xsl:when test="$all = 0"><word key="data-message-nothing"/></xsl:when>
    <xsl:when test="$most = $all"><word key="data-message-all"/></xsl:when>
    <xsl:when test="$most = 0"><word key="data-message-none"/></xsl:when>
    <xsl:otherwise>
      <word key="data-message-some">
        <with name="questions"><fig expr="counted {$most} {$all} spelt n of key-questions"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="data-alt">
  <xsl:param name="questions"/>
  <xsl:variable name="scored" select="$questions[@percent]"/>
  <word key="data-alt">
    <with name="questions"><fig expr="counted {count($questions)} {count($questions)} n key-questions"/></with>
    <with name="best">
      <xsl:for-each select="$scored">
        <xsl:sort select="@percent" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><word key="data-alt-best"><with name="cases"><fig expr="{@name} n of cases"/></with></word></xsl:if>
      </xsl:for-each>
    </with>
    <with name="worst">
      <xsl:for-each select="$scored">
        <xsl:sort select="@percent" data-type="number" order="descending"/>
        <xsl:if test="position() = last() and position() != 1"><word key="data-alt-worst"><with name="cases"><fig expr="{@name} n of cases"/></with></word></xsl:if>
      </xsl:for-each>
    </with>
  </word>
</xsl:template>

<!-- ==== appendices ==== -->

<xsl:template name="appendices">
  <section id="appendices" break="page" group="yes" ref-word="ref-appendices">
    <divider>
      <heading level="1"><word key="appendices"/></heading>
      <p role="lead-in"><word key="appendices-hold"/></p>
      <toc kind="section" depth="1"/>
    </divider>
    <xsl:call-template name="appendix">
      <xsl:with-param name="n" select="1"/>
    </xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="2"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="3"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="4"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="5"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="6"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="7"/></xsl:call-template>
    <xsl:call-template name="appendix"><xsl:with-param name="n" select="8"/></xsl:call-template>
  </section>
</xsl:template>

<xsl:template name="appendix">
  <xsl:param name="n"/>
  <section id="appendix-{$n}" break="soft" ref-word="ref-appendix" ref-number="{$n}">
    <heading level="1"><word key="appendix-{$n}"/></heading>
    <xsl:choose>
      <xsl:when test="$n = 1"><xsl:call-template name="context"/></xsl:when>
      <xsl:when test="$n = 2">
        <word key="sample-intro"/>
        <xsl:apply-templates select="programme/characteristic" mode="chart"/>
      </xsl:when>
      <xsl:when test="$n = 3">
        <word key="thanks"/>
        <xsl:apply-templates select="report/people"/>
      </xsl:when>
      <xsl:when test="$n = 4">
        <word key="arrangements-text"/>
        <xsl:copy-of select="report/arrangements/prose"/>
      </xsl:when>
      <xsl:when test="$n = 5"><xsl:call-template name="scoring"/></xsl:when>
      <xsl:when test="$n = 6"><xsl:call-template name="criteria"/></xsl:when>
      <xsl:when test="$n = 7"><word key="role-text"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="glossary"/></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template name="context">
  <heading level="2"><word key="context-area"/></heading>
  <xsl:copy-of select="report/context/area/prose"/>
  <heading level="2"><word key="context-measures"/></heading>
  <xsl:copy-of select="report/context/measures/prose"/>
  <xsl:if test="$measured">
    <xsl:call-template name="indicators-chart"/>
    <xsl:call-template name="indicators-table"/>
  </xsl:if>
</xsl:template>

<!-- ==== indicators: the area beside its region and the nation ==== -->

<!-- The newest of each that the area and the nation have; the region where all have it. -->
<xsl:variable name="indicators" select="/inspection/indicators/indicator[title]"/>
<xsl:variable name="measured" select="$indicators[@newest][value/@of = 'area'][value/@of = 'nation']"/>
<xsl:variable name="region" select="not($indicators[not(value/@of = 'region')])"/>

<xsl:template name="indicators-chart">
  <chart kind="linked" id="chart-indicators">
    <caption><xsl:call-template name="indicators-message"/></caption>
    <measure><word key="indicators-measure"/></measure>
    <alt><xsl:call-template name="indicators-alt"/></alt>
    <legend>
      <entry fill="solid"><word key="area-name"/></entry>
      <entry fill="hatch-up"><word key="indicators-nation"/></entry>
      <xsl:if test="$region"><entry fill="hatch-down"><word key="indicators-region"/></entry></xsl:if>
    </legend>
    <xsl:for-each select="$measured">
      <group>
        <label><xsl:copy-of select="title/prose"/></label>
        <bar of="{value[@of = 'area']/@expr}"><label><word key="area-name"/></label></bar>
        <bar of="{value[@of = 'nation']/@expr}"><label><word key="indicators-nation"/></label></bar>
        <xsl:if test="$region"><bar of="{value[@of = 'region']/@expr}"><label><word key="indicators-region"/></label></bar></xsl:if>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- Above the nation or below it, on all or on some: whether that is good, the text says. -->
<xsl:template name="indicators-message">
  <xsl:variable name="all" select="count($measured)"/>
  <xsl:variable name="above" select="count($measured[value[@of = 'area']/@number &gt; value[@of = 'nation']/@number])"/>
  <xsl:variable name="below" select="count($measured[value[@of = 'area']/@number &lt; value[@of = 'nation']/@number])"/>
  <xsl:choose>
    <xsl:when test="$above = $all"><word key="indicators-above-all"/></xsl:when>
    <xsl:when test="$below = $all"><word key="indicators-below-all"/></xsl:when>
    <xsl:when test="$above = 0 and $below = 0"><word key="indicators-same"/></xsl:when>
    <xsl:when test="$above &gt;= $below">
      <word key="indicators-above"><with name="measures"><fig expr="counted {$above} {$all} spelt n of measures"/></with></word>
    </xsl:when>
    <xsl:otherwise>
      <word key="indicators-below"><with name="measures"><fig expr="counted {$below} {$all} spelt n of measures"/></with></word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Where the area is furthest above the nation, or least below it. -->
<xsl:template name="indicators-alt">
  <xsl:for-each select="$measured">
    <xsl:sort select="value[@of = 'area']/@number div value[@of = 'nation']/@number" data-type="number" order="descending"/>
    <xsl:if test="position() = 1">
      <word key="indicators-alt">
        <with name="measures"><fig expr="counted {last()} {last()} n measures"/></with>
        <with name="title"><xsl:copy-of select="title/prose"/></with>
        <with name="area"><fig expr="{value[@of = 'area']/@expr}"/></with>
        <with name="nation"><fig expr="{value[@of = 'nation']/@expr}"/></with>
      </word>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<xsl:template name="indicators-table">
  <table kind="dense" id="table-indicators">
    <caption><word key="indicators-table"/></caption>
    <col width="rest" align="left"/>
    <col width="100" align="right"/>
    <col width="100" align="right"/>
    <xsl:if test="$region"><col width="84" align="right"/></xsl:if>
    <thead>
      <tr>
        <th scope="column"><word key="indicators-head"/></th>
        <th scope="column"><word key="area-name"/></th>
        <th scope="column"><word key="indicators-nation"/></th>
        <xsl:if test="$region"><th scope="column"><word key="indicators-region"/></th></xsl:if>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="$indicators[not(@name = preceding-sibling::indicator/@name)]">
        <tr role="group"><th scope="row" colspan="{3 + $region}"><xsl:copy-of select="title/prose"/></th></tr>
        <xsl:for-each select="$indicators[@name = current()/@name]">
          <tr>
            <th scope="row"><xsl:copy-of select="when/prose"/></th>
            <td><xsl:call-template name="indicator-cell"><xsl:with-param name="of" select="'area'"/></xsl:call-template></td>
            <td><xsl:call-template name="indicator-cell"><xsl:with-param name="of" select="'nation'"/></xsl:call-template></td>
            <xsl:if test="$region"><td><xsl:call-template name="indicator-cell"><xsl:with-param name="of" select="'region'"/></xsl:call-template></td></xsl:if>
          </tr>
        </xsl:for-each>
      </xsl:for-each>
    </tbody>
  </table>
  <p role="side">
    <word key="indicators-sources">
      <with name="sources">
        <xsl:call-template name="join">
          <xsl:with-param name="nodes" select="$indicators[not(source/@text = preceding-sibling::indicator/source/@text)]"/>
          <xsl:with-param name="key" select="'join-names'"/>
        </xsl:call-template>
      </with>
    </word>
  </p>
</xsl:template>

<!-- In Welsh where the table says so. -->
<xsl:template match="indicator" mode="piece">
  <span lang="{source/@lang}"><xsl:copy-of select="source/prose"/></span>
</xsl:template>

<xsl:template name="indicator-cell">
  <xsl:param name="of"/>
  <xsl:choose>
    <xsl:when test="value[@of = $of]"><fig expr="{value[@of = $of]/@expr}"/></xsl:when>
    <xsl:otherwise><word key="indicators-unknown"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="scoring">
  <word key="scoring-text"/>
  <table kind="normal" id="table-stars">
    <caption><word key="stars-table"/></caption>
    <col width="120" align="left"/>
    <col width="120" align="left"/>
    <col width="rest" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="stars-head"/></th>
        <th scope="column"><word key="judgement-head"/></th>
        <th scope="column"><word key="stars-score-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/band">
        <tr>
          <th scope="row">
            <xsl:call-template name="stars"><xsl:with-param name="n" select="@stars"/></xsl:call-template>
          </th>
          <td><xsl:copy-of select="title/prose"/></td>
          <td><xsl:call-template name="limits"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <word key="scoring-moderation"/>
  <xsl:call-template name="ratings"/>
</xsl:template>

<xsl:template name="limits">
  <xsl:variable name="better" select="preceding-sibling::band[1]"/>
  <xsl:choose>
    <xsl:when test="not($better)"><word key="limits-best"><with name="from"><fig expr="programme from {@id}"/></with></word></xsl:when>
    <xsl:when test="following-sibling::band">
      <word key="limits-between">
        <with name="from"><fig expr="programme from {@id}"/></with>
        <with name="to"><fig expr="programme to {@id}"/></with>
      </word>
    </xsl:when>
    <xsl:otherwise><word key="limits-worst"><with name="from"><fig expr="programme from {$better/@id}"/></with></word></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Score and rating of each theme here; where the two part, the reason. -->
<xsl:template name="ratings">
  <table kind="normal" id="table-ratings">
    <caption><word key="ratings-table"/></caption>
    <col width="140" align="left"/>
    <col width="66" align="right"/>
    <col width="84" align="left"/>
    <col width="rest" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="theme"/></th>
        <th scope="column"><word key="score"/></th>
        <th scope="column"><word key="judgement-head"/></th>
        <th scope="column"><word key="moderation-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/section">
        <xsl:variable name="reason" select="../../report/judgements/sections/entry[@key = current()/@id]/reason"/>
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose"/></th>
          <td>
            <xsl:choose>
              <xsl:when test="criterion"><fig expr="score {@id} %"/></xsl:when>
              <xsl:otherwise><word key="not-scored"/></xsl:otherwise>
            </xsl:choose>
          </td>
          <td><fig expr="judgement {@id}"/></td>
          <td>
            <xsl:choose>
              <xsl:when test="$reason"><xsl:copy-of select="$reason/prose"/></xsl:when>
              <xsl:otherwise><word key="not-moderated"/></xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template name="criteria">
  <word key="criteria-text"/>
  <xsl:for-each select="programme/section[criterion]">
    <heading level="2"><xsl:call-template name="theme-title"/></heading>
    <list kind="bullet">
      <xsl:for-each select="criterion">
        <item>
          <word key="criterion-line">
            <with name="title"><xsl:copy-of select="title/prose"/></with>
            <with name="text"><xsl:copy-of select="text/prose"/></with>
          </word>
        </item>
      </xsl:for-each>
    </list>
  </xsl:for-each>
  <word key="criteria-governance"/>
</xsl:template>

</xsl:stylesheet>
