/** The documents as pages for people. */
package org.parkland.ogc.html;
