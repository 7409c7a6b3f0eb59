<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:copy-of select="house:name"/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
