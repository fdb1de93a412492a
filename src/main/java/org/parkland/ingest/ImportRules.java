package org.parkland.ingest;

import java.util.Map;
import org.parkland.land.CheckLimits;
import org.parkland.land.Classification;
import org.parkland.land.CodeSchemes;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;

/**
 * What an import goes by: the standards and the office's limits.
 *
 * @param classification whose codes are stored
 * @param schemas the attributes of each kind of layer
 * @param schemes in which codes are delivered
 * @param findings what can be found, and the texts about it
 * @param limits what is passed over
 */
public record ImportRules(
    Classification classification, Map<LayerKind, Schema> schemas, CodeSchemes schemes, FindingCatalogue findings,
    CheckLimits limits) {}
