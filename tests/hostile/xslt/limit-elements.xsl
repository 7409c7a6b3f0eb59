<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><report><xsl:for-each select="//*"><xsl:for-each select="//*"><xsl:for-each select="//*"><p/></xsl:for-each></xsl:for-each></xsl:for-each></report></xsl:template>
</xsl:stylesheet>
