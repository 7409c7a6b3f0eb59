<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of a Core Case Inspection, 2012 edition: what stands where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/common.xsl"/>
<xsl:import href="scores.xsl"/>

<!-- Scores that were only stated come without counts. -->
<xsl:variable name="counts" select="/inspection/@evidence != 'stated'"/>
<!-- Examples stand with their criteria, or in a section of their own. -->
<xsl:variable name="beside" select="/inspection/report/examples/@place = 'criterion'"/>

<!-- The figures of the questionnaires stand with those of the sample, where there are any. -->
<xsl:variable name="answers-in-appendix" select="$counts"/>

<xsl:template match="/inspection">
  <report>
    <title><word key="title"/></title>
    <subject><word key="subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot kind="section"><word key="foot"/></foot>
    <xsl:call-template name="cover"/>
    <xsl:call-template name="imprint"/>
    <xsl:call-template name="front"/>
    <xsl:call-template name="scoring"/>
    <xsl:call-template name="earlier"/>
    <xsl:call-template name="improvement"/>
    <xsl:call-template name="examples"/>
    <xsl:call-template name="users"/>
    <xsl:apply-templates select="programme/section"/>
    <xsl:call-template name="appendix-1"/>
    <xsl:call-template name="appendix-2"/>
    <xsl:call-template name="appendix-3"/>
    <xsl:call-template name="appendix-4"/>
    <section id="appendix-5" break="soft" ref-word="ref-appendix" ref-number="5">
      <heading level="1"><word key="appendix-5"/></heading>
      <word key="scoring-approach"/>
      <xsl:call-template name="headlines-meaning"/>
    </section>
    <section id="appendix-6" break="soft" ref-word="ref-appendix" ref-number="6">
      <heading level="1"><word key="appendix-6"/></heading>
      <xsl:call-template name="glossary"/>
    </section>
    <section id="appendix-7" break="soft" ref-word="ref-appendix" ref-number="7">
      <heading level="1"><word key="appendix-7"/></heading>
      <word key="role-text"/>
    </section>
    <xsl:call-template name="acknowledgements"/>
    <xsl:call-template name="response-form"/>
  </report>
</xsl:template>

<!-- ==== contents, foreword; at the end, acknowledgements ==== -->

<xsl:template name="cover-joint"><xsl:call-template name="joint-mark"/></xsl:template>

<xsl:template name="cover-straps">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <strap lang="{@lang}"><xsl:copy-of select="programme/title/prose"/></strap>
  <strap lang="{$other}"><word key="cover-strap-other"/></strap>
</xsl:template>

<!-- What stands behind the cover: how the report is read, whose it is. -->
<xsl:template name="imprint">
  <section id="reading" break="page" toc="no" ref-word="ref-reading">
    <heading level="1"><word key="reading"/></heading>
    <word key="reading-score"/>
    <list kind="bullet" id="reading-bands">
      <xsl:for-each select="programme/band">
        <item>
          <p>
            <word key="reading-band">
              <with name="swatch"><sign of="judgement {@id}"/><swatch fill="{@fill}"/></with>
              <with name="band"><strong><caps><word key="band-{@id}"/></caps></strong></with>
              <with name="means"><word key="reading-{@id}"/></with>
            </word>
          </p>
        </item>
      </xsl:for-each>
    </list>
    <word key="reading-evidence"/>
    <xsl:call-template name="publication"/>
  </section>
</xsl:template>

<!-- The contents before all that they list. -->
<xsl:template name="front">
  <section id="contents" break="odd" toc="no" ref-word="ref-contents">
    <heading level="1"><word key="contents"/></heading>
    <xsl:call-template name="corrections"/>
    <toc depth="2"/>
  </section>
  <section id="foreword" break="page" toc="yes" ref-word="ref-foreword">
    <heading level="1"><word key="foreword"/></heading>
    <xsl:call-template name="foreword"/>
  </section>
</xsl:template>

<xsl:template name="acknowledgements">
  <section id="acknowledgements" break="soft" toc="yes" ref-word="ref-thanks">
    <heading level="1"><word key="acknowledgements"/></heading>
    <xsl:choose>
      <xsl:when test="report/thanks"><xsl:copy-of select="report/thanks/prose"/></xsl:when>
      <xsl:otherwise><word key="thanks"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="report/people"/>
  </section>
</xsl:template>

<xsl:template name="foreword">
  <word key="foreword-purpose"/>
  <xsl:copy-of select="report/foreword/prose"/>
  <xsl:apply-templates select="report/signed"/>
  <xsl:if test="programme/headline/@average"><xsl:call-template name="national-table"/></xsl:if>
