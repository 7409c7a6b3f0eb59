<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><subject><word key="title"/></subject><keywords><word key="title"/></keywords><foot><word key="title"/></foot><section>
    <p id="here"><ref target="heer"/></p>
  </section></report>
</xsl:template>
</xsl:stylesheet>
