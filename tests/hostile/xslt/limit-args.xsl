<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template name="t">
  <xsl:param name="n"/>
  <xsl:choose>
    <xsl:when test="$n = 0"><word key="author"/></xsl:when>
    <xsl:otherwise>
      <word key="twice">
        <with name="what"><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="/">
  <report><section><p><xsl:call-template name="t"><xsl:with-param name="n" select="40"/></xsl:call-template></p></section></report>
</xsl:template>
</xsl:stylesheet>
