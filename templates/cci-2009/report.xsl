<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of a Core Case Inspection, 2009 edition: its own order of parts, and what
     that of 2012 has not. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../cci-2012/report.xsl"/>

<!-- The authorities, when the report names several. -->
<xsl:variable name="authorities" select="/inspection/report/authorities/item"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <xsl:call-template name="front"/>
    <xsl:call-template name="acknowledgements"/>
    <xsl:call-template name="scoring"/>
    <xsl:call-template name="improvement"/>
    <xsl:call-template name="users"><xsl:with-param name="break" select="'soft'"/></xsl:call-template>
    <xsl:call-template name="examples"/>
    <xsl:apply-templates select="programme/section"/>
    <xsl:call-template name="appendix-1"/>
    <xsl:call-template name="appendix-2"/>
    <xsl:call-template name="appendix-3"/>
    <section id="appendix-4" ref-word="ref-appendix" ref-number="4">
      <heading level="1"><word key="appendix-4"/></heading>
      <word key="role-text"/>
    </section>
    <section id="appendix-5" break="soft" ref-word="ref-appendix" ref-number="5">
      <heading level="1"><word key="appendix-5"/></heading>
      <xsl:call-template name="glossary"/>
    </section>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<xsl:variable name="answers-in-appendix" select="false()"/>

<!-- It goes on where the examples end. -->
<xsl:variable name="first-section" select="'soft'"/>

<xsl:template name="cover-joint"/>

<xsl:template name="cover-straps">
  <strap><xsl:copy-of select="programme/title/prose"/></strap>
</xsl:template>

<!-- ==== foreword: what was looked at, the scores in prose, the verdict ==== -->

<xsl:template name="foreword">
  <xsl:choose>
    <xsl:when test="$counts"><word key="foreword-purpose"/></xsl:when>
    <xsl:otherwise><word key="foreword-purpose-stated"/></xsl:otherwise>
  </xsl:choose>
  <word key="foreword-scores">
    <with name="safeguarding"><fig expr="score safeguarding"/></with>
    <with name="risk"><fig expr="score risk-of-harm"/></with>
    <with name="reoffending"><fig expr="score reoffending"/></with>
  </word>
  <xsl:copy-of select="report/foreword/prose"/>
  <p>
    <word key="foreword-verdict">
      <with name="verdict"><word key="verdict-{normalize-space(report/verdict)}"/></with>
    </word>
  </p>
  <xsl:apply-templates select="report/signed"/>
</xsl:template>

<!-- ==== the three headline scores, each in a panel ==== -->

<xsl:template name="scoring">
  <section id="scoring" break="page" ref-word="ref-scoring">
    <heading level="1"><word key="scoring"/></heading>
    <word key="scoring-intro"/>
    <xsl:apply-templates select="programme/headline"/>
    <word key="scoring-ranking"/>
  </section>
</xsl:template>

<xsl:template match="headline">
  <panel id="{@id}">
    <value><fig expr="score {@id}"/></value>
    <comment>
      <xsl:call-template name="comment"><xsl:with-param name="of" select="@id"/></xsl:call-template>
    </comment>
    <heading level="2"><word key="panel-{@id}"/></heading>
    <p><xsl:copy-of select="text/prose"/></p>
    <meaning>
      <word key="meaning">
        <with name="score"><strong><fig expr="score {@id}"/></strong></with>
      </word>
    </meaning>
  </panel>
</xsl:template>

<!-- ==== an example and the letter of its criterion ==== -->

<xsl:template match="examples/item">
  <xsl:variable name="code" select="normalize-space(criterion)"/>
  <box kind="case" story="yes">
    <title>
      <xsl:copy-of select="/inspection/programme/section[criterion/question/@code = $code]/title/prose"/>
    </title>
    <aside>
      <label>
        <word key="example-criterion"><with name="code"><xsl:copy-of select="criterion/prose"/></with></word>
      </label>
    </aside>
    <xsl:copy-of select="text/prose"/>
  </box>
</xsl:template>

<!-- ==== a section's score stands at its end ==== -->

<xsl:template name="section-heading">
  <heading level="1" number="{@id}."><caps><xsl:copy-of select="title/prose"/></caps></heading>
</xsl:template>

<xsl:template name="section-end">
  <p role="lead-in">
    <word key="overall-{@id}"><with name="score"><fig expr="score {@id}"/></with></word>
  </p>
</xsl:template>

<!-- ==== a criterion's score in its box, the findings under it ==== -->

<xsl:template match="criterion">
  <xsl:variable name="id" select="@id"/>
  <xsl:variable name="found" select="/inspection/report/findings/entry[@key = $id]"/>
  <section id="{$id}" ref-number="{$id}">
    <scorebox>
      <label><word key="score"/></label>
      <value><fig expr="score {$id}"/></value>
      <heading level="2" number="{$id}"><xsl:copy-of select="title/prose"/></heading>
      <p><word key="criterion"><with name="text"><xsl:copy-of select="text/prose"/></with></word></p>
      <comment>
        <word key="comment-line">
          <with name="comment">
            <xsl:call-template name="comment"><xsl:with-param name="of" select="$id"/></xsl:call-template>
          </with>
        </word>
      </comment>
    </scorebox>
    <xsl:call-template name="criterion-findings"><xsl:with-param name="found" select="$found"/></xsl:call-template>
  </section>
</xsl:template>

<!-- ==== Appendix 1: the scores as a chart, and by authority ==== -->

