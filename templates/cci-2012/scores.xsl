<?xml version="1.0" encoding="UTF-8"?>
<!-- Scores at a glance: the headlines among those of all areas, the criteria on one scale,
     the questions done well most and least often.  Each caption says what its chart shows:
     which of the wordings it is, the data decide. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="best" select="/inspection/programme/band[1]/@id"/>
<xsl:variable name="headlines" select="/inspection/programme/headline"/>
<xsl:variable name="criteria" select="/inspection/programme/section/criterion"/>

<!-- Key questions with answers enough; three at either end, fewer where these would meet. -->
<xsl:variable name="ranked" select="$criteria/question[@key = 'yes'][/inspection/programme/@rank-from &gt; 0 and @of &gt;= /inspection/programme/@rank-from]"/>
<xsl:variable name="half" select="floor(count($ranked) div 2)"/>
<xsl:variable name="enough" select="$half - ($half - 3) * ($half &gt; 3)"/>

<xsl:template name="scoring">
  <section id="scoring" break="page" ref-word="ref-scoring">
    <heading level="1"><word key="scoring"/></heading>
    <xsl:call-template name="standfirst"/>
    <xsl:call-template name="headlines-chart"/>
    <xsl:call-template name="criteria-chart"/>
    <xsl:if test="$enough &gt; 0"><xsl:call-template name="ranked-chart"/></xsl:if>
    <p role="side"><word key="scoring-note"/></p>
  </section>
</xsl:template>

<!-- The verdict on the whole, where the report gives one. -->
<xsl:template name="standfirst">
  <xsl:if test="report/verdict/prose">
    <p role="standfirst"><xsl:copy-of select="report/verdict/prose"/></p>
  </xsl:if>
</xsl:template>

<!-- The judgements as zones of a scale, best first, and what lies under those whose limits
     are known. -->
<xsl:template name="zones">
  <legend>
    <title><word key="zones"/></title>
    <xsl:for-each select="/inspection/programme/band">
      <entry of="judgement {@id}"><word key="zone-{@id}"/></entry>
    </xsl:for-each>
    <entry><word key="zone-rest"/></entry>
  </legend>
</xsl:template>

<!-- ==== the headlines ==== -->

<xsl:template name="headlines-chart">
  <chart kind="distribution" id="chart-headlines">
    <caption><xsl:call-template name="headlines-message"/></caption>
    <measure>
      <word key="headlines-measure{substring('-alone', 1 + 6 * boolean($headlines/@average))}"/>
    </measure>
    <alt>
      <word key="headlines-alt">
        <with name="scores">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="$headlines"/>
            <xsl:with-param name="key" select="'join-names'"/>
          </xsl:call-template>
        </with>
      </word>
    </alt>
    <label><word key="area-name"/></label>
    <xsl:if test="$headlines/@average"><value><word key="headlines-average"/></value></xsl:if>
    <xsl:call-template name="zones"/>
    <xsl:for-each select="$headlines">
      <bar of="score {@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <remark><xsl:copy-of select="subtitle/prose"/></remark>
        <comment><xsl:call-template name="comment-short"/></comment>
      </bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template name="comment-short">
  <xsl:variable name="is" select="/inspection/judgement[@of = current()/@id]/@is"/>
  <xsl:choose>
    <xsl:when test="string($is) = ''"><word key="not-scored"/></xsl:when>
    <xsl:otherwise>
      <word key="comment-short"><with name="band"><caps><word key="band-{$is}"/></caps></with></word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="headline" mode="piece">
  <word key="headlines-alt-one{substring('-alone', 1 + 6 * boolean(@average))}">
    <with name="title"><xsl:copy-of select="title/prose"/></with>
    <with name="score"><fig expr="score {@id}"/></with>
    <with name="average"><xsl:if test="@average"><fig expr="national {@id} average"/></xsl:if></with>
  </word>
</xsl:template>