</xsl:template>

<!-- ==== recommendations, next steps ==== -->

<xsl:template name="improvement">
  <section id="recommendations" break="soft" ref-word="ref-recommendations">
    <heading level="1"><word key="recommendations"/></heading>
    <xsl:call-template name="recommendations"/>
    <xsl:call-template name="next-steps"/>
  </section>
</xsl:template>

<!-- ==== examples of good work, and what service users said ==== -->

<xsl:template name="examples">
  <xsl:if test="report/examples/item and not($beside)">
    <section id="examples" break="soft" ref-word="ref-examples">
      <heading level="1"><word key="examples"/></heading>
      <word key="examples-lead" count="{count(report/examples/item)}"/>
      <xsl:apply-templates select="report/examples/item"/>
      <p role="side"><word key="names-changed"/></p>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="examples/item">
  <xsl:variable name="first" select="normalize-space(criteria/item[1])"/>
  <box kind="case" story="yes">
    <title>
      <xsl:choose>
        <xsl:when test="$beside"><word key="example-title"/></xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="/inspection/programme/section[criterion/@id = $first]/title/prose"/>
        </xsl:otherwise>
      </xsl:choose>
    </title>
    <xsl:if test="not($beside) or criteria/item[2]">
    <aside>
      <label>
        <word key="examples-criteria" count="{count(criteria/item)}">
          <with name="list">
            <xsl:call-template name="join">
              <xsl:with-param name="nodes" select="criteria/item"/>
              <xsl:with-param name="key" select="'join-list'"/>
              <xsl:with-param name="last" select="'join-last'"/>
            </xsl:call-template>
          </with>
        </word>
      </label>
    </aside>
    </xsl:if>
    <xsl:copy-of select="text/prose"/>
  </box>
</xsl:template>

<!-- Behind examples it goes on where they end. -->
<xsl:template name="users">
  <xsl:param name="break" select="substring('soft', 1 + 4 * boolean(report/examples/item and not($beside)))"/>
  <xsl:if test="report/users/item">
    <section id="users" ref-word="ref-users" break="{$break}">
      <heading level="1"><word key="users"/></heading>
      <xsl:apply-templates select="report/users/item"/>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="users/item">
  <xsl:variable name="who" select="normalize-space(who)"/>
  <heading level="2">
    <xsl:copy-of select="/inspection/programme/questionnaire[@name = $who]/title/prose"/>
  </heading>
  <p><xsl:copy-of select="lead/prose"/></p>
  <list kind="bullet">
    <xsl:apply-templates select="points/item" mode="item"/>
  </list>
  <xsl:if test="not(preceding-sibling::item[normalize-space(who) = $who])">
    <xsl:apply-templates select="/inspection/programme/questionnaire[@name = $who][question/@of &gt;= ../@small-number]" mode="answers"/>
  </xsl:if>
  <xsl:for-each select="quotations/item">
    <quotation>
      <p><xsl:copy-of select="text/prose"/></p>
      <by><xsl:copy-of select="by/prose"/></by>
    </quotation>
  </xsl:for-each>
</xsl:template>

<!-- All that was counted, as a chart and as figures; not of so few that it shows who they are. -->
<xsl:template match="questionnaire" mode="answers">
  <xsl:variable name="counted" select="question[@of &gt; 0]"/>
  <chart kind="answers" id="chart-{@name}">
    <caption><xsl:call-template name="answers-message"/></caption>
    <measure><word key="answers-measure"><with name="table"><ref target="table-{@name}" form="number"/></with></word></measure>
    <alt><word key="answers-alt"><with name="questions"><fig expr="counted {count($counted)} {count($counted)} n questions"/></with><with name="table"><ref target="table-{@name}" form="number"/></with></word></alt>
    <xsl:for-each select="$counted">
      <xsl:variable name="name" select="@name"/>
      <group>
        <label><xsl:copy-of select="text/prose"/></label>
        <xsl:for-each select="choice">
          <bar of="{$name}={@name}"><label><xsl:copy-of select="title/prose"/></label></bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
  <xsl:if test="not($answers-in-appendix)"><xsl:call-template name="answers-table"/></xsl:if>
</xsl:template>

