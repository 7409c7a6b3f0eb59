<?xml version="1.0" encoding="UTF-8"?>
<!-- The press notice of a Short Quality Screening, which publishes no scores. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../house-2012/press.xsl"/>
</xsl:stylesheet>
