/**
 * What is done to Parkland to see whether it holds: processes killed, disks filled, servers restarted, while somebody
 * writes down what was acknowledged. Run by {@code bin/bench faults}, and a little of each by every test run.
 */
package org.parkland.bench.faults;
