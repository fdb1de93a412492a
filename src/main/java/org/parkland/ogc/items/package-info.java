/** What the collections hold: stored layers, pieces, idle cases, candidates; read page by page by stable keys. */
package org.parkland.ogc.items;
