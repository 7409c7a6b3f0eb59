<?xml version="1.0" encoding="UTF-8"?>
<!-- What reports of any kind share.  Elements only: words come from words.yaml, an author's
     text and the programme's titles pass through as prose. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- ==== joining: names, criteria, sentences of an alternative text ==== -->

<!-- The nodes one after the other, each as mode "piece" makes it; the wording `key` sets
     what stands between two of them, `last` between the last two. -->
<xsl:template name="join">
  <xsl:param name="nodes"/>
  <xsl:param name="key"/>
  <xsl:param name="last" select="$key"/>
  <xsl:choose>
    <xsl:when test="count($nodes) = 2">
      <word key="{$last}">
        <with name="first"><xsl:apply-templates select="$nodes[1]" mode="piece"/></with>
        <with name="rest"><xsl:apply-templates select="$nodes[2]" mode="piece"/></with>
      </word>
    </xsl:when>
    <xsl:when test="count($nodes) &lt; 2">
      <xsl:apply-templates select="$nodes" mode="piece"/>
    </xsl:when>
    <xsl:otherwise>
      <word key="{$key}">
        <with name="first"><xsl:apply-templates select="$nodes[1]" mode="piece"/></with>
        <with name="rest">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="$nodes[position() != 1]"/>
            <xsl:with-param name="key" select="$key"/>
            <xsl:with-param name="last" select="$last"/>
          </xsl:call-template>
        </with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="item" mode="piece">
  <xsl:copy-of select="prose"/>
</xsl:template>

<!-- ==== cover ==== -->

<!-- The edition's own language first; the line about the other edition in its language. -->
<xsl:template name="cover">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <cover>
    <xsl:call-template name="names"/>
    <xsl:call-template name="cover-straps"/>
    <lead><word key="cover-lead"/></lead>
    <area><word key="cover-area"/></area>
    <date><word key="cover-date"/></date>
    <xsl:call-template name="cover-isbn"/>
    <xsl:if test="contains(@editions, $other)">
      <other lang="{$other}"><word key="cover-other"/></other>
    </xsl:if>
    <xsl:call-template name="cover-logos"/>
  </cover>
</xsl:template>

<!-- Whose the report is; in the other language where there is such an edition. -->
<xsl:template name="names">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <name lang="{@lang}"><word key="cover-name"/></name>
  <xsl:if test="contains(@editions, $other)">
    <name lang="{$other}"><word key="cover-name-other"/></name>
  </xsl:if>
</xsl:template>

<xsl:template name="cover-straps">
  <strap><xsl:copy-of select="programme/title/prose"/></strap>
</xsl:template>

<!-- A family whose number stands elsewhere has one of its own, which is empty. -->
<xsl:template name="cover-isbn">
  <xsl:if test="/inspection/report/isbn/@*[name() = /inspection/@lang]">
    <isbn><word key="cover-isbn"/></isbn>
  </xsl:if>
</xsl:template>

<!-- At the foot of the cover.  A family with a picture of its own says <logo picture="NAME"/> here. -->
<xsl:template name="cover-logos">
  <xsl:apply-templates select="report/partners/item" mode="logo"/>
</xsl:template>

<xsl:template match="partners/item" mode="logo">
  <logo src="{normalize-space(logo)}">
    <alt><word key="logo-alt"><with name="name"><xsl:copy-of select="name/prose"/></with></word></alt>
  </logo>
</xsl:template>

<!-- ==== facts: a number and what it is the number of ==== -->

<xsl:template match="facts/item">
  <box kind="fact">
    <value><xsl:copy-of select="figure/prose"/></value>
    <p><xsl:copy-of select="text/prose"/></p>
  </box>
</xsl:template>

<!-- ==== whose it is, what comes next ==== -->

<xsl:template name="publication">
  <section id="imprint">
    <heading level="2"><word key="imprint"/></heading>
    <p>
      <word key="imprint-owner"/>
      <xsl:if test="report/isbn/@*[name() = /inspection/@lang]"><br/><word key="imprint-isbn"/></xsl:if>
    </p>
    <word key="imprint-text"/>
  </section>
</xsl:template>