<!-- Above the average of the areas, below it, at it: on every headline or on some; where no
     other area is known, how much improvement is required. -->
<xsl:template name="headlines-message">
  <xsl:variable name="known" select="$headlines[@percent and @average]"/>
  <xsl:variable name="all" select="count($known)"/>
  <xsl:variable name="above" select="count($known[@percent &gt; @average])"/>
  <xsl:variable name="below" select="count($known[@percent &lt; @average])"/>
  <xsl:choose>
    <xsl:when test="not($headlines/@percent)"><word key="headlines-none"/></xsl:when>
    <xsl:when test="$all = 0"><xsl:call-template name="headlines-judged"/></xsl:when>
    <xsl:when test="$above = 0 and $below = 0">
      <xsl:call-template name="headlines-compared"><xsl:with-param name="key" select="'headlines-same'"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="$above &gt;= $below">
      <xsl:call-template name="headlines-compared">
        <xsl:with-param name="key" select="'headlines-above'"/>
        <xsl:with-param name="some" select="$above"/>
        <xsl:with-param name="all" select="$all"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="headlines-compared">
        <xsl:with-param name="key" select="'headlines-below'"/>
        <xsl:with-param name="some" select="$below"/>
        <xsl:with-param name="all" select="$all"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="headlines-compared">
  <xsl:param name="key"/>
  <xsl:param name="some" select="1"/>
  <xsl:param name="all" select="1"/>
  <xsl:variable name="first" select="$headlines[@average][1]/@id"/>
  <xsl:choose>
    <xsl:when test="$some = $all">
      <word key="{$key}" count="national {$first} areas">
        <with name="areas"><fig expr="national {$first} areas n"/></with>
      </word>
    </xsl:when>
    <xsl:otherwise>
      <word key="{$key}-some" count="national {$first} areas">
        <with name="areas"><fig expr="national {$first} areas n"/></with>
        <with name="headlines"><fig expr="counted {$some} {$all} spelt n of headlines"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="headlines-judged">
  <xsl:variable name="judged" select="/inspection/judgement[@of = $headlines/@id][@is != '']"/>
  <xsl:variable name="good" select="count($judged[@is = $best])"/>
  <xsl:choose>
    <xsl:when test="not($judged)"><word key="headlines-none"/></xsl:when>
    <xsl:when test="$good = count($judged)"><word key="headlines-best"/></xsl:when>
    <xsl:when test="$good = 0"><word key="headlines-no-best"/></xsl:when>
    <xsl:otherwise>
      <word key="headlines-some-best">
        <with name="headlines"><fig expr="counted {$good} {count($judged)} spelt n of headlines"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== the criteria ==== -->

<xsl:template name="criteria-chart">
  <chart kind="points" id="chart-criteria">
    <caption><xsl:call-template name="criteria-message"/></caption>
    <measure>
      <word key="criteria-measure">
        <with name="signs">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="/inspection/programme/band[@id = /inspection/judgement[@of = $criteria/@id]/@is]"/>
            <xsl:with-param name="key" select="'join-list'"/>
          </xsl:call-template>
        </with>
      </word>
    </measure>
    <alt><xsl:call-template name="criteria-alt"/></alt>
    <xsl:call-template name="zones"/>
    <xsl:for-each select="$criteria">
      <xsl:sort select="@percent" data-type="number" order="descending"/>
      <bar of="score {@id}" number="{@id}">
        <label><xsl:copy-of select="title/prose"/></label>
        <remark><word key="criteria-page"><with name="page"><pagenum target="{@id}"/></with></word></remark>
      </bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<xsl:template match="band" mode="piece">
  <word key="criteria-sign">
    <with name="sign"><sign of="judgement {@id}"/></with>
    <with name="band"><word key="zone-{@id}"/></with>
  </word>
</xsl:template>

