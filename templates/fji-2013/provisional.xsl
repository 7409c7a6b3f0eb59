<?xml version="1.0" encoding="UTF-8"?>
<!-- Provisional findings of a Full Joint Inspection: the rating of each theme and what was
     found in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="press.xsl"/>
<xsl:import href="../house-2012/provisional.xsl"/>

<xsl:template name="provisional-points">
  <section id="provisional-points" ref-word="ref-provisional-points">
    <heading level="2"><word key="provisional-points"/></heading>
    <xsl:for-each select="report/themes/entry[summary]">
      <xsl:variable name="id" select="@key"/>
      <heading level="3"><xsl:copy-of select="/inspection/programme/section[@id = $id]/title/prose"/></heading>
      <xsl:copy-of select="summary/prose"/>
    </xsl:for-each>
  </section>
</xsl:template>

</xsl:stylesheet>