<xsl:template name="appendix-1">
  <section id="appendix-1a" break="page" group="yes" ref-word="ref-appendix" ref-number="1a">
    <heading level="1"><word key="appendix-1a"/></heading>
    <xsl:call-template name="scores-chart"/>
    <xsl:call-template name="scores-table"/>
    <xsl:if test="$parts[2]"><xsl:call-template name="parts-chart"/></xsl:if>
  </section>
  <xsl:if test="$authorities">
    <section id="appendix-1b" break="soft" ref-word="ref-appendix" ref-number="1b">
      <heading level="1"><word key="appendix-1b"/></heading>
      <xsl:if test="$counts"><xsl:call-template name="card-sample"/></xsl:if>
      <xsl:call-template name="card"/>
      <p role="side"><word key="card-note"/></p>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="card-sample">
  <p>
    <word key="card-sample">
      <with name="list">
        <xsl:call-template name="join">
          <xsl:with-param name="nodes" select="$authorities"/>
          <xsl:with-param name="key" select="'join-list'"/>
          <xsl:with-param name="last" select="'join-last'"/>
        </xsl:call-template>
      </with>
    </word>
  </p>
</xsl:template>

<xsl:template match="authorities/item" mode="piece">
  <word key="card-cases">
    <with name="count"><fig expr="cases where authority={normalize-space(value)}"/></with>
    <with name="name"><xsl:copy-of select="name/prose"/></with>
  </word>
</xsl:template>

<xsl:template name="card">
  <table kind="dense" id="table-card">
    <caption><word key="card"/></caption>
    <col width="rest" align="left"/>
    <col width="62" align="right" own="yes"/>
    <xsl:for-each select="$authorities"><col width="94" align="right"/></xsl:for-each>
    <thead>
      <tr>
        <th scope="column"><word key="card-head"/></th>
        <th scope="column"><word key="card-combined"/></th>
        <xsl:for-each select="$authorities">
          <th scope="column"><xsl:copy-of select="name/prose"/></th>
        </xsl:for-each>
      </tr>
    </thead>
    <tbody>
      <tr role="group"><th scope="row" colspan="{2 + count($authorities)}"><word key="card-criteria"/></th></tr>
      <xsl:for-each select="programme/section">
        <xsl:for-each select="criterion">
          <tr>
            <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
            <xsl:call-template name="card-cells"/>
          </tr>
        </xsl:for-each>
        <tr role="total">
          <th scope="row"><word key="section-overall-{@id}"/></th>
          <xsl:call-template name="card-cells"/>
        </tr>
      </xsl:for-each>
      <tr role="group"><th scope="row" colspan="{2 + count($authorities)}"><word key="card-threads"/></th></tr>
      <xsl:for-each select="programme/headline">
        <tr>
          <th scope="row"><xsl:copy-of select="title/prose"/></th>
          <xsl:call-template name="card-cells"/>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Of the criterion, section or headline at hand. -->
<xsl:template name="card-cells">
  <xsl:variable name="id" select="@id"/>
  <td><fig expr="score {$id} %"/></td>
  <xsl:for-each select="$authorities">
    <td><fig expr="score {$id} % where authority={normalize-space(value)}"/></td>
  </xsl:for-each>
</xsl:template>

<!-- ==== Appendix 2: the areas beside the national figures ==== -->

<xsl:template name="appendix-2">
  <section id="appendix-2" break="soft" ref-word="ref-appendix" ref-number="2">
    <heading level="1"><word key="appendix-2"/></heading>
    <heading level="2"><word key="context-area"/></heading>
    <xsl:copy-of select="report/context/area/prose"/>
    <xsl:apply-templates select="report/context/compared"/>
    <heading level="2"><word key="context-service"/></heading>
    <xsl:copy-of select="report/context/service/prose"/>
    <heading level="2"><word key="context-measures"/></heading>
    <xsl:copy-of select="report/context/performance/prose"/>
  </section>
</xsl:template>

<xsl:template match="compared">
  <table kind="normal" id="table-compared">
    <caption><word key="context-compared"/></caption>
    <col width="rest" align="left"/>
    <xsl:for-each select="$authorities"><col width="84" align="right"/></xsl:for-each>
    <xsl:if test="not($authorities)"><col width="76" align="right"/></xsl:if>
    <col width="76" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="context-measure"/></th>
        <xsl:for-each select="$authorities">
          <th scope="column"><xsl:copy-of select="name/prose"/></th>
        </xsl:for-each>
        <xsl:if test="not($authorities)"><th scope="column"><word key="area-name"/></th></xsl:if>
        <th scope="column"><word key="context-national"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="item">
        <tr>
          <th scope="row"><xsl:copy-of select="text/prose"/></th>
          <xsl:for-each select="values/item"><td><xsl:copy-of select="prose"/></td></xsl:for-each>
          <td><xsl:copy-of select="national/prose"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- ==== Appendix 3: the sample, and what we drew on ==== -->

<xsl:template name="appendix-3">
  <xsl:if test="$counts">
    <section id="appendix-3a" break="soft" ref-word="ref-appendix" ref-number="3a">
      <heading level="1"><word key="appendix-3a"/></heading>
      <word key="sample-intro"/>
      <xsl:apply-templates select="programme/characteristic" mode="chart"/>
      <xsl:call-template name="sample-table"/>
    </section>
  </xsl:if>
  <section id="appendix-3b" break="{substring('soft', 1 + 4 * boolean($counts))}" ref-word="ref-appendix" ref-number="3b">
    <heading level="1"><word key="appendix-3b"/></heading>
    <word key="inspection-data"/>
    <xsl:copy-of select="report/arrangements/prose"/>
  </section>
</xsl:template>

</xsl:stylesheet>
