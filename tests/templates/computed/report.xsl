<?xml version="1.0" encoding="UTF-8"?>
<!-- The specimen, and in the place of its contents the steps from 0 to 11, a few thousand and
     a million, in every form of a number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../specimen/report.xsl"/>

<xsl:template match="inspection" mode="show">
  <xsl:call-template name="steps"><xsl:with-param name="n" select="0"/></xsl:call-template>
  <xsl:call-template name="step"><xsl:with-param name="n" select="1000000 + 2500"/></xsl:call-template>
</xsl:template>

<xsl:template name="steps">
  <xsl:param name="n"/>
  <xsl:call-template name="step"><xsl:with-param name="n" select="$n"/></xsl:call-template>
  <xsl:if test="$n &lt; 11">
    <xsl:call-template name="steps"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="step">
  <xsl:param name="n"/>
  <p>
    <word key="computed">
      <with name="step"><number n="{$n}"/></with>
      <with name="digits"><fig value="{$n}" of="figures-steps"/></with>
      <with name="words"><fig value="{$n}" form="spelt" of="figures-steps"/></with>
      <with name="feminine"><fig value="{$n}" form="spelt feminine" of="figures-steps"/></with>
      <with name="points"><fig value="{$n}" form="n points" of="figures-steps"/></with>
      <with name="cases"><fig value="{$n}" form="spelt cases" of="figures-steps"/></with>
      <with name="questions"><fig expr="programme questions 1 spelt"/></with>
    </word>
  </p>
</xsl:template>
</xsl:stylesheet>