<xsl:template name="answers-table">
  <xsl:variable name="counted" select="question[@of &gt; 0]"/>
  <table kind="dense" id="table-{@name}">
    <caption><word key="answers-table"><with name="title"><xsl:copy-of select="title/prose"/></with></word></caption>
    <col width="rest" align="left"/>
    <col width="210" align="left"/>
    <thead>
      <tr><th scope="column"><word key="answers-question"/></th><th scope="column"><word key="answers-head"/></th></tr>
    </thead>
    <tbody>
      <xsl:for-each select="$counted">
        <tr>
          <th scope="row"><xsl:copy-of select="text/prose"/></th>
          <td>
            <xsl:call-template name="join">
              <xsl:with-param name="nodes" select="choice"/>
              <xsl:with-param name="key" select="'join-list'"/>
            </xsl:call-template>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="choice" mode="piece">
  <word key="answers-answer">
    <with name="title"><xsl:copy-of select="title/prose"/></with>
    <with name="count"><fig expr="{../@name}={@name} n"/></with>
  </word>
</xsl:template>

<!-- How many were content with the service. -->
<xsl:template name="answers-message">
  <xsl:variable name="content" select="question[@name = concat(../@name, '-satisfied')][@of &gt; 0]"/>
  <xsl:variable name="first" select="$content/choice[1]"/>
  <xsl:choose>
    <xsl:when test="not($content)"><word key="answers-plain"/></xsl:when>
    <xsl:when test="$first/@n = $content/@of"><word key="answers-all"/></xsl:when>
    <xsl:when test="$first/@n = 0"><word key="answers-none"/></xsl:when>
    <xsl:otherwise>
      <word key="answers-some" count="{$first/@n}">
        <with name="some"><fig expr="{$content/@name}={$first/@name} n of {@name} Spelt"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== sections 1 to 3 ==== -->

<xsl:variable name="first-section" select="'page'"/>

<xsl:template match="section">
  <xsl:variable name="id" select="@id"/>
  <section id="{$id}" break="{concat(substring($first-section, 1, 4 * not(preceding-sibling::section)), substring('soft', 1, 4 * boolean(preceding-sibling::section)))}" group="yes" ref-number="{$id}">
    <xsl:call-template name="section-heading"/>
    <xsl:apply-templates select="criterion"/>
    <xsl:call-template name="section-end"/>
    <xsl:if test="/inspection/report/commentary/entry[@key = $id]/prose">
      <heading level="2"><word key="commentary-{$id}"/></heading>
      <xsl:copy-of select="/inspection/report/commentary/entry[@key = $id]/prose"/>
    </xsl:if>
  </section>
</xsl:template>

<!-- Over its title what it is and its score, under it the way to every criterion. -->
<xsl:template name="section-heading">
  <heading level="1" number="{@id}.">
    <xsl:copy-of select="title/prose"/>
    <aside kind="over">
      <label><word key="section-over-{@id}"/></label>
      <value>
        <word key="section-overall">
          <with name="score"><strong><fig expr="score {@id}"/></strong></with>
        </word>
      </value>
    </aside>
  </heading>
  <xsl:call-template name="ribbon"/>
  <xsl:if test="@id = 3"><word key="section-intro-3"/></xsl:if>
</xsl:template>

<xsl:template name="ribbon">
  <xsl:variable name="own" select="@id"/>
  <ribbon>
    <xsl:for-each select="/inspection/programme/section/criterion">
      <tab target="{@id}" number="{@id}" own="{substring('yes', 1 + 3 * (../@id != $own))}" group="{substring('yes', 1 + 3 * boolean(preceding-sibling::criterion))}">
        <label><xsl:copy-of select="title/prose"/></label>
        <value><fig expr="score {@id}"/></value>
      </tab>
    </xsl:for-each>
  </ribbon>
</xsl:template>

<xsl:template name="section-end"/>

<!-- A criterion opens with its score, the verdict and what is looked for; its findings stand
     beside what they rest on. -->
<xsl:template match="criterion">
  <xsl:variable name="id" select="@id"/>
  <xsl:variable name="found" select="/inspection/report/findings/entry[@key = $id]"/>
  <section id="{$id}" ref-number="{$id}">
    <scorebox kind="criterion">
      <value><fig expr="score {$id}"/></value>
      <heading level="2" number="{$id}"><xsl:copy-of select="title/prose"/></heading>
      <xsl:if test="$found/verdict">
        <p role="standfirst"><xsl:copy-of select="$found/verdict/prose"/></p>
      </xsl:if>
      <box kind="look">
        <p><word key="criterion"><with name="text"><xsl:copy-of select="text/prose"/></with></word></p>
      </box>
      <comment>
        <xsl:call-template name="comment">
          <xsl:with-param name="of" select="$id"/>
          <xsl:with-param name="sign" select="true()"/>
        </xsl:call-template>
      </comment>
    </scorebox>
    <xsl:call-template name="criterion-findings"><xsl:with-param name="found" select="$found"/></xsl:call-template>
    <xsl:if test="$beside">
      <xsl:apply-templates select="/inspection/report/examples/item[normalize-space(criteria/item[1]) = $id]"/>
      <xsl:apply-templates select="/inspection/report/examples/item[normalize-space(criteria/item[1]) != $id][criteria/item[normalize-space(.) = $id]]" mode="elsewhere"/>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template name="criterion-findings">
  <xsl:param name="found"/>
  <xsl:apply-templates select="$found/strengths"/>
  <xsl:apply-templates select="$found/improvements"/>
  <xsl:if test="$found[not(strengths/item or improvements/item)]"><p><word key="nothing-reported"/></p></xsl:if>
