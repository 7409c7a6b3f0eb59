<?xml version="1.0" encoding="UTF-8"?>
<!-- Lays out the elements that `show` names, in its order. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:variable name="kind" select="normalize-space(/inspection/report/kind)"/>

<xsl:template match="/inspection">
  <report kind="{normalize-space(report/as)}">
    <xsl:if test="normalize-space(report/as) = 'letter'"><xsl:attribute name="pages">1</xsl:attribute></xsl:if>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:if test="report/show/item[normalize-space(.) = 'cover']"><xsl:call-template name="cover"/></xsl:if>
    <xsl:if test="report/show/item[normalize-space(.) = 'letter']"><xsl:call-template name="letter"/></xsl:if>
    <section id="start" ref-number="1">
      <heading level="1"><word key="heading"/></heading>
      <xsl:for-each select="report/show/item">
        <xsl:apply-templates select="/inspection" mode="show">
          <xsl:with-param name="what" select="normalize-space(.)"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </section>
  </report>
</xsl:template>

<xsl:template match="inspection" mode="show">
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="$what = 'contents'"><toc depth="2"/></xsl:when>
    <xsl:when test="$what = 'filler'">
      <xsl:call-template name="filler">
        <xsl:with-param name="lines" select="number(normalize-space(report/filler))"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$what = 'text'"><xsl:copy-of select="report/text/prose"/></xsl:when>
    <xsl:when test="$what = 'list'">
      <list kind="{$kind}"><xsl:apply-templates select="report/items/item" mode="item"/></list>
    </xsl:when>
    <xsl:when test="$what = 'more'">
      <p role="lead-in"><word key="go-on"/></p>
      <list kind="{$kind}" start="continue"><xsl:apply-templates select="report/more/item" mode="item"/></list>
    </xsl:when>
    <xsl:when test="$what = 'paragraphs'">
      <paragraphs number="2"><xsl:apply-templates select="report/items/item" mode="item"/></paragraphs>
      <xsl:if test="report/more">
        <p role="lead-in"><word key="go-on"/></p>
        <paragraphs number="2" start="continue"><xsl:apply-templates select="report/more/item" mode="item"/></paragraphs>
      </xsl:if>
    </xsl:when>
    <xsl:when test="$what = 'table'"><xsl:call-template name="table"/></xsl:when>
    <xsl:when test="$what = 'box'">
      <box kind="{$kind}" story="{substring('yes', 1, 3 * ($kind = 'case'))}">
        <title><xsl:copy-of select="report/title/prose"/></title>
        <xsl:if test="$kind = 'case'"><aside><label><word key="aside"/></label></aside></xsl:if>
        <xsl:copy-of select="report/text/prose"/>
      </box>
    </xsl:when>
    <xsl:when test="$what = 'keep'"><keep><xsl:copy-of select="report/text/prose"/></keep></xsl:when>
    <xsl:when test="$what = 'scorebox'"><xsl:apply-templates select="programme/section[1]/criterion[1]" mode="box"/></xsl:when>
    <xsl:when test="$what = 'panel'"><xsl:apply-templates select="programme/headline[1]" mode="panel"/></xsl:when>
    <xsl:when test="$what = 'quotation'">
      <quotation>
        <xsl:copy-of select="report/text/prose"/>
        <by><xsl:copy-of select="report/by/prose"/></by>
      </quotation>
    </xsl:when>
    <xsl:when test="$what = 'parts'"><xsl:apply-templates select="report/parts/item" mode="part"/></xsl:when>
    <xsl:when test="$what = 'references'">
      <p>
        <word key="references">
          <with name="number"><ref target="table" form="number"/></with>
          <with name="page"><ref target="table" form="page"/></with>
        </word>
      </p>
    </xsl:when>
    <xsl:when test="$what = 'scores'"><xsl:call-template name="scores-chart"/></xsl:when>
    <xsl:when test="$what = 'sample'"><xsl:apply-templates select="programme/characteristic" mode="chart"/></xsl:when>
    <xsl:when test="$what = 'stacked'"><xsl:call-template name="stacked-chart"/></xsl:when>
    <xsl:when test="$what = 'columns'"><xsl:call-template name="columns-chart"/></xsl:when>
    <xsl:when test="$what = 'distribution'"><xsl:call-template name="distribution-chart"/></xsl:when>
    <xsl:when test="$what = 'points'"><xsl:call-template name="points-chart"/></xsl:when>
    <xsl:when test="$what = 'linked'"><xsl:call-template name="linked-chart"/></xsl:when>
    <xsl:when test="$what = 'national'"><xsl:call-template name="national-table"/></xsl:when>
    <xsl:when test="$what = 'signature'"><xsl:apply-templates select="report/signed"/></xsl:when>
    <xsl:when test="$what = 'people'"><xsl:apply-templates select="report/people"/></xsl:when>
    <xsl:when test="$what = 'glossary'"><xsl:call-template name="glossary"/></xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="letter">
  <letterhead>
    <name lang="en"><word key="cover-name"/></name>
    <name lang="cy"><word key="cover-name-other"/></name>
    <address><word key="address"/></address>
    <strap lang="en"><xsl:copy-of select="programme/title/prose"/></strap>
    <strap lang="cy"><word key="strap-other"/></strap>
  </letterhead>
  <table kind="letter">
    <col width="110" align="left"/>
    <col width="rest" align="left"/>
    <tbody>
      <xsl:for-each select="report/rows/item">
        <tr><th scope="row"><xsl:copy-of select="label/prose"/></th><td><xsl:copy-of select="first/prose"/></td></tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template name="filler">
  <xsl:param name="lines"/>
  <xsl:if test="$lines &gt; 0">
    <p><word key="filler"/></p>
    <xsl:call-template name="filler"><xsl:with-param name="lines" select="$lines - 1"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="item" mode="part">
  <section id="{normalize-space(id)}" break="{normalize-space(break)}">
    <heading level="2"><xsl:copy-of select="title/prose"/></heading>
    <xsl:copy-of select="text/prose"/>
  </section>
