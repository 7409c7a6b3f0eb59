<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice of a Full Joint Inspection: with the rating of each theme. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/press.xsl"/>

<xsl:template name="press-scores">
  <xsl:call-template name="press-table">
    <xsl:with-param name="of" select="programme/section"/>
    <xsl:with-param name="lead" select="'press-ratings'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="section" mode="press-head">
  <th scope="column"><word key="theme"/></th>
  <th scope="column"><word key="judgement-head"/></th>
</xsl:template>

<xsl:template match="section" mode="press">
  <td><strong><fig expr="judgement {@id}"/></strong></td>
</xsl:template>

</xsl:stylesheet>