<!-- The highest and the lowest. -->
<xsl:template name="criteria-alt">
  <xsl:variable name="scored" select="$criteria[@percent]"/>
  <word key="criteria-alt" count="{count($scored)}">
    <with name="criteria"><fig expr="counted {count($scored)} {count($scored)} n criteria"/></with>
    <with name="best"><xsl:call-template name="criteria-alt-at"><xsl:with-param name="place" select="1"/><xsl:with-param name="key" select="'criteria-alt-best'"/></xsl:call-template></with>
    <with name="worst"><xsl:if test="$scored[2]"><xsl:call-template name="criteria-alt-at"><xsl:with-param name="place" select="count($scored)"/><xsl:with-param name="key" select="'criteria-alt-worst'"/></xsl:call-template></xsl:if></with>
  </word>
</xsl:template>

<xsl:template name="criteria-alt-at">
  <xsl:param name="place"/>
  <xsl:param name="key"/>
  <xsl:for-each select="$criteria[@percent]">
    <xsl:sort select="@percent" data-type="number" order="descending"/>
    <xsl:if test="position() = $place">
      <word key="{$key}">
        <with name="score"><fig expr="score {@id}"/></with>
        <with name="title"><xsl:copy-of select="title/prose"/></with>
      </word>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- How many need more than the least improvement, and how much where it is the same for
     all of these. -->
<xsl:template name="criteria-message">
  <xsl:variable name="judged" select="/inspection/judgement[@of = $criteria/@id][@is != '']"/>
  <xsl:variable name="rest" select="$judged[@is != $best]"/>
  <xsl:variable name="band" select="$rest[1]/@is"/>
  <xsl:variable name="one" select="not($rest[@is != $band])"/>
  <xsl:variable name="count" select="count($rest)"/>
  <xsl:choose>
    <xsl:when test="not($judged)"><word key="criteria-none"/></xsl:when>
    <xsl:when test="$count = 0"><word key="criteria-best"/></xsl:when>
    <xsl:when test="$count = count($judged) and $one">
      <word key="criteria-all"><with name="band"><word key="zone-{$band}"/></with></word>
    </xsl:when>
    <xsl:when test="$count = count($judged)"><word key="criteria-no-best"/></xsl:when>
    <xsl:otherwise>
      <word key="criteria-some{substring('-more', 1 + 5 * $one)}" count="{$count}">
        <with name="criteria"><fig expr="counted {$count} {count($judged)} Spelt n of criteria"/></with>
        <with name="band"><word key="zone-{$band}"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== what was done well most and least often ==== -->

<xsl:template name="ranked-chart">
  <chart kind="columns" id="chart-ranked">
    <caption>
      <xsl:call-template name="ranked-word">
        <xsl:with-param name="key" select="'ranked'"/>
        <xsl:with-param name="first" select="1"/>
        <xsl:with-param name="second" select="count($ranked)"/>
      </xsl:call-template>
    </caption>
    <alt>
      <word key="ranked-alt">
        <with name="most">
          <xsl:call-template name="ranked-word">
            <xsl:with-param name="key" select="'ranked-alt-most'"/>
            <xsl:with-param name="first" select="$enough"/>
            <xsl:with-param name="second" select="1"/>
          </xsl:call-template>
        </with>
        <with name="least">
          <xsl:call-template name="ranked-word">
            <xsl:with-param name="key" select="'ranked-alt-least'"/>
            <xsl:with-param name="first" select="count($ranked)"/>
            <xsl:with-param name="second" select="count($ranked) - $enough + 1"/>
          </xsl:call-template>
        </with>
      </word>
    </alt>
    <group fill="solid">
      <label><word key="ranked-most"/></label>
      <xsl:for-each select="$ranked">
        <xsl:sort select="@percent" data-type="number" order="descending"/>
        <xsl:if test="position() &lt;= $enough"><xsl:call-template name="ranked-bar"/></xsl:if>
      </xsl:for-each>
    </group>
    <group fill="short">
      <label><word key="ranked-least"/></label>
      <xsl:for-each select="$ranked">
        <xsl:sort select="@percent" data-type="number"/>
        <xsl:if test="position() &lt;= $enough"><xsl:call-template name="ranked-bar"/></xsl:if>
      </xsl:for-each>
    </group>
  </chart>
