<?xml version="1.0" encoding="UTF-8"?>
<!-- A fault for each word of `show`. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="inspection" mode="show">
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="$what = 'text'"><xsl:copy-of select="report/text/prose"/></xsl:when>
    <xsl:when test="$what = 'skipped'"><heading level="3"><word key="heading"/></heading></xsl:when>
    <xsl:when test="$what = 'empty'"><heading level="2"><xsl:copy-of select="report/title/prose"/></heading></xsl:when>
    <xsl:when test="$what = 'no-alt'">
      <figure src="{normalize-space(report/image)}"><caption><word key="heading"/></caption></figure>
    </xsl:when>
    <xsl:when test="$what = 'pictures'">
      <xsl:for-each select="report/alts/item">
        <figure src="{normalize-space(/inspection/report/image)}">
          <alt><xsl:copy-of select="prose"/></alt>
          <caption><xsl:copy-of select="/inspection/report/title/prose"/></caption>
        </figure>
      </xsl:for-each>
    </xsl:when>
    <xsl:when test="$what = 'story'">
      <box kind="case" story="yes"><title><word key="heading"/></title><xsl:copy-of select="report/story/prose"/></box>
    </xsl:when>
    <xsl:when test="$what = 'rows'">
      <table kind="normal">
        <caption><word key="table"/></caption>
        <col width="60" align="left"/>
        <col width="rest" align="left"/>
        <tbody>
          <tr><td><word key="heading"/></td><td><word key="heading"/></td></tr>
          <tr><td><word key="heading"/></td></tr>
        </tbody>
      </table>
    </xsl:when>
    <xsl:when test="$what = 'lists'">
      <list kind="paren" ref-word="ref-strength"><xsl:apply-templates select="report/items/item" mode="item"/></list>
      <list kind="paren" ref-word="ref-improvement"><xsl:apply-templates select="report/more/item" mode="item"/></list>
    </xsl:when>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
