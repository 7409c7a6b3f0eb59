<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <form n="none">
      <fields kind="under">
        <field/>
        <field name="silent"/>
      </fields>
    </form>
    <form>
      <fields>
        <field name="a.b.c"><label><word key="title"/></label></field>
        <field name="who"><label><word key="title"/></label></field>
        <field name="who" lines="0"><label><word key="title"/></label></field>
        <choice name="A"/>
        <field name="kind" width="-5">
          <label><word key="title"/></label>
          <choice name="Off"><word key="title"/></choice>
          <choice name="A"><word key="title"/></choice>
          <choice name="A"/>
        </field>
      </fields>
      <field name="loose"/>
    </form>
  </section></report>
</xsl:template>
</xsl:stylesheet>
