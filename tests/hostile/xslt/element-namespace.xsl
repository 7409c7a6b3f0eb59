<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:svg="http://www.w3.org/2000/svg">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <svg:svg/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
