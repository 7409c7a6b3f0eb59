<?xml version="1.0" encoding="UTF-8"?>
<!-- Provisional findings, two weeks after the visit: what was scored, as the press notice of
     the family has it, and the main points, which a family says in the template
     "provisional-points".  A family imports its press notice first, then this. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house/common.xsl"/>

<xsl:template match="/inspection">
  <report kind="letter" pages="2">
    <title><word key="provisional-document"/></title>
    <subject><word key="provisional-subject"/></subject>
    <keywords><word key="keywords"/></keywords>
    <foot><word key="provisional-title"/></foot>
    <xsl:call-template name="letterhead"/>
    <section id="provisional" ref-word="ref-provisional">
      <heading level="1"><word key="provisional-title"/></heading>
      <p role="side"><word key="provisional-visit"/></p>
      <word key="provisional-standing"/>
      <xsl:call-template name="press-scores"/>
      <xsl:call-template name="provisional-points"/>
      <section id="provisional-next" ref-word="ref-provisional-next">
        <heading level="2"><word key="provisional-next"/></heading>
        <word key="provisional-next-text"/>
      </section>
    </section>
  </report>
</xsl:template>

</xsl:stylesheet>
