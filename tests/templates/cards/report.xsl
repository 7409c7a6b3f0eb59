<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen with its rows as cards: a figure over what it counts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="inspection" mode="show">
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="$what = 'text'"><xsl:copy-of select="report/text/prose"/></xsl:when>
    <xsl:otherwise><xsl:apply-templates select="report/rows/item" mode="card"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="rows/item" mode="card">
  <box kind="fact">
    <value><xsl:copy-of select="first/prose"/></value>
    <p><xsl:copy-of select="label/prose"/></p>
  </box>
</xsl:template>
</xsl:stylesheet>
