/**
 * Draws the figures of a database for a day, a state and a policy: fetches the snapshots that speak for that
 * day, runs overlay, indicators and idle tests over them, and keeps what it found. Command line and server call
 * this and nothing below it, so that both say the same.
 */
package org.parkland.analysis;
