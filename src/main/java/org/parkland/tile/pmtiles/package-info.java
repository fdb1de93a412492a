/**
 * Archives of tiles in one file, PMTiles version 3
 * (<a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">specification</a>): a writer and a reader
 * for vector tiles compressed with gzip, in files. Knows nothing of land. Own code, because Maven Central has no
 * well-kept library for it; {@code PmtilesFileTest} holds it against the format's own JavaScript reader.
 */
package org.parkland.tile.pmtiles;
