<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of an inspection of youth justice services: what stands where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot kind="section"><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <xsl:call-template name="front"/>
    <xsl:apply-templates select="programme/domain" mode="chapter"/>
    <xsl:call-template name="annexes"/>
    <xsl:call-template name="publication"/>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<!-- ==== before the domains ==== -->

<xsl:template name="front">
  <section id="contents" break="page" toc="no" ref-word="ref-contents">
    <heading level="1"><word key="contents"/></heading>
    <xsl:call-template name="corrections"/>
    <toc depth="2"/>
  </section>
  <section id="foreword" break="page" toc="yes" ref-word="ref-foreword">
    <heading level="1"><word key="foreword"/></heading>
    <xsl:copy-of select="report/foreword/prose"/>
    <xsl:apply-templates select="report/signed"/>
  </section>
  <section id="ratings" break="page" toc="yes" ref-word="ref-ratings">
    <heading level="1"><word key="ratings"/></heading>
    <xsl:apply-templates select="programme/overall"/>
    <xsl:call-template name="ratings-table"/>
  </section>
  <section id="summary" break="page" toc="yes" ref-word="ref-summary">
    <heading level="1"><word key="summary"/></heading>
    <xsl:apply-templates select="programme/domain" mode="summary"/>
  </section>
  <section id="recommendations" break="soft" toc="yes" ref-word="ref-recommendations">
    <heading level="1"><word key="recommendations-heading"/></heading>
    <xsl:call-template name="recommendations"/>
    <xsl:call-template name="next-steps"/>
  </section>
  <section id="background" break="page" toc="yes" ref-word="ref-background">
    <heading level="1"><word key="background"/></heading>
    <xsl:copy-of select="report/background/prose"/>
    <section id="facts" toc="no" ref-word="ref-facts">
      <heading level="2"><word key="facts"/></heading>
      <xsl:apply-templates select="report/facts/item"/>
    </section>
    <xsl:if test="indicators/indicator[@name = 'first-time-entrants']">
      <section id="entrants" toc="no" ref-word="ref-entrants">
        <heading level="2"><word key="entrants"/></heading>
        <p><word key="entrants-lead"/></p>
        <series of="entrants"/>
      </section>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template name="publication">
  <section id="imprint" break="soft" toc="yes" ref-word="ref-imprint">
    <heading level="1"><word key="imprint"/></heading>
    <p><word key="imprint-owner"/></p>
    <word key="imprint-text"/>
    <xsl:if test="report/people">
      <section id="inspectors" toc="no" ref-word="ref-inspectors">
        <heading level="2"><word key="inspectors"/></heading>
        <xsl:apply-templates select="report/people"/>
      </section>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template name="next-steps">
  <section id="next-steps" toc="no">
    <heading level="2"><word key="next-steps"/></heading>
    <word key="next-steps-text"/>
  </section>
</xsl:template>

<!-- ==== ratings: icon and word ==== -->

<xsl:template name="rated">
  <xsl:choose>
    <xsl:when test="@judgement">
      <word key="rated">
        <with name="icon"><sign of="judgement {@id}"/></with>
        <with name="rating"><fig expr="judgement {@id}"/></with>
      </word>
    </xsl:when>
    <xsl:otherwise><word key="not-scored"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="overall">
  <panel kind="overall">
    <label><xsl:copy-of select="title/prose"/></label>
    <value><xsl:call-template name="rated"/></value>
    <heading level="2"><word key="service-name"/></heading>
    <xsl:choose>
      <xsl:when test="@points"><p><word key="overall-points"/></p></xsl:when>
      <xsl:otherwise><p><word key="not-scored"/></p></xsl:otherwise>
    </xsl:choose>
  </panel>
</xsl:template>

<!-- All of them on one page: a domain, then its standards. -->
<xsl:template name="ratings-table">
  <table id="table-ratings">
    <caption><word key="ratings-table"/></caption>
    <col width="rest" align="left"/>
    <col width="166" align="left"/>
    <col width="52" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="standard"/></th>
        <th scope="column"><word key="rating"/></th>
        <th scope="column"><word key="points"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/domain">
        <xsl:variable name="id" select="@id"/>
        <tr role="group">
          <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
          <td colspan="2"><xsl:call-template name="rated"/></td>
        </tr>
        <xsl:for-each select="../section[@domain = $id]">
          <tr>
            <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
            <td><xsl:call-template name="rated"/></td>
            <td><xsl:if test="@points"><fig expr="points {@id}"/></xsl:if></td>
          </tr>
        </xsl:for-each>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="domain" mode="summary">
  <panel kind="domain">
    <label><word key="domain"><with name="n"><number n="{@id}"/></with></word></label>
    <value><xsl:call-template name="rated"/></value>
    <heading level="2"><xsl:copy-of select="title/prose"/></heading>
    <xsl:call-template name="domain-summary"/>
  </panel>
