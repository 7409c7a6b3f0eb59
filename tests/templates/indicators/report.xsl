<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen's table, of the report's indicators instead. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template name="table">
  <table kind="normal" id="table">
    <caption><word key="table"/></caption>
    <col width="rest" align="left"/>
    <col width="60" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="item-head"/></th>
        <th scope="column"><word key="first-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="/inspection/indicators/indicator">
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose | source[not(../title)]/prose"/></th>
          <td><fig expr="{value[@of = 'area']/@expr}"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>
</xsl:stylesheet>
