<?xml version="1.0" encoding="UTF-8"?>
<!-- The letter that reports a Short Quality Screening. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:template match="/inspection">
  <report kind="letter">
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:call-template name="letterhead"/>
    <xsl:call-template name="parties"/>
    <section id="letter" ref-word="ref-letter">
      <heading level="1"><word key="letter-title"/></heading>
      <xsl:call-template name="corrections"/>
      <word key="opening"/>
      <xsl:call-template name="context"/>
      <xsl:call-template name="summary"/>
      <xsl:call-template name="commentary"/>
      <xsl:call-template name="management"/>
      <xsl:call-template name="strengths"/>
      <xsl:call-template name="improvements"/>
      <xsl:call-template name="closing"/>
    </section>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<!-- ==== who writes to whom ==== -->

<xsl:template name="parties">
  <table kind="letter">
    <col width="110" align="left"/>
    <col width="rest" align="left"/>
    <tbody>
      <tr><th scope="row"><word key="letter-to"/></th><td><xsl:copy-of select="report/to/prose"/></td></tr>
      <tr><th scope="row"><word key="letter-copy"/></th><td><word key="letter-copy-see"/></td></tr>
      <tr><th scope="row"><word key="letter-from"/></th><td><xsl:copy-of select="report/from/prose"/></td></tr>
      <tr><th scope="row"><word key="letter-date"/></th><td><word key="letter-published"/></td></tr>
    </tbody>
  </table>
</xsl:template>

<!-- ==== what was found ==== -->

<xsl:template name="context">
  <section id="context" ref-word="ref-context">
    <heading level="2"><word key="context"/></heading>
    <word key="context-text"/>
    <xsl:copy-of select="report/context/prose"/>
  </section>
</xsl:template>

<xsl:template name="summary">
  <section id="summary" ref-word="ref-summary">
    <heading level="2"><word key="summary"/></heading>
    <xsl:copy-of select="report/summary/prose"/>
  </section>
</xsl:template>

<xsl:template name="commentary">
  <section id="commentary">
    <heading level="2"><word key="commentary"/></heading>
    <xsl:apply-templates select="programme/section"/>
  </section>
</xsl:template>

<!-- A theme: its paragraphs are numbered with it. -->
<xsl:template match="programme/section">
  <xsl:variable name="id" select="@id"/>
  <section id="theme-{@id}" ref-number="{@id}">
    <heading level="3" number="{@id}."><xsl:copy-of select="title/prose"/></heading>
    <xsl:choose>
      <xsl:when test="/inspection/report/findings/entry[@key = $id]/@nothing"><p><word key="nothing-reported"/></p></xsl:when>
      <xsl:otherwise>
        <paragraphs number="{@id}">
          <xsl:apply-templates select="/inspection/report/findings/entry[@key = $id]/item" mode="item"/>
        </paragraphs>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template name="management">
  <section id="management" ref-word="ref-management">
    <heading level="2"><word key="management"/></heading>
    <xsl:copy-of select="report/management/prose"/>
  </section>
</xsl:template>

<!-- ==== what is best, what has to improve ==== -->

<xsl:template name="strengths">
  <section id="strengths" ref-word="ref-strengths">
    <heading level="2"><word key="key-strengths"/></heading>
    <p><word key="key-strengths-lead"/></p>
    <list kind="bullet">
      <xsl:apply-templates select="report/strengths/item" mode="item"/>
    </list>
  </section>
</xsl:template>

<!-- Heading, lead-in and last sentence agree with how many there are. -->
<xsl:template name="improvements">
  <xsl:variable name="count" select="count(report/improvements/item)"/>
  <section id="improvements" ref-word="ref-improvements">
    <heading level="2"><word key="requiring-improvement" count="{$count}"/></heading>
    <p><word key="requiring-improvement-lead" count="{$count}"/></p>
    <list kind="roman">
      <xsl:apply-templates select="report/improvements/item" mode="item"/>
    </list>
    <p><word key="requiring-improvement-next" count="{$count}"/></p>
  </section>
</xsl:template>

<!-- ==== thanks, contact, copies ==== -->

<xsl:template name="closing">
  <section id="closing" ref-word="ref-closing">
    <heading level="2"><word key="closing"/></heading>
    <word key="closing-thanks"/>
    <p>
      <word>
        <xsl:attribute name="key">
          <xsl:value-of select="concat('closing-contact', substring('-phone', 1, 6 * count(report/contact/phone)))"/>
        </xsl:attribute>
        <with name="email">
          <link href="mailto:{normalize-space(report/contact/email)}"><xsl:copy-of select="report/contact/email/prose"/></link>
        </with>
      </word>
    </p>
  </section>
  <section id="copies" ref-word="ref-copies">
    <heading level="2"><word key="copies"/></heading>
    <list kind="bullet">
      <xsl:apply-templates select="report/copies/item" mode="item"/>
    </list>
    <p role="side"><word key="print-out"/></p>
  </section>
</xsl:template>

</xsl:stylesheet>
