/**
 * Measures what Parkland claims about its speed, on data of its own, beside the tools it is compared with. Run by
 * {@code bin/bench}; no part of the server.
 */
package org.parkland.bench;