</xsl:template>

<xsl:template name="ranked-bar">
  <bar of="{@name}"><label><xsl:copy-of select="text/prose"/></label></bar>
</xsl:template>

<!-- A wording with the shares of two questions, by their places from the best on. -->
<xsl:template name="ranked-word">
  <xsl:param name="key"/>
  <xsl:param name="first"/>
  <xsl:param name="second"/>
  <word key="{$key}">
    <with name="questions"><fig expr="counted {$enough} {$enough} n key-questions"/></with>
    <with name="from"><xsl:call-template name="ranked-share"><xsl:with-param name="place" select="$first"/></xsl:call-template></with>
    <with name="to"><xsl:call-template name="ranked-share"><xsl:with-param name="place" select="$second"/></xsl:call-template></with>
  </word>
</xsl:template>

<xsl:template name="ranked-share">
  <xsl:param name="place"/>
  <xsl:for-each select="$ranked">
    <xsl:sort select="@percent" data-type="number" order="descending"/>
    <xsl:if test="position() = $place"><fig expr="{@name} %"/></xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- ==== part against part ==== -->

<!-- The first two or three values of the column that the report names. -->
<xsl:variable name="parts" select="/inspection/compared/value[position() &lt;= 3]"/>

<xsl:template name="parts-chart">
  <chart kind="linked" id="chart-parts">
    <caption><xsl:call-template name="parts-message"/></caption>
    <measure><word key="parts-measure"/></measure>
    <alt>
      <word key="parts-alt">
        <with name="parts"><xsl:call-template name="parts-names"/></with>
        <with name="criteria"><fig expr="counted {count($criteria)} {count($criteria)} n criteria"/></with>
      </word>
    </alt>
    <legend>
      <xsl:for-each select="$parts">
        <entry fill="{normalize-space(substring('solid     hatch-up  hatch-down', 10 * position() - 9, 10))}">
          <xsl:copy-of select="title/prose"/>
        </entry>
      </xsl:for-each>
    </legend>
    <xsl:for-each select="$criteria">
      <xsl:variable name="id" select="@id"/>
      <group>
        <label><xsl:copy-of select="title/prose"/></label>
        <xsl:for-each select="$parts">
          <bar of="score {$id} where {@where}" number="{$id}"><label><xsl:copy-of select="title/prose"/></label></bar>
        </xsl:for-each>
      </group>
    </xsl:for-each>
  </chart>
  <table kind="dense" id="table-parts">
    <caption><word key="parts-table"/></caption>
    <col width="rest" align="left"/>
    <xsl:for-each select="$parts"><col width="84" align="right"/></xsl:for-each>
    <thead>
      <tr>
        <th scope="column"><word key="criterion-head"/></th>
        <xsl:for-each select="$parts"><th scope="column"><xsl:copy-of select="title/prose"/></th></xsl:for-each>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="$criteria">
        <xsl:variable name="id" select="@id"/>
        <tr>
          <th scope="row" number="{$id}"><xsl:copy-of select="title/prose"/></th>
          <xsl:for-each select="$parts">
            <td>
              <xsl:choose>
                <xsl:when test="score[@of = $id]"><fig expr="score {$id} % where {@where}"/></xsl:when>
                <xsl:otherwise><word key="not-scored"/></xsl:otherwise>
              </xsl:choose>
            </td>
          </xsl:for-each>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template name="parts-names">
  <xsl:call-template name="join">
    <xsl:with-param name="nodes" select="$parts"/>
    <xsl:with-param name="key" select="'join-list'"/>
    <xsl:with-param name="last" select="'join-last'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="compared/value" mode="piece"><xsl:copy-of select="title/prose"/></xsl:template>

