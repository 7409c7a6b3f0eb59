<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="title"/></subject>
    <keywords><word key="title"/></keywords>
    <foot><word key="title"/></foot>
    <section>
      <heading level="1"><xsl:copy-of select="report/title/prose"/></heading>
      <box kind="evidence">
        <label><word key="score"/></label>
        <value><fig expr="score 1.1"/></value>
        <heading level="2"><xsl:copy-of select="report/title/prose"/></heading>
        <xsl:copy-of select="report/text/prose"/>
        <comment><xsl:copy-of select="report/title/prose"/></comment>
      </box>
      <xsl:if test="report/kind"><box kind="evidense"><xsl:copy-of select="report/text/prose"/></box></xsl:if>
    </section>
  </report>
</xsl:template>
</xsl:stylesheet>
