<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen's chart of the sample, of sums instead. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="characteristic" mode="chart">
  <chart kind="sample" id="chart-{@name}">
    <caption><xsl:copy-of select="title/prose"/></caption>
    <alt><word key="chart-alt"><with name="what"><xsl:copy-of select="title/prose"/></with></word></alt>
    <bar of="contacts"><label><xsl:copy-of select="title/prose"/></label></bar>
    <bar of="visits"><label><xsl:copy-of select="title/prose"/></label></bar>
  </chart>
</xsl:template>

<xsl:template name="stacked-chart">
  <chart kind="stacked" id="stacked">
    <caption><xsl:copy-of select="programme/title/prose"/></caption>
    <alt><xsl:copy-of select="programme/title/prose"/></alt>
    <group><label><xsl:copy-of select="programme/title/prose"/></label>
      <bar of="contacts"><label><xsl:copy-of select="programme/title/prose"/></label></bar></group>
  </chart>
</xsl:template>
</xsl:stylesheet>
