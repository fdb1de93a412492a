/**
 * Map sheets: a part of the land on paper at a true, round scale, as PDF with text that can be selected.
 *
 * <p>A map is drawn in the projected system of its parcels, so that a millimetre on paper is the scale's number of
 * millimetres in that plane. Lengths on paper are PDF points (1/72 inch) with the origin bottom left, unless a name
 * says millimetres; lengths on the ground are metres.
 */
package org.parkland.print;
