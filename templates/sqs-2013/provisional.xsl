<?xml version="1.0" encoding="UTF-8"?>
<!-- Provisional findings of a Short Quality Screening, which have no scores: the best of what
     was seen, and what has to improve most. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="press.xsl"/>
<xsl:import href="../house-2012/provisional.xsl"/>

<xsl:template name="provisional-points">
  <xsl:apply-templates select="report/strengths[item] | report/improvements[item]" mode="provisional"/>
</xsl:template>

<xsl:template match="strengths | improvements" mode="provisional">
  <section id="provisional-{name()}" ref-word="ref-provisional-{name()}">
    <heading level="2"><word key="provisional-{name()}" count="{count(item)}"/></heading>
    <list kind="bullet"><xsl:apply-templates select="item" mode="item"/></list>
  </section>
</xsl:template>

</xsl:stylesheet>
