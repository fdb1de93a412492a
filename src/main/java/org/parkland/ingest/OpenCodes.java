package org.parkland.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Codes that a crosswalk leaves open, and where rows tell theirs.
 *
 * @param column under which a row keeps the delivered code where the stored one does not tell it; null where none does
 * @param byCode code → the classes it may stand for
 * @param byDelivered the same by delivered code; while a layer is read, those met so far
 */
public record OpenCodes(String column, Map<String, List<String>> byCode, Map<String, List<String>> byDelivered)
    implements Serializable {}
