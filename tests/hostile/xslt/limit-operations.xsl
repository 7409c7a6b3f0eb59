<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template name="t"><xsl:param name="n"/><xsl:if test="$n &gt; 0"><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template><xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:call-template name="t"><xsl:with-param name="n" select="60"/></xsl:call-template>
  </section></report>
</xsl:template>
</xsl:stylesheet>
