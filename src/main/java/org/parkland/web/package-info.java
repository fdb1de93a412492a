/**
 * The server: Javalin routes under {@code /api} and {@code /tiles}, the page, and one mapping from errors to
 * RFC 9457 problem details. Degrees (EPSG:4490) exist only here and in {@code tile}.
 */
package org.parkland.web;