</xsl:template>

<!-- ==== tables ==== -->

<xsl:template name="table">
  <table kind="{$kind}" id="table">
    <caption><word key="table"/></caption>
    <col width="rest" align="left"/>
    <col width="60" align="right"/>
    <col width="60" align="right"/>
    <thead>
      <tr>
        <th scope="column" rowspan="2"><word key="item-head"/></th>
        <th scope="column" colspan="2"><word key="cases-both"/></th>
      </tr>
      <tr>
        <th scope="column"><word key="first-head"/></th>
        <th scope="column"><word key="second-head"/></th>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="report/rows/item" mode="row"/></tbody>
  </table>
</xsl:template>

<xsl:template match="item" mode="row">
  <tr role="{normalize-space(total)}">
    <th scope="row"><xsl:copy-of select="label/prose"/></th>
    <td><xsl:copy-of select="first/prose"/></td>
    <td><xsl:copy-of select="second/prose"/></td>
  </tr>
</xsl:template>

<xsl:template match="item[not(first)]" mode="row">
  <tr role="group"><th scope="row" colspan="3"><xsl:copy-of select="label/prose"/></th></tr>
</xsl:template>

<!-- ==== scores ==== -->

<xsl:template match="criterion" mode="box">
  <scorebox>
    <label><word key="score"/></label>
    <value><fig expr="score {@id}"/></value>
    <heading level="2" number="{@id}"><xsl:copy-of select="title/prose"/></heading>
    <p><xsl:copy-of select="text/prose"/></p>
    <comment>
      <word key="comment-line">
        <with name="comment">
          <xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template>
        </with>
      </word>
    </comment>
  </scorebox>
</xsl:template>

<xsl:template match="headline" mode="panel">
  <panel id="{@id}">
    <value><fig expr="score {@id}"/></value>
    <comment><xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template></comment>
    <heading level="2"><xsl:copy-of select="title/prose"/></heading>
    <p><xsl:copy-of select="text/prose"/></p>
    <meaning>
      <word key="meaning"><with name="score"><strong><fig expr="score {@id}"/></strong></with></word>
    </meaning>
  </panel>
</xsl:template>

<!-- ==== charts ==== -->

