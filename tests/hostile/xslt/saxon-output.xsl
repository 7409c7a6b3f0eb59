<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:saxon="http://icl.com/saxon" extension-element-prefixes="saxon">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <saxon:output file="/tmp/x"><p/></saxon:output>
  </section></report>
</xsl:template>
</xsl:stylesheet>
