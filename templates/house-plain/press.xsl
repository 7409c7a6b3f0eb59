<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice: a page with what was found, from the record `press`.  A
     family whose scores belong in it says which in the template "press-scores". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report kind="letter" pages="1">
    <title><word key="press-document"/></title>
    <subject><word key="press-subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="press-document"/></foot>
    <xsl:call-template name="letterhead"/>
    <section id="press" ref-word="ref-press">
      <heading level="1"><xsl:copy-of select="report/press/title/prose"/></heading>
      <p role="side"><word key="press-date-{@stage}"/></p>
      <xsl:copy-of select="report/press/intro/prose"/>
      <p role="lead-in"><word key="press-findings"/></p>
      <list kind="bullet"><xsl:apply-templates select="report/press/findings/item" mode="item"/></list>
      <xsl:call-template name="press-scores"/>
      <xsl:apply-templates select="report/press/quotation"/>
      <xsl:apply-templates select="report/press/notes"/>
    </section>
  </report>
</xsl:template>

<xsl:template name="press-scores"/>

<!-- The scores, a row each, whose cells are as mode "press" writes them; `columns` of them. -->
<xsl:template name="press-table">
  <xsl:param name="of"/>
  <xsl:param name="lead"/>
  <xsl:param name="columns" select="1"/>
  <table kind="dense" id="press-table">
    <caption><word key="{$lead}"/></caption>
    <col width="{210 - 40 * ($columns = 2)}" align="left"/>
    <xsl:if test="$columns = 2"><col width="48" align="right"/></xsl:if>
    <col width="rest" align="left"/>
    <thead><tr><xsl:apply-templates select="$of[1]" mode="press-head"/></tr></thead>
    <tbody>
      <xsl:for-each select="$of">
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose"/></th>
          <xsl:apply-templates select="." mode="press"/>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="press/quotation">
  <quotation>
    <p><xsl:copy-of select="text/prose"/></p>
    <by><xsl:copy-of select="by/prose"/></by>
  </quotation>
</xsl:template>

<!-- The family's own notes, those of this report, whom to call. -->
<xsl:template match="press/notes">
  <section id="press-notes" ref-word="ref-press-notes">
    <heading level="2"><word key="press-notes"/></heading>
    <list kind="dot">
      <item><word key="press-note-programme"/></item>
      <item><word key="press-note-visit"/></item>
      <xsl:apply-templates select="item" mode="item"/>
      <xsl:apply-templates select="../contact"/>
    </list>
  </section>
</xsl:template>

<xsl:template match="press/contact">
  <item>
    <word key="press-contact">
      <with name="name"><xsl:copy-of select="name/prose"/></with>
      <with name="phone"><xsl:copy-of select="phone/prose"/></with>
      <with name="email">
        <link href="mailto:{normalize-space(email)}"><xsl:copy-of select="email/prose"/></link>
      </with>
    </word>
  </item>
</xsl:template>

</xsl:stylesheet>