</xsl:template>

<!-- It stands with the first of its criteria. -->
<xsl:template match="examples/item" mode="elsewhere">
  <xsl:variable name="first" select="normalize-space(criteria/item[1])"/>
  <p role="side">
    <word key="example-elsewhere">
      <with name="criterion"><link target="{$first}"><xsl:copy-of select="criteria/item[1]/prose"/></link></with>
    </word>
  </p>
</xsl:template>

<!-- ==== Appendix 1: scores as a chart and as figures, answers to key questions ==== -->

<xsl:template name="appendix-1">
  <section id="appendix-1" break="soft" group="yes" ref-word="ref-appendix" ref-number="1">
    <heading level="1"><word key="appendix-1"/></heading>
    <xsl:call-template name="scores-chart"/>
    <xsl:call-template name="scores-table"/>
    <xsl:if test="$both"><xsl:call-template name="earlier-table"/></xsl:if>
    <xsl:if test="$counts">
      <xsl:call-template name="key-table"/>
    </xsl:if>
    <xsl:if test="$parts[2]"><xsl:call-template name="parts-chart"/></xsl:if>
  </section>
</xsl:template>

<xsl:template name="scores-chart">
  <chart kind="scores" id="chart-scores">
    <caption><xsl:call-template name="sections-message"/></caption>
    <alt><xsl:call-template name="criteria-alt"/></alt>
    <legend>
      <title><word key="scores-legend"/></title>
      <xsl:for-each select="programme/band">
        <entry of="judgement {@id}"><xsl:copy-of select="title/prose"/></entry>
      </xsl:for-each>
    </legend>
    <xsl:for-each select="programme/section">
      <group of="score {@id}">
        <label><word key="section-{@id}"/></label>
        <value><word key="section-score"><with name="score"><fig expr="score {@id}"/></with></word></value>
        <xsl:for-each select="criterion">
          <bar of="score {@id}" number="{@id}">
            <label><xsl:copy-of select="title/prose"/></label>
            <remark><fig expr="judgement {@id}"/></remark>
          </bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- Which section is best and which worst, where they differ. -->
<xsl:template name="sections-message">
  <xsl:variable name="scored" select="programme/section[@percent]"/>
  <xsl:variable name="best" select="$scored[not(@percent &lt; $scored/@percent)]"/>
  <xsl:variable name="worst" select="$scored[not(@percent &gt; $scored/@percent)]"/>
  <xsl:choose>
    <xsl:when test="not($scored)"><word key="criteria-none"/></xsl:when>
    <xsl:when test="count($best) = count($scored)"><word key="sections-same"/></xsl:when>
    <xsl:otherwise>
      <word key="sections-differ">
        <with name="best"><xsl:copy-of select="$best[1]/title/prose"/></with>
        <with name="from"><fig expr="score {$best[1]/@id}"/></with>
        <with name="worst"><xsl:copy-of select="$worst[1]/title/prose"/></with>
        <with name="to"><fig expr="score {$worst[1]/@id}"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="scores-table">
  <table kind="dense" id="table-scores">
    <caption><word key="scores-table"/></caption>
    <col width="rest" align="left"/>
    <xsl:if test="$counts">
      <col width="62" align="right"/>
      <col width="62" align="right"/>
    </xsl:if>
    <col width="44" align="right"/>
    <col width="76" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="criterion-head"/></th>
        <xsl:if test="$counts">
          <th scope="column"><word key="sufficient"/></th>
          <th scope="column"><word key="applicable"/></th>
        </xsl:if>
        <th scope="column"><word key="score"/></th>
        <th scope="column"><word key="comment-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/section">
        <xsl:for-each select="criterion">
          <tr>
            <th scope="row" number="{@id}"><xsl:copy-of select="title/prose"/></th>
            <xsl:call-template name="score-cells"/>
          </tr>
        </xsl:for-each>
        <tr role="total">
          <th scope="row"><word key="section-overall-{@id}"/></th>
          <xsl:call-template name="score-cells"/>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Of the criterion or section at hand. -->