</xsl:template>

<xsl:template name="domain-summary">
  <xsl:variable name="id" select="@id"/>
  <xsl:variable name="found" select="/inspection/report/domains/entry[@key = $id]"/>
  <xsl:copy-of select="$found/prose"/>
  <xsl:if test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:if>
</xsl:template>

<!-- ==== a domain and its standards ==== -->

<xsl:template match="domain" mode="chapter">
  <xsl:variable name="id" select="@id"/>
  <section id="domain-{@id}" break="page" group="yes" toc="yes" ref-word="ref-domain" ref-number="{@id}">
    <heading level="1">
      <xsl:copy-of select="title/prose"/>
      <aside kind="over">
        <label><word key="domain"><with name="n"><number n="{@id}"/></with></word></label>
        <value><strong><xsl:call-template name="rated"/></strong></value>
      </aside>
    </heading>
    <p role="standfirst"><word key="domain-{@id}"/></p>
    <xsl:apply-templates select="../section[@domain = $id]"/>
  </section>
</xsl:template>

<xsl:template match="section">
  <xsl:variable name="id" select="@id"/>
  <xsl:variable name="found" select="/inspection/report/standards/entry[@key = $id]"/>
  <section id="standard-{@id}" toc="yes" ref-number="{@id}">
    <panel kind="standard">
      <value><xsl:call-template name="rated"/></value>
      <heading level="2" number="{@id}"><xsl:copy-of select="title/prose"/></heading>
      <p><xsl:copy-of select="text/prose"/></p>
    </panel>
    <xsl:if test="$found/@nothing"><p><word key="nothing-reported"/></p></xsl:if>
    <xsl:copy-of select="$found/summary/prose"/>
    <xsl:if test="criterion"><xsl:call-template name="answers"/></xsl:if>
    <xsl:apply-templates select="$found/strengths | $found/improvements"/>
    <xsl:apply-templates select="$found/practice/item"/>
  </section>
</xsl:template>

<xsl:template name="answers">
  <table kind="dense" id="answers-{@id}">
    <caption><word key="answers-{@domain}"><with name="of"><xsl:copy-of select="title/prose"/></with></word></caption>
    <col width="rest" align="left"/>
    <col width="54" align="right"/>
    <col width="142" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="key-question"/></th>
        <th scope="column"><word key="share-head"/></th>
        <th scope="column"><word key="rating"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="criterion">
        <tr>
          <th scope="row">
            <p><xsl:copy-of select="title/prose"/></p>
            <p role="side"><xsl:copy-of select="question/text/prose"/></p>
          </th>
          <td><fig expr="score {@id} %"/></td>
          <td><xsl:call-template name="rated"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="practice/item">
  <box kind="practice" story="yes">
    <title><xsl:copy-of select="title/prose"/></title>
    <aside><label><word key="practice"/></label></aside>
    <xsl:copy-of select="text/prose"/>
  </box>
</xsl:template>

<!-- ==== annexes ==== -->

<xsl:template match="names" mode="people"><xsl:apply-templates select="." mode="lines"/></xsl:template>

<xsl:template name="annexes">
  <section id="annex-1" break="page" toc="yes" ref-word="ref-annex" ref-number="1">
    <heading level="1"><word key="annex-1"/></heading>
    <word key="methodology"/>
    <xsl:call-template name="evidence"/>
    <xsl:apply-templates select="programme/characteristic" mode="chart"/>
  </section>
  <section id="annex-2" break="page" toc="yes" ref-word="ref-annex" ref-number="2">
    <heading level="1"><word key="annex-2"/></heading>
    <word key="rating-rules"/>
    <xsl:call-template name="bands"/>
    <word key="rating-whole"/>
    <xsl:call-template name="points"/>
    <xsl:call-template name="moderated"/>
    <wide><xsl:call-template name="matrix"/></wide>
  </section>
  <section id="annex-3" break="soft" toc="yes" ref-word="ref-annex" ref-number="3">
    <heading level="1"><word key="annex-3"/></heading>
    <xsl:call-template name="glossary"/>
  </section>
