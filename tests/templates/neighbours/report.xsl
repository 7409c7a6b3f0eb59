<?xml version="1.0" encoding="UTF-8"?>
<!-- Each kind by itself, then before each that comes behind it in the list: so every pair
     stands there once, in either order. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:variable name="kinds" select="/inspection/report/show/item"/>
<xsl:variable name="one" select="/inspection/report/first/prose"/>
<xsl:variable name="two" select="/inspection/report/second/prose"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <section id="start" ref-number="1">
      <heading level="1"><word key="heading"/></heading>
      <xsl:for-each select="$kinds">
        <xsl:variable name="before" select="."/>
        <xsl:variable name="row" select="position()"/>
        <xsl:apply-templates select="." mode="block"><xsl:with-param name="place" select="concat($row, '.0')"/></xsl:apply-templates>
        <xsl:for-each select="following-sibling::item">
          <xsl:apply-templates select="$before" mode="block"><xsl:with-param name="place" select="concat($row, '.', 2 * position() - 1)"/></xsl:apply-templates>
          <xsl:apply-templates select="." mode="block"><xsl:with-param name="place" select="concat($row, '.', 2 * position())"/></xsl:apply-templates>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:apply-templates select="$kinds[1]" mode="block"/>
    </section>
  </report>
</xsl:template>

<xsl:template match="item" mode="block">
  <xsl:param name="place"/>
  <xsl:variable name="kind" select="normalize-space(.)"/>
  <xsl:choose>
    <xsl:when test="$kind = 'p'"><xsl:copy-of select="$one"/></xsl:when>
    <xsl:when test="$kind = 'heading'"><heading level="2" bar="blue"><xsl:copy-of select="$two"/></heading></xsl:when>
    <xsl:when test="$kind = 'list'"><list kind="paren"><item><xsl:copy-of select="$two"/></item></list></xsl:when>
    <xsl:when test="$kind = 'paragraphs'"><paragraphs number="1"><item><xsl:copy-of select="$two"/></item></paragraphs></xsl:when>
    <xsl:when test="$kind = 'keep'"><keep><xsl:copy-of select="$one"/></keep></xsl:when>
    <xsl:when test="$kind = 'stars'"><stars n="1" of="2"><word key="stars"/></stars></xsl:when>
    <xsl:when test="$kind = 'table'">
      <table kind="normal">
        <caption><xsl:copy-of select="$two"/></caption>
        <col width="60" align="left"/>
        <col width="rest" align="right"/>
        <tbody><tr><th scope="row"><word key="row"/></th><td><xsl:copy-of select="$two"/></td></tr></tbody>
      </table>
    </xsl:when>
    <xsl:when test="$kind = 'scorebox'">
      <scorebox>
        <label><word key="row"/></label>
        <value><fig expr="score 1.1"/></value>
        <heading level="2"><xsl:copy-of select="$two"/></heading>
        <xsl:copy-of select="$one"/>
      </scorebox>
    </xsl:when>
    <xsl:when test="$kind = 'panel'">
      <panel>
        <value><fig expr="score 1.1"/></value>
        <comment><word key="row"/></comment>
        <heading level="2"><xsl:copy-of select="$two"/></heading>
        <xsl:copy-of select="$one"/>
      </panel>
    </xsl:when>
    <xsl:when test="$kind = 'rating'">
      <rating>
        <heading level="2"><xsl:copy-of select="$two"/></heading>
        <stars n="1" of="2"><word key="stars"/></stars>
        <comment><word key="row"/></comment>
        <xsl:copy-of select="$one"/>
      </rating>
    </xsl:when>
    <xsl:when test="$kind = 'nested'"><box kind="expect"><quotation><xsl:copy-of select="$one"/></quotation><xsl:copy-of select="$one"/></box></xsl:when>
    <xsl:when test="$kind = 'quotation'"><quotation><xsl:copy-of select="$one"/><by><word key="signs"/></by></quotation></xsl:when>
    <xsl:when test="$kind = 'figure'">
      <figure src="{normalize-space(/inspection/report/image)}" width="30"><alt><word key="alt"/></alt><caption><word key="picture"/></caption></figure>
    </xsl:when>
    <xsl:when test="$kind = 'signature'">
      <signature src="{normalize-space(/inspection/report/image)}">
        <alt><word key="alt"/></alt>
        <name><xsl:copy-of select="$two"/></name>
        <role><word key="signs"/></role>
        <date><word key="on"/></date>
      </signature>
    </xsl:when>
    <xsl:when test="$kind = 'chart'">
      <chart kind="stacked">
        <caption><xsl:copy-of select="$two"/></caption>
        <alt><word key="alt"/></alt>
        <bar of="done"><label><word key="row"/></label></bar>
      </chart>
    </xsl:when>
    <xsl:when test="$kind = 'form'">
      <form>
        <fields kind="above"><field name="f{$place}"><label><word key="row"/></label></field></fields>
        <fields kind="beside"><field name="c{$place}"><label><word key="row"/></label><choice name="on"><word key="on"/></choice></field></fields>
      </form>
    </xsl:when>
    <xsl:otherwise>
      <box kind="{$kind}">
        <title><xsl:copy-of select="$two"/></title>
        <xsl:if test="$kind = 'case'"><aside><label><word key="row"/></label></aside></xsl:if>
        <xsl:copy-of select="$one"/>
      </box>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
