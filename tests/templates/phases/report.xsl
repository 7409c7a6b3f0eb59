<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen's charts, of each phase of a question and of its reasons. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template name="stacked-chart">
  <chart kind="stacked" id="chart-stacked">
    <caption><word key="chart-stacked"/></caption>
    <alt><word key="chart-alt"><with name="what"><word key="chart-stacked"/></with></word></alt>
    <legend>
      <entry fill="solid"><word key="sufficient"/></entry>
      <entry fill="short"><word key="not-sufficient"/></entry>
    </legend>
    <xsl:for-each select="programme//criterion/question/phase">
      <bar of="{../@name} where {@name}"><label><xsl:copy-of select="/inspection/programme/part[@name = current()/@name]/title/prose"/></label></bar>
    </xsl:for-each>
  </chart>
  <chart kind="sample" id="chart-reasons">
    <caption><xsl:copy-of select="programme//question[reason]/text/prose"/></caption>
    <alt><word key="chart-alt"><with name="what"><xsl:copy-of select="programme//question[reason]/text/prose"/></with></word></alt>
    <xsl:for-each select="programme//question/reason">
      <bar of="{../@name} not because {@name}"><label><xsl:copy-of select="title/prose"/></label></bar>
    </xsl:for-each>
  </chart>
</xsl:template>
</xsl:stylesheet>
