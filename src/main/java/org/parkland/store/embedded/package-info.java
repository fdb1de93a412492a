/**
 * The embedded store: one GeoPackage file (OGC 12-128r18) that QGIS opens as it is. Every snapshot is a feature
 * table of its own with an R*Tree; the table {@code snapshot} lists them.
 */
package org.parkland.store.embedded;
