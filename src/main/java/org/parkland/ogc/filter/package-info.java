/**
 * CQL2 (OGC 21-065): filters as text or JSON, checked against what a collection can be queried by, judged item by item
 * and, where a database can do it, pushed down as {@link org.parkland.store.Condition}.
 */
package org.parkland.ogc.filter;
