/** Where Parkland finds its data and what it listens on: one checked record. */
package org.parkland.config;
