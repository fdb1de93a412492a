package org.parkland.land;

import java.time.Instant;

/**
 * Why a snapshot no longer speaks for its day. Its rows stay.
 *
 * @param reason in the words of whoever withdrew it
 */
public record Withdrawal(String reason, String by, Instant at) {}
