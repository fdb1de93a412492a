/**
 * The same reading, overlay and sums as on one machine, on a Spark cluster with Sedona's readers. Built apart with
 * the Maven profile {@code cluster}; nothing of it is in the server's jar.
 */
package org.parkland.cluster;
