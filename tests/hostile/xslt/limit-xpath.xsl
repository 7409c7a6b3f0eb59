<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:if test="count(//*[count(//*[count(//*[count(//*[count(//*[count(//*) &gt; 1]) &gt; 1]) &gt; 1]) &gt; 1]) &gt; 1]) &gt; 1"><p/></xsl:if>
  </section></report>
</xsl:template>
</xsl:stylesheet>
