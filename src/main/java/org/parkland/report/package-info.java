/**
 * 用地分析报告: what the screens tell of a district or unit on a day, as a page and as PDF. Its figures are read from
 * the answers of the API and rounded as the page rounds them, so that no figure stands in two versions.
 */
package org.parkland.report;
