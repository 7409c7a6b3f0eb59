<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:x="org.apache.xalan.xslt.extensions.Redirect" extension-element-prefixes="x">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <x:write file="/tmp/x"><p/></x:write>
  </section></report>
</xsl:template>
</xsl:stylesheet>
