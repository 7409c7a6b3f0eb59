<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-tiny/common.xsl"/>
<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="english-only"/></keywords>
    <foot><word key="foot"/></foot>
    <section id="start" toc="no">
      <heading level="1"><xsl:copy-of select="programme/title/prose"/></heading>
      <word key="intro"/>
      <xsl:copy-of select="report/text/prose"/>
    </section>
    <xsl:apply-templates select="programme/section"/>
    <section id="appendix-1" ref-word="ref-appendix" ref-number="1" notes="restart">
      <heading level="1"><word key="glossary-term"/></heading>
      <xsl:copy-of select="report/appendix/prose"/>
      <p><ref target="scores" form="number"/> <ref target="appendix-1" form="page"/></p>
      <glossary id="glossary">
        <th><word key="glossary-term"/></th>
        <th><word key="glossary-meaning"/></th>
      </glossary>
    </section>
  </report>
</xsl:template>
<xsl:template match="section">
  <section id="{@id}" ref-number="{@id}">
    <heading level="1" number="{@id}"><xsl:copy-of select="title/prose"/></heading>
    <chart kind="scores" id="scores">
      <caption><xsl:copy-of select="title/prose"/></caption>
      <alt><word key="given"><with name="what"><fig expr="score {@id}"/></with></word></alt>
      <legend>
        <title><word key="glossary-term"/></title>
        <xsl:for-each select="/inspection/programme/band">
          <entry of="judgement {@id}"><xsl:copy-of select="title/prose"/></entry>
        </xsl:for-each>
      </legend>
      <group of="score {@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <xsl:for-each select="criterion">
          <bar of="score {@id}" number="{@id}">
            <label><xsl:copy-of select="title/prose"/></label>
            <remark><fig expr="judgement {@id}"/></remark>
          </bar>
        </xsl:for-each>
      </group>
    </chart>
    <xsl:for-each select="criterion">
      <xsl:variable name="id" select="@id"/>
      <section id="{$id}" ref-number="{$id}">
        <heading level="2" number="{$id}"><xsl:copy-of select="title/prose"/></heading>
        <table kind="people">
          <caption><fig expr="score {$id}"/></caption>
          <tbody><tr><th scope="row"><swatch of="judgement {$id}"/></th><td><range of="safety"/></td></tr></tbody>
        </table>
        <xsl:apply-templates select="/inspection/report/findings/entry[@key = $id]/strengths"/>
      </section>
    </xsl:for-each>
  </section>
</xsl:template>
</xsl:stylesheet>