<xsl:template name="next-steps">
  <section id="next-steps">
    <heading level="2"><word key="next-steps"/></heading>
    <word key="next-steps-text"/>
  </section>
</xsl:template>

<!-- Of a report that was published before, what has changed in it since. -->
<xsl:template name="corrections">
  <xsl:if test="/inspection/report/corrections/item">
    <box kind="box">
      <title><word key="corrections"/></title>
      <p><word key="corrections-lead"/></p>
      <xsl:for-each select="/inspection/report/corrections/item">
        <p>
          <word key="correction">
            <with name="date"><xsl:copy-of select="date/prose"/></with>
            <with name="what"><xsl:copy-of select="what/prose"/></with>
            <with name="why"><xsl:copy-of select="why/prose"/></with>
          </word>
        </p>
      </xsl:for-each>
    </box>
  </xsl:if>
</xsl:template>

<!-- ==== letters and notices ==== -->

<xsl:template name="letterhead">
  <letterhead>
    <xsl:call-template name="letter-names"/>
    <address><word key="letter-address"/></address>
    <xsl:call-template name="letter-straps"/>
  </letterhead>
</xsl:template>

<xsl:template name="letter-names"><xsl:call-template name="names"/></xsl:template>

<!-- What it is part of; in the other language where there is such an edition. -->
<xsl:template name="letter-straps">
  <xsl:variable name="other" select="substring('cyen', 1 + 2 * (@lang = 'cy'), 2)"/>
  <strap lang="{@lang}"><word key="letter-programme"/></strap>
  <xsl:if test="contains(@editions, $other)">
    <strap lang="{$other}"><word key="letter-programme-other"/></strap>
  </xsl:if>
</xsl:template>

<!-- ==== who signs, who worked on it ==== -->

<xsl:template match="signed">
  <signature>
    <xsl:if test="image">
      <xsl:attribute name="src"><xsl:value-of select="normalize-space(image)"/></xsl:attribute>
      <alt><word key="alt-signature"><with name="name"><xsl:copy-of select="name/prose"/></with></word></alt>
    </xsl:if>
    <name><xsl:copy-of select="name/prose"/></name>
    <role><xsl:apply-templates select="role" mode="office"/></role>
    <date><word key="cover-date"/></date>
  </signature>
</xsl:template>

<xsl:template match="role" mode="office"><word key="signs-{normalize-space()}"/></xsl:template>
<xsl:template match="role[@typed]" mode="office"><xsl:copy-of select="prose"/></xsl:template>

<!-- As many have it; or as it was typed. -->
<xsl:template match="role" mode="people">
  <word key="role-{normalize-space()}" count="{count(../names/item)}"/>
</xsl:template>
<xsl:template match="role[@typed]" mode="people"><xsl:copy-of select="prose"/></xsl:template>

<xsl:template match="people">
  <table kind="people">
    <col width="160" align="left"/>
    <col width="rest" align="left"/>
    <tbody>
      <xsl:for-each select="item">
        <tr>
          <th scope="row"><xsl:apply-templates select="role" mode="people"/></th>
          <td><xsl:apply-templates select="names" mode="people"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Names in one line; a family that wants a line for each says
     <xsl:template match="names" mode="people"><xsl:apply-templates select="." mode="lines"/></xsl:template> -->
<xsl:template match="names" mode="people">
  <xsl:call-template name="join">
    <xsl:with-param name="nodes" select="item"/>
    <xsl:with-param name="key" select="'join-names'"/>
  </xsl:call-template>
</xsl:template>
<xsl:template match="names" mode="lines">
  <xsl:for-each select="item"><p><xsl:copy-of select="prose"/></p></xsl:for-each>
</xsl:template>

<!-- ==== judgements ==== -->

<!-- What the score called `of` is judged, with its pattern; with `sign` as in charts of
     points. -->
