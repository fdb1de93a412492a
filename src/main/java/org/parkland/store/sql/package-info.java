/**
 * What the two homes of the store share: names of tables and columns, the list of snapshots, queries and rows.
 * What differs between their databases stands in {@link org.parkland.store.sql.Dialect}.
 */
package org.parkland.store.sql;
