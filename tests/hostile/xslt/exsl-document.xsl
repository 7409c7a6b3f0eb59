<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <exsl:document href="/tmp/x"><p/></exsl:document>
  </section></report>
</xsl:template>
</xsl:stylesheet>
