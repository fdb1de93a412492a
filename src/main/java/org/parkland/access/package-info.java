/** Who asks, and what they may do: actors and their roles. */
package org.parkland.access;