<!-- Of two parts which is higher, and how often; of more, who they are. -->
<xsl:template name="parts-message">
  <xsl:variable name="one" select="$parts[1]/score[@of = $criteria/@id]"/>
  <xsl:variable name="two" select="$parts[2]/score[@of = $criteria/@id]"/>
  <xsl:variable name="both" select="count($one[@of = $two/@of])"/>
  <xsl:variable name="higher">
    <xsl:for-each select="$one"><xsl:if test="@percent &gt; $two[@of = current()/@of]/@percent"><xsl:value-of select="1"/></xsl:if></xsl:for-each>
  </xsl:variable>
  <xsl:variable name="lower">
    <xsl:for-each select="$one"><xsl:if test="@percent &lt; $two[@of = current()/@of]/@percent"><xsl:value-of select="1"/></xsl:if></xsl:for-each>
  </xsl:variable>
  <xsl:variable name="up" select="string-length($higher)"/>
  <xsl:variable name="down" select="string-length($lower)"/>
  <xsl:choose>
    <xsl:when test="$both = 0 or count($parts) != 2">
      <word key="parts-several"><with name="parts"><xsl:call-template name="parts-names"/></with></word>
    </xsl:when>
    <xsl:when test="$up = 0 and $down = 0">
      <word key="parts-same"><with name="parts"><xsl:call-template name="parts-names"/></with></word>
    </xsl:when>
    <xsl:when test="$up &gt;= $down">
      <xsl:call-template name="parts-higher">
        <xsl:with-param name="higher" select="$parts[1]"/>
        <xsl:with-param name="lower" select="$parts[2]"/>
        <xsl:with-param name="count" select="$up"/>
        <xsl:with-param name="all" select="$both"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="parts-higher">
        <xsl:with-param name="higher" select="$parts[2]"/>
        <xsl:with-param name="lower" select="$parts[1]"/>
        <xsl:with-param name="count" select="$down"/>
        <xsl:with-param name="all" select="$both"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="parts-higher">
  <xsl:param name="higher"/>
  <xsl:param name="lower"/>
  <xsl:param name="count"/>
  <xsl:param name="all"/>
  <word key="parts-higher{substring('-all', 1 + 4 * ($count != $all))}">
    <with name="higher"><xsl:copy-of select="$higher/title/prose"/></with>
    <with name="lower"><xsl:copy-of select="$lower/title/prose"/></with>
    <with name="criteria"><fig expr="counted {$count} {$all} spelt n of criteria"/></with>
  </word>
</xsl:template>

<!-- ==== an earlier inspection beside this one ==== -->

<!-- What was scored both times: the headlines, then the criteria. -->
<xsl:variable name="both" select="($headlines | $criteria)[@earlier and @percent]"/>

<xsl:template name="earlier">
  <xsl:if test="$both">
    <section id="earlier" break="soft" ref-word="ref-earlier">
      <heading level="1"><word key="earlier"/></heading>
      <xsl:call-template name="earlier-chart"/>
      <p role="side"><word key="earlier-note"/></p>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="earlier-chart">
  <chart kind="linked" id="chart-earlier">
    <caption><xsl:call-template name="earlier-message"/></caption>
    <measure><word key="earlier-measure"><with name="table"><ref target="table-earlier" form="number"/></with></word></measure>
    <alt><xsl:call-template name="earlier-alt"/></alt>
    <legend>
      <entry fill="solid"><word key="earlier-now"/></entry>
      <entry fill="hatch-up"><word key="earlier-then"/></entry>
    </legend>
    <xsl:for-each select="$both">
      <xsl:sort select="count(self::criterion)" data-type="number"/>
      <group>
        <label><xsl:copy-of select="title/prose"/></label>
        <bar of="score {@id}">
          <xsl:if test="self::criterion"><xsl:attribute name="number"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
          <label><word key="earlier-now"/></label>
        </bar>
        <bar of="earlier {@id}"><label><word key="earlier-then"/></label></bar>
      </group>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- How many are higher or lower: what there is more of. -->
