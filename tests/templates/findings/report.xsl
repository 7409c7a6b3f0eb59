<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen with the way to its criteria. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot kind="section"><word key="foot"/></foot>
    <section id="start" ref-number="1">
      <heading level="1" number="1.">
        <word key="heading"/>
        <aside kind="over">
          <label><xsl:copy-of select="programme/section[1]/title/prose"/></label>
          <value><fig expr="score 1"/></value>
        </aside>
      </heading>
      <xsl:if test="report/show/item[normalize-space(.) = 'ribbon']"><xsl:call-template name="ribbon"/></xsl:if>
      <xsl:for-each select="report/show/item">
        <xsl:apply-templates select="/inspection" mode="show">
          <xsl:with-param name="what" select="normalize-space(.)"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </section>
  </report>
</xsl:template>

<xsl:template name="ribbon">
  <ribbon>
    <xsl:for-each select="programme/section/criterion">
      <tab target="{@id}" number="{@id}" own="{substring('yes', 1 + 3 * (../@id != 1))}" group="{substring('yes', 1 + 3 * boolean(preceding-sibling::criterion))}">
        <label><xsl:copy-of select="title/prose"/></label>
        <value><fig expr="score {@id}"/></value>
      </tab>
    </xsl:for-each>
  </ribbon>
</xsl:template>
</xsl:stylesheet>