<xsl:template name="score-cells">
  <xsl:if test="$counts">
    <td><fig expr="score {@id} n"/></td>
    <td><fig expr="score {@id} of"/></td>
  </xsl:if>
  <td><fig expr="score {@id} %"/></td>
  <td><fig expr="judgement {@id}"/></td>
</xsl:template>

<xsl:template name="key-table">
  <table kind="normal" id="table-key">
    <caption><word key="key-table"/></caption>
    <col width="rest" align="left"/>
    <col width="62" align="right"/>
    <col width="62" align="right"/>
    <col width="48" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="key-head"/></th>
        <th scope="column"><word key="sufficient"/></th>
        <th scope="column"><word key="applicable"/></th>
        <th scope="column"><word key="score"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="programme/section/criterion[question/@key = 'yes']">
        <tr role="group">
          <th scope="row" colspan="4" number="{@id}"><xsl:copy-of select="title/prose"/></th>
        </tr>
        <xsl:for-each select="question[@key = 'yes']">
          <tr>
            <th scope="row" number="{@code}"><xsl:copy-of select="text/prose"/></th>
            <td><fig expr="{@name} n"/></td>
            <td><fig expr="{@name} of"/></td>
            <td><fig expr="{@name} %"/></td>
          </tr>
        </xsl:for-each>
      </xsl:for-each>
    </tbody>
  </table>
  <p role="side"><word key="key-note"/></p>
</xsl:template>

<!-- ==== Appendix 5: what the headlines stand for ==== -->

<xsl:template name="headlines-meaning">
  <p role="lead-in"><word key="headlines-meaning"/></p>
  <list kind="bullet">
    <xsl:for-each select="programme/headline">
      <item><p><word key="headline-meaning"><with name="title"><xsl:copy-of select="title/prose"/></with><with name="text"><xsl:copy-of select="text/prose"/></with></word></p></item>
    </xsl:for-each>
  </list>
</xsl:template>

<!-- ==== Appendices 2 to 4 ==== -->

<xsl:template name="appendix-2">
  <section id="appendix-2" break="soft" ref-word="ref-appendix" ref-number="2">
    <heading level="1"><word key="appendix-2"/></heading>
    <heading level="2"><word key="context-area"/></heading>
    <xsl:copy-of select="report/context/area/prose"/>
    <heading level="2"><word key="context-service"/></heading>
    <xsl:copy-of select="report/context/service/prose"/>
    <heading level="2"><word key="context-measures"/></heading>
    <word key="context-measures-text"/>
  </section>
</xsl:template>

<xsl:template name="appendix-3">
  <section id="appendix-3" break="soft" ref-word="ref-appendix" ref-number="3">
    <heading level="1"><word key="appendix-3"/></heading>
    <xsl:if test="$counts"><word key="arrangements-fieldwork"/></xsl:if>
    <xsl:copy-of select="report/arrangements/prose"/>
    <heading level="2"><word key="arrangements-programme"/></heading>
    <word key="arrangements-programme-text"/>
    <heading level="2"><word key="arrangements-method"/></heading>
    <word key="arrangements-method-text"/>
    <heading level="2"><word key="arrangements-publication"/></heading>
    <word key="arrangements-publication-text"/>
  </section>
</xsl:template>

<xsl:template name="appendix-4">
  <xsl:if test="$counts">
    <section id="appendix-4" break="soft" ref-word="ref-appendix" ref-number="4">
      <heading level="1"><word key="appendix-4"/></heading>
      <word key="sample-intro"/>
      <xsl:apply-templates select="programme/characteristic" mode="chart"/>
      <xsl:call-template name="sample-table"/>
      <xsl:for-each select="programme/questionnaire[@name = /inspection/report/users/item/who/text()][question/@of &gt;= ../@small-number]">
        <xsl:call-template name="answers-table"/>
      </xsl:for-each>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="sample-table">
  <table kind="dense" id="table-sample">
    <caption><word key="sample-table"/></caption>
    <col width="rest" align="left"/>
    <col width="62" align="right"/>
    <col width="62" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="sample-head"/></th>
        <th scope="column"><word key="cases-head"/></th>
        <th scope="column"><word key="share-head"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="programme/characteristic" mode="rows"/>
      <tr role="total">
        <th scope="row"><word key="sample-total"/></th>
        <td><fig expr="cases"/></td>
        <td><fig expr="cases %"/></td>
      </tr>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
