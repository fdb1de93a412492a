/** The reference systems the interfaces speak, with the axis order of their names. */
package org.parkland.ogc.crs;
