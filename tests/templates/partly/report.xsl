<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../thematic/report.xsl"/>

<xsl:template match="section">
  <section id="{@id}" toc="yes">
    <heading level="1" number="{@id}."><xsl:copy-of select="title/prose"/></heading>
    <xsl:variable name="found" select="/inspection/report/findings/entry[@key = current()/@id]"/>
    <xsl:choose>
      <xsl:when test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:when>
      <xsl:otherwise><list kind="bullet"><xsl:apply-templates select="$found/item" mode="item"/></list></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="criterion[1]">
      <p><fig expr="score {@id}"/></p>
    </xsl:for-each>
  </section>
</xsl:template>

<xsl:template match="criterion" mode="rows">
  <p><word key="lost"/></p>
</xsl:template>
</xsl:stylesheet>
