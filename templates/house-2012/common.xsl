<?xml version="1.0" encoding="UTF-8"?>
<!-- What the report families of 2012 have besides: names in both languages whatever editions
     there are, the mark of the joint inspections, and how an area stands among all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-plain/common.xsl"/>

<xsl:template name="letter-names">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <name lang="{@lang}"><word key="cover-name"/></name>
  <name lang="{$other}"><word key="cover-name-other"/></name>
</xsl:template>

<xsl:template name="names">
  <xsl:call-template name="letter-names"/>
  <xsl:call-template name="cover-joint"/>
</xsl:template>

<xsl:template name="letter-straps">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <strap lang="{@lang}"><word key="letter-programme"/></strap>
  <strap lang="{$other}"><word key="letter-programme-other"/></strap>
</xsl:template>

<!-- A family of the joint inspections has their mark, and what it is part of, both in two
     languages. -->
<xsl:template name="cover-joint"/>

<xsl:template name="joint-mark">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <name lang="{@lang}"><word key="cover-joint"/></name>
  <name lang="{$other}"><word key="cover-joint-other"/></name>
</xsl:template>

<!-- Headline scores beside those of earlier inspections, from the register. -->
<xsl:template name="national-table">
  <table kind="national" id="national">
    <caption><word key="national-caption"/></caption>
    <col width="rest" align="left"/>
    <col width="44" align="right"/>
    <col width="{49 + 15 * (/inspection/@lang = 'cy')}" align="right"/>
    <col width="49" align="right"/>
    <col width="70" align="right" own="yes"/>
    <col width="94" align="left"/>
    <thead>
      <tr>
        <th scope="column" rowspan="2"><word key="national-headline"/></th>
        <th scope="column" colspan="3"><word key="national-areas"/></th>
        <th scope="column" rowspan="2"><word key="area-name"/></th>
        <th scope="column" rowspan="2"><word key="range-head"/></th>
      </tr>
      <tr>
        <th scope="column"><word key="lowest"/></th>
        <th scope="column"><word key="average"/></th>
        <th scope="column"><word key="highest"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="/inspection/programme/headline">
        <tr>
          <th scope="row">
            <p><xsl:copy-of select="title/prose"/></p>
            <p role="side"><xsl:copy-of select="subtitle/prose"/></p>
          </th>
          <td><fig expr="national {@id} lowest"/></td>
          <td><fig expr="national {@id} average"/></td>
          <td><fig expr="national {@id} highest"/></td>
          <td><fig expr="score {@id}"/></td>
          <td><range of="{@id}"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <p role="key">
    <word key="range-key">
      <with name="range"><swatch fill="range"/></with>
      <with name="average"><swatch fill="average"/></with>
      <with name="own"><swatch fill="own"/></with>
    </word>
  </p>
</xsl:template>

</xsl:stylesheet>
