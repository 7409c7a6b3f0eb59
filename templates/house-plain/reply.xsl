<?xml version="1.0" encoding="UTF-8"?>
<!-- The reply to those who commented on a draft: a letter with a row for each comment. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report kind="letter">
    <title>
      <word key="reply-document">
        <with name="report"><xsl:copy-of select="reply/title/prose"/></with>
        <with name="title"><word key="reply-title"/></with>
      </word>
    </title>
    <foot><word key="reply-title"/></foot>
    <xsl:call-template name="letterhead"/>
    <section>
      <heading level="1"><word key="reply-title"/></heading>
      <xsl:apply-templates select="reply"/>
      <xsl:apply-templates select="report/signed/name | report/from[not(../signed/name)]" mode="signs"/>
    </section>
  </report>
</xsl:template>

<xsl:template match="reply">
  <table kind="letter">
    <col width="72" align="left"/>
    <col width="rest" align="left"/>
    <tbody>
      <xsl:if test="author">
        <tr>
          <th scope="row"><word key="reply-to"/></th>
          <td><xsl:apply-templates select="author" mode="paragraph"/></td>
        </tr>
      </xsl:if>
      <tr>
        <th scope="row"><word key="reply-about"/></th>
        <td><xsl:apply-templates select="title" mode="paragraph"/></td>
      </tr>
      <tr>
        <th scope="row"><word key="reply-date"/></th>
        <td><xsl:apply-templates select="date" mode="paragraph"/></td>
      </tr>
    </tbody>
  </table>
  <p>
    <word key="reply-dear{substring('-nobody', 1 + 7 * boolean(author))}">
      <xsl:if test="author">
        <with name="names">
          <xsl:call-template name="join">
            <xsl:with-param name="nodes" select="author"/>
            <xsl:with-param name="key" select="'join-list'"/>
            <xsl:with-param name="last" select="'join-last'"/>
          </xsl:call-template>
        </with>
      </xsl:if>
    </word>
  </p>
  <p><xsl:apply-templates select="." mode="count"><xsl:with-param name="key" select="'reply-thanks'"/></xsl:apply-templates></p>
  <list kind="bullet">
    <xsl:for-each select="decision[@count != 0]">
      <item>
        <xsl:apply-templates select="." mode="count">
          <xsl:with-param name="key" select="concat('reply-count-', @is)"/>
        </xsl:apply-templates>
      </item>
    </xsl:for-each>
  </list>
  <table kind="dense">
    <col width="58" align="left"/>
    <col width="122" align="left"/>
    <col width="136" align="left"/>
    <col width="rest" align="left"/>
    <thead>
      <tr>
        <th scope="column"><word key="form-reference"/></th>
        <th scope="column"><word key="reply-comment"/></th>
        <th scope="column"><word key="reply-decision"/></th>
        <th scope="column"><word key="reply-change"/></th>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="comment"/></tbody>
  </table>
  <xsl:if test="other"><xsl:call-template name="others"/></xsl:if>
</xsl:template>

<!-- What nobody asked for. -->
<xsl:template name="others">
  <section>
    <heading level="2"><word key="reply-others"/></heading>
    <p><word key="reply-others-lead"/></p>
    <table kind="dense">
      <col width="58" align="left"/>
      <col width="rest" align="left"/>
      <thead>
        <tr>
          <th scope="column"><word key="form-reference"/></th>
          <th scope="column"><word key="reply-change"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="other">
          <tr>
            <th scope="row"><xsl:copy-of select="reference/prose"/></th>
            <td><xsl:apply-templates select="." mode="change"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="author" mode="piece"><xsl:copy-of select="prose"/></xsl:template>

<xsl:template match="*" mode="paragraph">
  <p><xsl:copy-of select="prose"/></p>
</xsl:template>

<xsl:template match="*" mode="count">
  <xsl:param name="key"/>
  <word key="{$key}" count="{@count}"><with name="n"><xsl:copy-of select="n/prose"/></with></word>
</xsl:template>

<!-- Who wrote it is said where several did. -->
<xsl:template match="comment">
  <tr>
    <th scope="row">
      <xsl:copy-of select="reference/prose"/>
      <xsl:if test="not(reference)"><word key="reply-no-reference"/></xsl:if>
    </th>
    <td>
      <xsl:apply-templates select="text/line" mode="paragraph"/>
      <xsl:if test="author and count(../author) &gt; 1">
        <p><em><xsl:copy-of select="author/prose"/></em></p>
      </xsl:if>
    </td>
    <td>
      <p><strong><word key="form-{@decision}"/></strong></p>
      <xsl:apply-templates select="reason/line" mode="paragraph"/>
    </td>
    <td><xsl:apply-templates select="." mode="change"/></td>
  </tr>
</xsl:template>

<xsl:template match="comment" mode="change">
  <word key="reply-{@change}"/>
</xsl:template>

<xsl:template match="other[@change = 'new']" mode="change">
  <word key="reply-new"><with name="text"><xsl:apply-templates select="now" mode="version"/></with></word>
</xsl:template>

<xsl:template match="other[@change = 'gone']" mode="change">
  <p><word key="reply-was"><with name="text"><xsl:apply-templates select="was" mode="version"/></with></word></p>
  <p><word key="reply-gone"/></p>
</xsl:template>

<xsl:template match="*[@change = 'made']" mode="change">
  <p><word key="reply-was"><with name="text"><xsl:apply-templates select="was" mode="version"/></with></word></p>
  <p><word key="reply-now"><with name="text"><xsl:apply-templates select="now" mode="version"/></with></word></p>
</xsl:template>

<!-- What has changed in it is bold. -->
<xsl:template match="*" mode="version">
  <xsl:copy-of select="before/prose"/>
  <xsl:if test="changed"><strong><xsl:copy-of select="changed/prose"/></strong></xsl:if>
  <xsl:copy-of select="after/prose"/>
</xsl:template>

<!-- As the foreword is signed; a letter, by whom it is from. -->
<xsl:template match="*" mode="signs">
  <p><word key="reply-close"/></p>
  <signature>
    <xsl:if test="../image">
      <xsl:attribute name="src"><xsl:value-of select="normalize-space(../image)"/></xsl:attribute>
      <alt><word key="alt-signature"><with name="name"><xsl:copy-of select="prose"/></with></word></alt>
    </xsl:if>
    <name><xsl:copy-of select="prose"/></name>
    <xsl:for-each select="/inspection/report/signed/role">
      <role><xsl:apply-templates select="." mode="office"/></role>
    </xsl:for-each>
  </signature>
</xsl:template>

</xsl:stylesheet>
