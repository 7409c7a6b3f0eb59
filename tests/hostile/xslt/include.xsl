<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:include href="../house-tiny/common.xsl"/>
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <p/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
