<?xml version="1.0" encoding="UTF-8"?>
<!-- The form of an improvement plan: a block for each recommendation.  A family without any
     plans for what has to improve. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report kind="letter">
    <title>
      <word key="plan-document">
        <with name="report"><xsl:copy-of select="plan/title/prose"/></with>
        <with name="title"><word key="plan-title"/></with>
      </word>
    </title>
    <foot><word key="plan-title"/></foot>
    <xsl:call-template name="letterhead"/>
    <section>
      <heading level="1"><word key="plan-title"/></heading>
      <p role="side"><xsl:copy-of select="plan/title/prose"/></p>
      <p role="lead-in"><word key="plan-due"><with name="due"><xsl:copy-of select="plan/due/prose"/></with></word></p>
      <p><word key="plan-instructions"/></p>
      <form>
        <alt><word key="plan-table"/></alt>
        <fields kind="beside">
          <field name="who"><label><word key="form-who"/></label></field>
          <field name="date" width="180"><label><word key="form-date"/></label></field>
        </fields>
        <fields kind="fixed">
          <field name="gwasg.report"><label><word key="form-report"/></label></field>
        </fields>
      </form>
      <xsl:for-each select="report/recommendations/item | report/furthermore/item | report/improvements/item">
        <xsl:call-template name="plan-block"><xsl:with-param name="n" select="position()"/></xsl:call-template>
      </xsl:for-each>
    </section>
  </report>
</xsl:template>

<xsl:template name="plan-block">
  <xsl:param name="n"/>
  <keep>
    <xsl:call-template name="plan-text"/>
    <form n="{$n}">
      <fields><field name="action" lines="3"><label><word key="plan-action"/></label></field></fields>
      <fields>
        <field name="who"><label><word key="plan-who"/></label></field>
        <field name="when" width="150"><label><word key="plan-when"/></label></field>
      </fields>
      <fields><field name="evidence" lines="2"><label><word key="plan-evidence"/></label></field></fields>
    </form>
  </keep>
</xsl:template>

<!-- A recommendation with who is responsible; what has to improve, as it is. -->
<xsl:template name="plan-text">
  <xsl:choose>
    <xsl:when test="text">
      <p><word key="recommendation">
        <with name="text"><xsl:copy-of select="text/prose"/></with>
        <with name="open"><word key="bracket-open"/></with>
        <with name="for">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="for/item"/>
            <xsl:with-param name="key" select="'join-list'"/>
            <xsl:with-param name="last" select="'join-last'"/>
          </xsl:call-template>
        </with>
        <with name="close"><word key="bracket-close"/></with>
      </word></p>
    </xsl:when>
    <xsl:otherwise><xsl:copy-of select="prose"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
