<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice: overall rating and those of the domains. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/press.xsl"/>

<xsl:template name="press-scores">
  <xsl:call-template name="press-table">
    <xsl:with-param name="of" select="programme/overall | programme/domain"/>
    <xsl:with-param name="lead" select="'press-ratings'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="domain | overall" mode="press-head">
  <th scope="column"><word key="press-rated"/></th>
  <th scope="column"><word key="rating"/></th>
</xsl:template>

<xsl:template match="domain | overall" mode="press">
  <td><fig expr="judgement {@id}"/></td>
</xsl:template>

</xsl:stylesheet>
