<?xml version="1.0" encoding="UTF-8"?>
<!-- The ratings of all levels, and nothing that the template would have to reckon. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <section id="ratings" ref-number="1">
      <heading level="1"><word key="ratings"/></heading>
      <p><word key="whole"/></p>
      <xsl:apply-templates select="programme/overall[@would-be]"/>
      <xsl:copy-of select="report/text/prose"/>
      <xsl:apply-templates select="programme/domain"/>
      <table id="standards">
        <caption><word key="ratings-caption"/></caption>
        <col width="rest"/><col width="140"/><col width="60" align="right"/>
        <thead><tr><th scope="column"><word key="standard"/></th><th scope="column"><word key="rating"/></th><th scope="column"><word key="worth"/></th></tr></thead>
        <tbody><xsl:apply-templates select="programme/section/criterion" mode="row"/></tbody>
      </table>
    </section>
  </report>
</xsl:template>

<xsl:template match="overall">
  <p><word key="limited"><with name="rating"><xsl:copy-of select="../band[@id = current()/@would-be]/title/prose"/></with></word></p>
</xsl:template>

<!-- Its rating, and that of its sections below it. -->
<xsl:template match="domain">
  <p role="lead-in"><word key="group">
    <with name="of"><xsl:copy-of select="title/prose"/></with>
    <with name="rating"><fig expr="judgement {@id}"/></with>
  </word></p>
  <list kind="bullet">
    <xsl:for-each select="../section[@domain = current()/@id]">
      <item><p><word key="rated">
        <with name="of"><xsl:copy-of select="title/prose"/></with>
        <with name="rating"><fig expr="judgement {@id}"/></with>
        <with name="points"><fig expr="points {@id}"/></with>
      </word></p></item>
    </xsl:for-each>
  </list>
</xsl:template>

<xsl:template match="criterion" mode="row">
  <tr>
    <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
    <td><fig expr="judgement {@id}"/></td>
    <td><fig expr="points {@id}"/></td>
  </tr>
</xsl:template>
</xsl:stylesheet>
