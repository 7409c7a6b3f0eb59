<?xml version="1.0" encoding="UTF-8"?>
<!-- Five years of a council's services: cover, foreword, facts, a chapter for each service with its
     chart, all figures on a page that lies on its side, glossary. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <section id="contents" break="page" toc="no">
      <heading level="1"><word key="contents"/></heading>
      <toc depth="1"/>
    </section>
    <section id="foreword" break="page" toc="yes">
      <heading level="1"><word key="foreword-by"/></heading>
      <xsl:copy-of select="report/foreword/prose"/>
      <xsl:apply-templates select="report/signed"/>
    </section>
    <section id="summary" break="page" toc="yes">
      <heading level="1"><word key="summary"/></heading>
      <xsl:copy-of select="report/summary/prose"/>
      <figure id="hall" picture="hall" width="400">
        <caption><word key="hall-caption"/></caption>
      </figure>
    </section>
    <section id="facts" toc="yes">
      <keep>
        <heading level="1"><word key="facts"/></heading>
        <xsl:apply-templates select="report/facts/item"/>
      </keep>
    </section>
    <xsl:apply-templates select="programme/section"/>
    <section id="year-by-year" toc="yes">
      <wide>
        <heading level="1"><word key="figures"/></heading>
        <xsl:call-template name="figures"/>
      </wide>
    </section>
    <xsl:if test="report/people/item">
      <section id="people" toc="yes">
        <heading level="1"><word key="people"/></heading>
        <xsl:apply-templates select="report/people"/>
      </section>
    </xsl:if>
    <section id="terms" toc="yes">
      <heading level="1"><word key="glossary"/></heading>
      <xsl:call-template name="glossary"/>
    </section>
    <xsl:call-template name="publication"/>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<xsl:template name="cover-logos"><logo picture="crest"/></xsl:template>

<!-- A service: what is said of it, then the chart of its name. -->
<xsl:template match="section">
  <section id="{@id}" toc="yes">
    <heading level="1"><xsl:copy-of select="title/prose"/></heading>
    <xsl:variable name="id" select="@id"/>
    <xsl:copy-of select="/inspection/report/chapters/entry[@key = $id]/prose"/>
    <series of="{@id}"/>
  </section>
</xsl:template>

<!-- A row for each measure: five years, then target, region and nation in the newest. -->
<xsl:template name="figures">
  <table kind="dense" id="figures">
    <caption><word key="figures-table"/></caption>
    <col width="rest" align="left"/>
    <xsl:for-each select="indicators/indicator[@name = 'recycled']"><col width="60" align="right"/></xsl:for-each>
    <col width="60" align="right"/>
    <col width="60" align="right"/>
    <col width="60" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="figures-of"/></th>
        <xsl:for-each select="indicators/indicator[@name = 'recycled']"><th scope="column"><xsl:copy-of select="when/prose"/></th></xsl:for-each>
        <th scope="column"><word key="series-target"/></th>
        <th scope="column"><word key="series-region"/></th>
        <th scope="column"><word key="series-nation"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="indicators/indicator[@newest]">
        <xsl:variable name="name" select="@name"/>
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose"/></th>
          <xsl:for-each select="../indicator[@name = $name]"><td><fig expr="{value[@of = 'area']/@expr}"/></td></xsl:for-each>
          <td><xsl:apply-templates select="value[@of = 'target']"/></td>
          <td><xsl:apply-templates select="value[@of = 'region']"/></td>
          <td><xsl:apply-templates select="value[@of = 'nation']"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="indicator/value"><fig expr="{@expr}"/></xsl:template>

</xsl:stylesheet>
