<?xml version="1.0" encoding="UTF-8"?>
<!-- Provisional findings of a Core Case Inspection: the headline scores, and of each criterion
     the verdict or, where there is none yet, the first of either list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="press.xsl"/>
<xsl:import href="../house-2012/provisional.xsl"/>

<xsl:template name="provisional-points">
  <xsl:for-each select="programme/section">
    <xsl:variable name="findings" select="/inspection/report/findings/entry[@key = current()/criterion/@id][verdict or */item]"/>
    <xsl:if test="$findings">
      <section id="provisional-{@id}" ref-number="{@id}">
        <heading level="2"><xsl:copy-of select="title/prose"/></heading>
        <list kind="bullet"><xsl:apply-templates select="$findings" mode="point"/></list>
      </section>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<xsl:template match="entry[verdict]" mode="point">
  <item><xsl:copy-of select="verdict/prose"/></item>
</xsl:template>

<xsl:template match="entry" mode="point">
  <xsl:apply-templates select="strengths/item[1] | improvements/item[1]" mode="item"/>
</xsl:template>

</xsl:stylesheet>
