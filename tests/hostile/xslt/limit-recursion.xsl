<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template name="t"><xsl:call-template name="t"/></xsl:template>
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:call-template name="t"/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
