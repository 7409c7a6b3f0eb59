<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <section>
      <heading level="1"><word key="heading"/></heading>
      <xsl:copy-of select="report/txt/prose"/>
      <list><xsl:apply-templates select="report/itms/item"/></list>
      <table>
        <thead><tr><th scope="column"><p><word key="heading"/></p></th></tr></thead>
        <tbody><xsl:apply-templates select="report/rws/item"/></tbody>
      </table>
      <chart kind="scores" id="none">
        <caption><word key="chart-scores"/></caption>
        <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
      </chart>
      <chart kind="scores" id="bare">
        <caption><word key="chart-scores"/></caption>
        <alt><word key="chart-alt"><with name="what"><word key="chart-scores"/></with></word></alt>
        <legend><title><word key="heading"/></title><entry of="judgement moderate"><word key="heading"/></entry></legend>
        <bar of="score 1.1" number="1.1"><label><word key="heading"/></label></bar>
        <bar of="score 1.2" number="1.2"><label><word key="heading"/></label></bar>
        <bar of="score 1.2" number="2.1"><label><word key="heading"/></label></bar>
      </chart>
      <xsl:apply-templates select="programme/band[@id = 'drastic']" mode="lost"/>
      <xsl:if test="/inspection/@stage = 'finale'"><p><word key="heading"/></p></xsl:if>
    </section>
  </report>
</xsl:template>
</xsl:stylesheet>
