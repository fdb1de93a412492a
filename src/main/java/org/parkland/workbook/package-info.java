/**
 * Figures for people who work in Excel or WPS: formatted workbooks ({@link org.parkland.workbook.Workbooks}), and the
 * office's own template filled with the same figures ({@link org.parkland.workbook.TemplateFiller}).
 */
package org.parkland.workbook;
