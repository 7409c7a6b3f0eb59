<?xml version="1.0" encoding="UTF-8"?>
<!-- A thematic report: cover, summary with the scores, a section for each theme, glossary. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <section id="summary" break="page" toc="yes">
      <heading level="1"><word key="summary"/></heading>
      <xsl:copy-of select="report/summary/prose"/>
      <p><word key="sample"><with name="table"><ref target="answers" form="number"/></with></word></p>
      <xsl:call-template name="scores"/>
    </section>
    <xsl:apply-templates select="programme/section"/>
    <section id="figures" toc="yes">
      <heading level="1"><word key="answers-table"/></heading>
      <xsl:call-template name="answers"/>
    </section>
    <section id="terms" toc="yes">
      <heading level="1"><word key="glossary"/></heading>
      <xsl:call-template name="glossary"/>
    </section>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<xsl:template match="section">
  <section id="{@id}" toc="yes">
    <heading level="1" number="{@id}."><xsl:copy-of select="title/prose"/></heading>
    <xsl:variable name="found" select="/inspection/report/findings/entry[@key = current()/@id]"/>
    <xsl:choose>
      <xsl:when test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:when>
      <xsl:otherwise><list kind="bullet"><xsl:apply-templates select="$found/item" mode="item"/></list></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template name="scores">
  <chart kind="scores" id="scores">
    <caption><word key="scores-chart"/></caption>
    <alt>
      <word key="scores-alt">
        <with name="bars">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="programme/section"/>
            <xsl:with-param name="key" select="'join'"/>
          </xsl:call-template>
        </with>
      </word>
    </alt>
    <legend>
      <title><word key="legend"/></title>
      <xsl:for-each select="programme/band">
        <entry of="judgement {@id}"><xsl:copy-of select="title/prose"/></entry>
      </xsl:for-each>
    </legend>
    <xsl:for-each select="programme/section">
      <bar of="score {@id}" number="{@id}.">
        <label><xsl:copy-of select="title/prose"/></label>
        <remark><fig expr="judgement {@id}"/></remark>
      </bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template match="section" mode="piece">
  <word key="scores-alt-bar">
    <with name="title"><xsl:copy-of select="title/prose"/></with>
    <with name="score"><fig expr="score {@id}"/></with>
    <with name="rating"><fig expr="judgement {@id}"/></with>
  </word>
</xsl:template>

<xsl:template name="answers">
  <table kind="normal" id="answers">
    <caption><word key="answers-table"/></caption>
    <col width="rest" align="left"/>
    <col width="60" align="right"/>
    <col width="60" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="question-head"/></th>
        <th scope="column"><word key="sufficient"/></th>
        <th scope="column"><word key="applicable"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/section/criterion/question">
        <tr>
          <th scope="row"><xsl:copy-of select="text/prose"/></th>
          <td><fig expr="{@name} n"/></td>
          <td><fig expr="{@name} of"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
