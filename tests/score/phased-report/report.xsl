<?xml version="1.0" encoding="UTF-8"?>
<!-- Prints the text, in which all marks stand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/inspection">
  <report>
    <title><xsl:copy-of select="programme/title/prose"/></title>
    <section id="start">
      <heading level="1"><xsl:copy-of select="programme/title/prose"/></heading>
      <xsl:copy-of select="report/text/prose"/>
    </section>
  </report>
</xsl:template>
</xsl:stylesheet>
