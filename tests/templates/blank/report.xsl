<?xml version="1.0" encoding="UTF-8"?>
<!-- No block at all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
  </report>
</xsl:template>

</xsl:stylesheet>