<xsl:template name="earlier-message">
  <xsl:variable name="up" select="count($both[@percent &gt; @earlier])"/>
  <xsl:variable name="down" select="count($both[@percent &lt; @earlier])"/>
  <xsl:choose>
    <xsl:when test="$up = 0 and $down = 0"><word key="earlier-same"/></xsl:when>
    <xsl:when test="$up &gt;= $down">
      <xsl:call-template name="earlier-some">
        <xsl:with-param name="key" select="'earlier-higher'"/>
        <xsl:with-param name="some" select="$up"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="earlier-some">
        <xsl:with-param name="key" select="'earlier-lower'"/>
        <xsl:with-param name="some" select="$down"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="earlier-some">
  <xsl:param name="key"/>
  <xsl:param name="some"/>
  <xsl:choose>
    <xsl:when test="$some = count($both)"><word key="{$key}-all"/></xsl:when>
    <xsl:otherwise>
      <word key="{$key}" count="{$some}">
        <with name="scores"><fig expr="counted {$some} {count($both)} Spelt n of scores"/></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="earlier-alt">
  <xsl:variable name="ends" select="$both[@percent != @earlier] and $both[2]"/>
  <word key="earlier-alt{substring('-plain', 1 + 6 * $ends)}">
    <with name="scores"><fig expr="counted {count($both)} {count($both)} n scores"/></with>
    <xsl:if test="$ends">
      <with name="most"><xsl:call-template name="earlier-end"/></with>
      <with name="least"><xsl:call-template name="earlier-end"><xsl:with-param name="end" select="'least'"/></xsl:call-template></with>
    </xsl:if>
  </word>
</xsl:template>

<!-- The one that has gained most, or that has lost most. -->
<xsl:template name="earlier-end">
  <xsl:param name="end" select="'most'"/>
  <xsl:variable name="order" select="substring('ascendingdescending', 1 + 9 * ($end = 'most'), 10 - ($end != 'most'))"/>
  <xsl:for-each select="$both">
    <xsl:sort select="@percent - @earlier" data-type="number" order="{$order}"/>
    <xsl:if test="position() = 1">
      <word key="earlier-alt-{$end}">
        <with name="title">
          <xsl:choose>
            <xsl:when test="self::criterion">
              <word key="earlier-alt-criterion">
                <with name="number"><ref target="{@id}" form="number"/></with>
                <with name="title"><xsl:copy-of select="title/prose"/></with>
              </word>
            </xsl:when>
            <xsl:otherwise><xsl:copy-of select="title/prose"/></xsl:otherwise>
          </xsl:choose>
        </with>
        <with name="then"><fig expr="earlier {@id}"/></with>
        <with name="now"><fig expr="score {@id}"/></with>
      </word>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<xsl:template name="earlier-table">
  <table kind="dense" id="table-earlier">
    <caption><word key="earlier-table"/></caption>
    <col width="rest" align="left"/>
    <col width="80" align="right"/>
    <col width="80" align="right"/>
    <col width="96" align="right"/>
    <thead>
      <tr>
        <th scope="column"><word key="earlier-head"/></th>
        <th scope="column"><word key="earlier-then"/></th>
        <th scope="column"><word key="earlier-now"/></th>
        <th scope="column"><word key="earlier-change"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="$both">
        <xsl:sort select="count(self::criterion)" data-type="number"/>
        <tr>
          <th scope="row">
            <xsl:if test="self::criterion"><xsl:attribute name="number"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
            <xsl:copy-of select="title/prose"/>
          </th>
          <td><fig expr="earlier {@id}"/></td>
          <td><fig expr="score {@id}"/></td>
          <td><fig expr="score {@id} above earlier"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
