<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice of a Core Case Inspection: with the headline scores. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/press.xsl"/>

<xsl:template name="press-scores">
  <xsl:call-template name="press-table">
    <xsl:with-param name="of" select="programme/headline"/>
    <xsl:with-param name="lead" select="'press-scores'"/>
    <xsl:with-param name="columns" select="2"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="headline" mode="press-head">
  <th scope="column"><word key="national-headline"/></th>
  <th scope="column"><word key="score"/></th>
  <th scope="column"><word key="comment-head"/></th>
</xsl:template>

<xsl:template match="headline" mode="press">
  <td><strong><fig expr="score {@id}"/></strong></td>
  <td><xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template></td>
</xsl:template>

</xsl:stylesheet>