<xsl:template name="comment">
  <xsl:param name="of"/>
  <xsl:param name="sign" select="false()"/>
  <xsl:variable name="is" select="/inspection/judgement[@of = $of]/@is"/>
  <xsl:choose>
    <xsl:when test="string($is) = ''"><word key="not-scored"/></xsl:when>
    <xsl:otherwise>
      <word key="comment">
        <with name="swatch">
          <xsl:choose>
            <xsl:when test="$sign"><sign of="judgement {$of}"/></xsl:when>
            <xsl:otherwise><swatch of="judgement {$of}"/></xsl:otherwise>
          </xsl:choose>
        </with>
        <with name="band"><strong><caps><word key="band-{$is}"/></caps></strong></with>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== recommendations ==== -->

<!-- Each ends with who is responsible; only the last of a list has a full stop. -->
<xsl:template match="recommendations/item | furthermore/item">
  <item>
    <word>
      <xsl:attribute name="key">
        <xsl:value-of select="concat('recommendation', substring('-last', 1 + 5 * (position() != last())))"/>
      </xsl:attribute>
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
    </word>
  </item>
</xsl:template>

<xsl:template name="recommendations">
  <xsl:if test="report/recommendations/item">
    <p role="side"><word key="recommendations-responsible"/></p>
    <p role="lead-in"><word key="recommendations-lead"/></p>
    <list kind="paren">
      <xsl:apply-templates select="report/recommendations/item"/>
    </list>
  </xsl:if>
  <xsl:if test="report/furthermore/item">
    <p role="lead-in"><word key="recommendations-further"/></p>
    <list kind="paren" start="continue">
      <xsl:apply-templates select="report/furthermore/item"/>
    </list>
  </xsl:if>
</xsl:template>

<!-- ==== lists of findings ==== -->

<!-- "Strengths" or "Areas for improvement" with its numbered items; nothing when empty. -->
<xsl:template match="strengths">
  <xsl:call-template name="findings-list">
    <xsl:with-param name="kind" select="'strengths'"/>
    <xsl:with-param name="bar" select="'blue'"/>
    <xsl:with-param name="ref" select="'ref-strength'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="improvements">
  <xsl:call-template name="findings-list">
    <xsl:with-param name="kind" select="'improvements'"/>
    <xsl:with-param name="bar" select="'orange'"/>
    <xsl:with-param name="ref" select="'ref-improvement'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="findings-list">
  <xsl:param name="kind"/>
  <xsl:param name="bar"/>
  <xsl:param name="ref"/>
  <xsl:if test="item">
    <heading level="3" bar="{$bar}">
      <word key="{$kind}" count="{count(item)}"/>
      <xsl:if test="@evidence"><aside><label><word key="evidence-head"/></label></aside></xsl:if>
    </heading>
    <list kind="{concat(substring('findings', 1 + 8 * not(@evidence)), substring('paren', 1 + 5 * boolean(@evidence)))}" ref-word="{$ref}">
      <xsl:apply-templates select="item" mode="item"/>
    </list>
  </xsl:if>
</xsl:template>

<xsl:template match="item" mode="item">
  <item><xsl:copy-of select="prose"/></item>
</xsl:template>

<!-- ==== what the sample was like ==== -->

<xsl:template match="category" mode="piece">
  <xsl:variable name="where" select="concat('where ', ../@name, '=', @name)"/>
  <word key="sample-alt-bar">
    <with name="title"><xsl:copy-of select="title/prose"/></with>
    <with name="count"><fig expr="cases n cases {$where}"/></with>
    <with name="share"><fig expr="cases % {$where}"/></with>
  </word>
</xsl:template>

<xsl:template match="characteristic" mode="chart">
  <chart kind="sample" id="chart-{@name}">
    <caption><xsl:call-template name="sample-message"/></caption>
    <alt>
      <word key="sample-alt">
        <with name="title"><xsl:copy-of select="title/prose"/></with>
        <with name="bars">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="category"/>
            <xsl:with-param name="key" select="'join-names'"/>
          </xsl:call-template>
        </with>
      </word>
    </alt>
    <xsl:for-each select="category">
      <bar of="cases where {../@name}={@name}"><label><xsl:copy-of select="title/prose"/></label></bar>
    </xsl:for-each>
  </chart>
</xsl:template>