</xsl:template>

<xsl:template name="evidence">
  <table id="table-evidence">
    <caption><word key="evidence-table"/></caption>
    <col width="rest" align="left"/>
    <col width="60" align="right"/>
    <col width="190" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="evidence-what"/></th>
        <th scope="column"><word key="evidence-number"/></th>
        <th scope="column"><word key="evidence-how"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="report/evidence/item">
        <tr>
          <th scope="row"><xsl:copy-of select="what/prose"/></th>
          <td><xsl:copy-of select="number/prose"/></td>
          <td><xsl:copy-of select="how/prose"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="band" mode="head">
  <th scope="row">
    <word key="rated">
      <with name="icon"><sign of="judgement {@id}"/></with>
      <with name="rating"><xsl:copy-of select="title/prose"/></with>
    </word>
  </th>
</xsl:template>

<!-- From a share to a rating, and what that is worth. -->
<xsl:template name="bands">
  <table id="table-bands">
    <caption><word key="bands-table"/></caption>
    <col width="rest" align="left"/>
    <col width="160" align="left"/>
    <col width="60" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="rating"/></th>
        <th scope="column"><word key="lowest-share"/></th>
        <th scope="column"><word key="points"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/band">
        <tr>
          <xsl:apply-templates select="." mode="head"/>
          <td>
            <word key="limits">
              <with name="from"><fig expr="programme from {@id}"/></with>
              <with name="to"><fig expr="programme to {@id}"/></with>
            </word>
          </td>
          <td><number n="{@points}"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Every key question of every standard: what its rating came from. -->
<xsl:template name="matrix">
  <table id="table-matrix">
    <caption><word key="matrix-table"/></caption>
    <col width="rest" align="left"/>
    <col width="142" align="left"/>
    <col width="142" align="left"/>
    <col width="142" align="left"/>
    <col width="142" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="standard-alone"/></th>
        <th scope="column"><word key="desistance"/></th>
        <th scope="column"><word key="safety-child"/></th>
        <th scope="column"><word key="safety-others"/></th>
        <th scope="column"><word key="rating-standard"/></th>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="programme/section[criterion]" mode="matrix"/></tbody>
  </table>
  <p role="side"><word key="matrix-note"/></p>
</xsl:template>

<xsl:template match="section" mode="matrix">
  <tr>
    <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
    <xsl:for-each select="criterion">
      <td>
        <p><xsl:call-template name="rated"/></p>
        <p role="side"><fig expr="score {@id} %"/></p>
      </td>
    </xsl:for-each>
    <td tint="zone"><strong><xsl:call-template name="rated"/></strong></td>
  </tr>
</xsl:template>

<!-- From the sum of the points to the overall rating. -->
<xsl:template name="points">
  <table id="table-points">
    <caption><word key="points-table"/></caption>
    <col width="rest" align="left"/>
    <col width="228" align="left"/>
    <thead>
      <tr>
        <th scope="column"><xsl:copy-of select="programme/overall/title/prose"/></th>
        <th scope="column"><word key="sum"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/band">
        <tr>
          <xsl:apply-templates select="." mode="head"/>
          <td>
            <word key="limits">
              <with name="from"><fig expr="programme from {@id} overall"/></with>
              <with name="to"><fig expr="programme to {@id} overall"/></with>
            </word>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Where inspectors departed from what the rules say, and why. -->
<xsl:template name="moderated">
  <xsl:variable name="moderated" select="programme/section[@moderated]"/>
  <xsl:if test="$moderated">
    <section id="moderated" toc="no" ref-word="ref-moderated">
      <heading level="2"><word key="moderated"/></heading>
      <p><word key="moderated-lead"/></p>
      <list kind="bullet">
        <xsl:for-each select="$moderated">
          <xsl:variable name="id" select="@id"/>
          <item>
            <p>
              <word key="moderated-one">
                <with name="n"><ref target="standard-{@id}" form="number"/></with>
                <with name="title"><xsl:copy-of select="title/prose"/></with>
                <with name="rating"><fig expr="judgement {@id}"/></with>
                <with name="reason"><xsl:copy-of select="/inspection/report/judgements/sections/entry[@key = $id]/reason/prose"/></with>
              </word>
            </p>
          </item>
        </xsl:for-each>
      </list>
    </section>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
