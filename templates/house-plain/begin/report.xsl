<?xml version="1.0" encoding="UTF-8"?>
<!-- What is printed, in its order.  Elements are those of docs/document.md, names those of
     docs/reference.md, and never text: a word stands in words.yaml, an author's text is copied
     as it comes, a figure is a <fig>.
     The dump "input" of gwasg build shows what stands in report/ and programme/. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <section id="contents" break="page" toc="no">
      <heading level="1"><word key="contents"/></heading>
      <toc depth="1"/>
    </section>
    <section id="summary" break="page" toc="yes">
      <heading level="1"><word key="summary"/></heading>
      <xsl:copy-of select="report/summary/prose"/>
      <xsl:apply-templates select="report/signed"/>
    </section>
    <xsl:apply-templates select="report/chapters/item"/>
    <xsl:if test="indicators/indicator">
      <section id="year-by-year" toc="yes">
        <heading level="1"><word key="figures"/></heading>
        <xsl:call-template name="figures"/>
      </section>
    </xsl:if>
    <xsl:if test="report/people/item">
      <section id="people" toc="yes">
        <heading level="1"><word key="people"/></heading>
        <xsl:apply-templates select="report/people"/>
      </section>
    </xsl:if>
    <xsl:call-template name="publication"/>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<!-- A chapter: its heading, then the author's text. -->
<xsl:template match="chapters/item">
  <section toc="yes">
    <heading level="1"><xsl:copy-of select="title/prose"/></heading>
    <xsl:copy-of select="text/prose"/>
  </section>
</xsl:template>

<!-- A row for each year of each indicator.  A caption has no number: that is added. -->
<xsl:template name="figures">
  <table kind="normal" id="figures">
    <caption><word key="figures-table"/></caption>
    <col width="rest" align="left"/>
    <col width="110" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="figures-of"/></th>
        <th scope="column"><word key="area-name"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="indicators/indicator[@newest]">
        <xsl:variable name="name" select="@name"/>
        <tr role="group"><th scope="row" colspan="2"><xsl:copy-of select="title/prose"/></th></tr>
        <xsl:for-each select="../indicator[@name = $name]">
          <tr>
            <th scope="row"><xsl:copy-of select="when/prose"/></th>
            <td><fig expr="{value[@of = 'area']/@expr}"/></td>
          </tr>
        </xsl:for-each>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