<xsl:template name="scores-chart">
  <chart kind="scores" id="chart-scores">
    <caption><word key="chart-scores"/></caption>
    <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
    <legend>
      <title><word key="legend"/></title>
      <xsl:for-each select="programme/band">
        <entry of="judgement {@id}"><xsl:copy-of select="title/prose"/></entry>
      </xsl:for-each>
    </legend>
    <xsl:for-each select="programme/section">
      <group of="score {@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <value><fig expr="score {@id}"/></value>
        <xsl:for-each select="criterion">
          <bar of="score {@id}" number="{@id}">
            <label><xsl:copy-of select="title/prose"/></label>
            <remark><fig expr="judgement {@id}"/></remark>
          </bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template name="stacked-chart">
  <chart kind="stacked" id="chart-stacked" of="cases">
    <caption><word key="chart-stacked"/></caption>
    <measure><word key="chart-measure"/></measure>
    <alt><word key="chart-alt"><with name="what"><word key="chart-stacked"/></with></word></alt>
    <legend>
      <entry fill="solid"><word key="sufficient"/></entry>
      <entry fill="short"><word key="not-sufficient"/></entry>
    </legend>
    <xsl:for-each select="programme/section/criterion/question">
      <xsl:sort select="@percent" data-type="number" order="descending"/>
      <bar of="{@name}" number="{@code}"><label><xsl:copy-of select="text/prose"/></label></bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- Those of each section are a group. -->
<xsl:template name="columns-chart">
  <chart kind="columns" id="chart-columns">
    <caption><word key="chart-stacked"/></caption>
    <alt><word key="chart-alt"><with name="what"><word key="chart-stacked"/></with></word></alt>
    <xsl:for-each select="programme/section">
      <group fill="{substring('solidshort', 1 + 5 * (position() = 2), 5)}">
        <label><xsl:copy-of select="title/prose"/></label>
        <xsl:for-each select="criterion/question">
          <bar of="{@name}"><label><xsl:copy-of select="text/prose"/></label></bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template name="distribution-chart">
  <chart kind="distribution" id="chart-distribution">
    <caption><word key="chart-scores"/></caption>
    <measure><word key="chart-measure"/></measure>
    <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
    <label><word key="area-name"/></label>
    <value><word key="average"/></value>
    <xsl:call-template name="zones"/>
    <xsl:for-each select="programme/headline">
      <bar of="score {@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <remark><xsl:copy-of select="subtitle/prose"/></remark>
        <comment><xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template></comment>
      </bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template name="points-chart">
  <chart kind="points" id="chart-points">
    <caption><word key="chart-scores"/></caption>
    <measure><sign of="judgement minimum"/><word key="chart-measure"/></measure>
    <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
    <xsl:call-template name="zones"/>
    <xsl:for-each select="programme/section/criterion">
      <xsl:sort select="@percent" data-type="number" order="descending"/>
      <bar of="score {@id}" number="{@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <remark><pagenum target="start"/></remark>
      </bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- A percentage only where the parts have one. -->
<xsl:template name="linked-chart">
  <chart kind="linked" id="chart-linked">
    <caption><word key="chart-scores"/></caption>
    <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
    <legend>
      <xsl:for-each select="compared/value">
        <entry fill="{normalize-space(substring('solid     hatch-up  hatch-down', 10 * position() - 9, 10))}"><xsl:copy-of select="title/prose"/></entry>
      </xsl:for-each>
    </legend>
    <xsl:for-each select="programme/section/criterion">
      <xsl:variable name="id" select="@id"/>
      <group>
        <label><xsl:copy-of select="title/prose"/></label>
        <xsl:for-each select="/inspection/compared/value">
          <bar of="score {$id} where {@where}" number="{$id}"><label><xsl:copy-of select="title/prose"/></label></bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template name="zones">
  <legend>
    <title><word key="legend"/></title>
    <xsl:for-each select="programme/band">
      <entry of="judgement {@id}"><xsl:copy-of select="title/prose"/></entry>
    </xsl:for-each>
    <entry><word key="zone-rest"/></entry>
  </legend>
</xsl:template>

</xsl:stylesheet>
