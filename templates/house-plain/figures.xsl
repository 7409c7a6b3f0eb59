<?xml version="1.0" encoding="UTF-8"?>
<!-- The figures proof: every number in the order of the text, as a page to sign. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="/inspection">
  <report>
    <title>
      <word key="figures-document">
        <with name="report"><xsl:copy-of select="figures/title/prose"/></with>
        <with name="title"><word key="figures-title"/></with>
      </word>
    </title>
    <section>
      <heading level="1"><word key="figures-title"/></heading>
      <p><word key="figures-intro"/></p>
      <xsl:apply-templates select="figures/signature"/>
      <table kind="dense">
        <col width="54" align="left"/>
        <col width="136" align="left"/>
        <col width="rest" align="left"/>
        <col width="38" align="right"/>
        <col width="{36 + 10 * (@lang = 'cy')}" align="right"/>
        <col width="36" align="right"/>
        <col width="{32 + 16 * (@lang = 'cy')}" align="left"/>
        <thead>
          <tr>
            <th scope="column"><word key="figures-place"/></th>
            <th scope="column"><word key="figures-sentence"/></th>
            <th scope="column"><word key="figures-question"/></th>
            <th scope="column"><word key="figures-count"/></th>
            <th scope="column"><word key="figures-base"/></th>
            <th scope="column"><word key="figures-percent"/></th>
            <th scope="column"><word key="figures-seen"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="figures/bare/figure | figures/document/figure | figures/emptied/figure"/></tbody>
      </table>
    </section>
  </report>
</xsl:template>

<!-- The box is ticked by hand. -->
<xsl:template match="figure">
  <tr>
    <th scope="row"><p><xsl:copy-of select="place/prose"/></p></th>
    <xsl:apply-templates select="." mode="words"/>
    <td><xsl:copy-of select="count/prose"/></td>
    <td><xsl:copy-of select="base/prose"/></td>
    <td><xsl:apply-templates select="percent"/></td>
    <td><p><swatch fill="white"/></p></td>
  </tr>
</xsl:template>

<xsl:template match="figure" mode="words">
  <td>
    <p>
      <xsl:copy-of select="before/prose"/>
      <strong><xsl:copy-of select="printed/prose"/></strong>
      <xsl:copy-of select="after/prose"/>
    </p>
  </td>
  <td>
    <p><xsl:apply-templates select="." mode="question"/></p>
    <xsl:apply-templates select="@signed"/>
  </td>
</xsl:template>

<xsl:template match="signature">
  <p>
    <word key="figures-signature">
      <with name="by"><xsl:copy-of select="by/prose"/></with>
      <with name="date"><xsl:copy-of select="date/prose"/></with>
    </word>
  </p>
</xsl:template>

<!-- Who else has signed it, small; what has changed since, or is new, as the rest. -->
<xsl:template match="@signed">
  <xsl:choose>
    <xsl:when test=". = 'no'"><p><word key="figures-unsigned"/></p></xsl:when>
    <xsl:otherwise>
      <p role="{substring('side', 1 + 4 * (. = 'other'))}">
        <word key="figures-signed-{.}">
          <with name="by"><xsl:copy-of select="../by/prose"/></with>
          <with name="date"><xsl:copy-of select="../date/prose"/></with>
          <with name="was"><xsl:copy-of select="../was/prose"/></with>
        </word>
      </p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Of a table or chart: no sentence stands around it. -->
<xsl:template match="figure[@name][not(before or after)]" mode="words">
  <td colspan="2">
    <p>
      <word key="figures-alone">
        <with name="printed"><xsl:copy-of select="printed/prose"/></with>
        <with name="question"><xsl:apply-templates select="." mode="question"/></with>
      </word>
    </p>
    <xsl:apply-templates select="@signed"/>
  </td>
</xsl:template>

<!-- A typed figure. -->
<xsl:template match="figure" mode="question">
  <word key="figures-source">
    <with name="typed"><word key="figures-typed"/></with>
    <with name="source"><xsl:copy-of select="source/prose"/></with>
  </word>
</xsl:template>

<!-- In words; what is no question is called what it is. -->
<xsl:template match="figure[@name]" mode="question">
  <xsl:variable name="national" select="substring-after(substring-after(@name, 'national '), ' ')"/>
  <xsl:choose>
    <xsl:when test="$national != ''">
      <word key="figures-{$national}"><with name="title"><xsl:copy-of select="question/prose"/></with></word>
    </xsl:when>
    <xsl:when test="starts-with(@name, 'earlier ')">
      <word key="figures-earlier"><with name="title"><xsl:copy-of select="question/prose"/></with></word>
    </xsl:when>
    <xsl:when test="starts-with(@name, 'score ')">
      <word key="figures-score"><with name="title"><xsl:copy-of select="question/prose"/></with></word>
    </xsl:when>
    <xsl:otherwise><xsl:copy-of select="question/prose"/></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="@not"><word key="figures-not"/></xsl:if>
  <xsl:copy-of select="source/prose"/>
</xsl:template>

<!-- Cells in which nothing stood. -->
<xsl:template match="emptied/figure" mode="question">
  <xsl:copy-of select="question/prose"/>
  <word key="figures-emptied"/>
</xsl:template>

<!-- Nothing vouches for it. -->
<xsl:template match="bare/figure" mode="question">
  <word key="figures-bare"/>
</xsl:template>

<!-- Grey where the text does not print it. -->
<xsl:template match="percent">
  <p role="{substring('side', 1 + 4 * boolean(../@percent-printed))}"><xsl:copy-of select="prose"/></p>
</xsl:template>

</xsl:stylesheet>
