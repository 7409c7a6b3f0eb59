<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="strengths">
  <heading level="3"><word key="strengths" count="{@count}"/></heading>
  <list kind="paren" ref-word="ref-strength">
    <xsl:for-each select="item"><item><xsl:copy-of select="prose"/></item></xsl:for-each>
  </list>
</xsl:template>
</xsl:stylesheet>
