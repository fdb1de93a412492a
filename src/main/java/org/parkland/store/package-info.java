/**
 * Keeps snapshots of layers: one interface, {@link org.parkland.store.Store}, and its homes in the packages
 * below. The only SQL in the house.
 */
package org.parkland.store;
