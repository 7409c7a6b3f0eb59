<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice of a Core Case Inspection: with the headline scores. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/press.xsl"/>

<xsl:template name="press-scores">
  <xsl:call-template name="press-list">
    <xsl:with-param name="of" select="programme/headline"/>
    <xsl:with-param name="lead" select="'press-scores'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="headline" mode="press">
  <word key="press-scored">
    <with name="score"><strong><fig expr="score {@id}"/></strong></with>
    <with name="comment">
      <xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template>
    </with>
  </word>
</xsl:template>

</xsl:stylesheet>
