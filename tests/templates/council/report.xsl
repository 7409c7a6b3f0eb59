<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen with charts that programme.yaml declares. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="inspection" mode="show">
  <xsl:param name="what"/>
  <xsl:choose>
    <xsl:when test="$what = 'text'"><xsl:copy-of select="report/text/prose"/></xsl:when>
    <xsl:when test="$what = 'wide'"><wide><xsl:call-template name="nine"/></wide></xsl:when>
    <xsl:when test="$what = 'ratings'"><xsl:call-template name="ratings"/></xsl:when>
    <xsl:when test="$what = 'list'"><list kind="paren-roman"><xsl:apply-templates select="report/items/item" mode="item"/></list></xsl:when>
    <xsl:otherwise><series of="{$what}"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A rating a row: its sign, its word, a tint behind them. -->
<xsl:template name="ratings">
  <table kind="normal" id="table-ratings">
    <caption><word key="table"/></caption>
    <col width="rest"/>
    <col width="140"/>
    <thead>
      <tr>
        <th scope="column"><word key="item-head"/></th>
        <th scope="column"><word key="first-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/section/criterion">
        <xsl:variable name="is" select="/inspection/judgement[@of = current()/@id]/@is"/>
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose"/></th>
          <td tint="{substring('tint zone deep', 1 + 5 * ($is = 'moderate'), 4)}"><sign of="judgement {$is}"/><xsl:copy-of select="/inspection/programme/band[@id = $is]/title/prose"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Nine columns, more than an upright page has room for. -->
<xsl:template name="nine">
  <table kind="dense" id="table-wide">
    <caption><word key="table"/></caption>
    <col width="rest"/>
    <xsl:for-each select="report/wide[1]/item[1]/cells/item"><col width="62" align="right"/></xsl:for-each>
    <thead>
      <tr>
        <th scope="column"><word key="item-head"/></th>
        <xsl:for-each select="report/wide[1]/item[1]/cells/item"><th scope="column"><xsl:copy-of select="prose"/></th></xsl:for-each>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="report/wide/item[position() > 1]">
        <tr>
          <th scope="row"><xsl:copy-of select="label/prose"/></th>
          <xsl:for-each select="cells/item"><td><xsl:copy-of select="prose"/></td></xsl:for-each>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>
</xsl:stylesheet>