<!-- Which of its groups is the largest, where there is one. -->
<xsl:template name="sample-message">
  <xsl:variable name="most" select="category[@n and not(@n &lt; ../category/@n)]"/>
  <xsl:choose>
    <xsl:when test="not($most)"><xsl:copy-of select="title/prose"/></xsl:when>
    <xsl:otherwise>
      <word key="sample-{substring('samelargest', 1 + 4 * not($most[2]), 7 - 3 * boolean($most[2]))}">
        <with name="title"><xsl:copy-of select="title/prose"/></with>
        <xsl:if test="not($most[2])">
          <with name="group"><xsl:copy-of select="$most/title/prose"/></with>
          <with name="cases"><fig expr="cases n of cases where {@name}={$most/@name}"/></with>
        </xsl:if>
      </word>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="characteristic" mode="rows">
  <tr role="group"><th scope="row" colspan="3"><xsl:copy-of select="title/prose"/></th></tr>
  <xsl:for-each select="category">
    <xsl:variable name="where" select="concat('where ', ../@name, '=', @name)"/>
    <tr>
      <th scope="row"><xsl:copy-of select="title/prose"/></th>
      <td><fig expr="cases {$where}"/></td>
      <td><fig expr="cases % {$where}"/></td>
    </tr>
  </xsl:for-each>
</xsl:template>

<!-- ==== glossary ==== -->

<xsl:template name="glossary">
  <glossary id="glossary">
    <th scope="column"><word key="glossary-term"/></th>
    <th scope="column"><word key="glossary-meaning"/></th>
  </glossary>
</xsl:template>

<!-- ==== the form for comments on a draft ==== -->

<!-- At the end of a draft; not among the contents, which are those of the final. -->
<xsl:template name="response-form">
  <xsl:if test="/inspection/@stage = 'draft'">
    <section id="response-form" break="page" toc="no">
      <heading level="1"><word key="form-title"/></heading>
      <word key="form-instructions"/>
      <form>
        <alt><word key="form-table"/></alt>
        <fields kind="beside">
          <field name="who"><label><word key="form-who"/></label></field>
          <field name="date" width="180"><label><word key="form-date"/></label></field>
        </fields>
        <fields kind="fixed">
          <field name="gwasg.report"><label><word key="form-report"/></label></field>
          <field name="gwasg.draft" width="90"><label><word key="form-draft"/></label></field>
          <field name="gwasg.hash" width="130"><label><word key="form-hash"/></label></field>
        </fields>
      </form>
      <xsl:call-template name="response-blocks">
        <xsl:with-param name="n" select="1"/>
        <xsl:with-param name="last" select="11"/>
      </xsl:call-template>
    </section>
  </xsl:if>
</xsl:template>

<!-- A block for each comment: two on the first page, three on the others. -->
<xsl:template name="response-blocks">
  <xsl:param name="n"/>
  <xsl:param name="last"/>
  <form n="{$n}">
    <fields>
      <field name="ref" width="81"><label><word key="form-reference"/></label></field>
      <field name="page" width="42"><label><word key="form-page"/></label></field>
      <field name="kind">
        <label><word key="form-kind"/></label>
        <choice name="A"><word key="form-kind-a"/></choice>
        <choice name="B"><word key="form-kind-b"/></choice>
        <choice name="C"><word key="form-kind-c"/></choice>
      </field>
    </fields>
    <fields>
      <field name="ours" lines="3"><label><word key="form-ours"/></label></field>
      <field name="correction" lines="3"><label><word key="form-correction"/></label></field>
    </fields>
    <fields>
      <field name="evidence"><label><word key="form-evidence"/></label></field>
    </fields>
    <fields kind="beside" role="answer">
      <field name="decision">
        <label><word key="form-decision"/></label>
        <choice name="accepted"><word key="form-accepted"/></choice>
        <choice name="part"><word key="form-part"/></choice>
        <choice name="not-accepted"><word key="form-not-accepted"/></choice>
      </field>
    </fields>
    <fields kind="beside" role="answer">
      <field name="reason"><label><word key="form-reason"/></label></field>
    </fields>
  </form>
  <xsl:if test="$n &lt; $last">
    <xsl:call-template name="response-blocks">
      <xsl:with-param name="n" select="$n + 1"/>
      <xsl:with-param name="last" select="$last"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
