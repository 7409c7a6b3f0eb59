<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <report><title><word key="title"/></title><section>
    <p><fig value="3"/></p>
    <p><fig value="{1 div 3}" of="title"/></p>
    <p><fig value="{number('x')}" of="title"/></p>
    <p><fig value="-3" of="title"/></p>
    <p><fig value="3" expr="cases"/></p>
    <p><fig expr="cases" form="spelt"/></p>
    <p><fig of="title" form="spelt"/></p>
    <p><fig value="3" of="titel"/></p>
    <p><fig value="3" of="title" form="%"/></p>
    <p><fig value="3" of="title" form="n of"/></p>
    <p><fig value="3" of="title" form="n casses"/></p>
    <p><fig value="3" of="title" form="n where custody"/></p>
    <p><number n="A"/><number/></p>
    <p><fig/></p>
  </section></report>
</xsl:template>
</xsl:stylesheet>
