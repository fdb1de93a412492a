/**
 * Reads what is data and not code: the files under {@code gis-data} (standards, policies, district packs)
 * become the records of {@code land}. A file that contradicts itself is refused with file, place and remedy.
 */
package org.parkland.pack;
