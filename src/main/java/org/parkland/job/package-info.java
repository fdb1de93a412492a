/**
 * Work in the background, one piece at a time: a bounded queue whose jobs tell how far they have come, can be
 * cancelled, and are remembered for a while after their end. Knows nothing of what the work is.
 */
package org.parkland.job;
