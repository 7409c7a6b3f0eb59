<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../thematic/report.xsl"/>

<xsl:template match="section">
  <section id="{@id}" ref-number="1">
    <heading level="1" number="the-{@id}"><xsl:copy-of select="title/prose"/></heading>
    <xsl:variable name="found" select="/inspection/report/findings/entry[@key = current()/@id]"/>
    <xsl:choose>
      <xsl:when test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:when>
      <xsl:otherwise><list kind="bullet"><xsl:apply-templates select="$found/item" mode="item"/></list></xsl:otherwise>
    </xsl:choose>
    <table kind="normal">
      <caption><word key="answers-table"/></caption>
      <col width="rest" align="left"/>
      <col width="60" align="right"/>
      <col width="60" align="right"/>
      <col width="60" align="right"/>
      <thead>
        <tr>
          <th scope="column"><word key="question-head"/></th>
          <th scope="column"><word key="sufficient"/></th>
          <th scope="column"><word key="sufficient"/></th>
          <th scope="column"><word key="legend"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="criterion">
          <tr>
            <th scope="row"><xsl:copy-of select="title/prose"/></th>
            <td><fig expr="score {@id} n"/></td>
            <td><fig expr="score {@id} n"/></td>
            <td/>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>
</xsl:stylesheet>
