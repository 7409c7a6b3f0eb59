<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="x">Written here</xsl:variable>
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <p><xsl:copy-of select="$x"/></p>
  </section></report>
</xsl:template>
</xsl:stylesheet>
