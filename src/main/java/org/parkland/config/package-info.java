/** Where Parkland finds its data and what it listens on: one checked record, and what {@code --db} names. */
package org.parkland.config;
