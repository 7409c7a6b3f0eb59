<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:copy-of select="exsl:node-set(/)"/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
