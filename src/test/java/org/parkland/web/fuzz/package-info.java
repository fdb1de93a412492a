/** Mutated requests against a real server on loopback, from a seed. */
package org.parkland.web.fuzz;
