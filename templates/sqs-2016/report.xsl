<?xml version="1.0" encoding="UTF-8"?>
<!-- The letter of 2016: its summary begins with the published rate of reoffending. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../sqs-2013/report.xsl"/>

<xsl:template name="summary">
  <section id="summary" ref-word="ref-summary">
    <heading level="2"><word key="summary"/></heading>
    <xsl:copy-of select="report/summary/prose"/>
    <xsl:if test="indicators/indicator[@name = 'reoffending'][@newest][value/@of = 'nation']"><p><word key="rate"/></p></xsl:if>
  </section>
</xsl:template>

</xsl:stylesheet>
