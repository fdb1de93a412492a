package org.parkland.ingest;

import java.util.Map;
import org.parkland.land.CheckLimits;
import org.parkland.land.Classification;
import org.parkland.land.CodeSchemes;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.source.SourceLimits;

/**
 * What an import goes by: the standards and the office's limits.
 *
 * @param classification whose codes are stored
 * @param schemas the attributes of each kind of layer
 * @param schemes in which codes are delivered
 * @param findings what can be found, and the texts about it
 * @param limits what is passed over
 * @param sources what a file may ask of the machine
 * @param longitude of the district, degrees, which tells the meridian of eastings without prefix; null where not known
 */
public record ImportRules(
    Classification classification, Map<LayerKind, Schema> schemas, CodeSchemes schemes, FindingCatalogue findings,
    CheckLimits limits, SourceLimits sources, Double longitude) {
  /** Rules for land that may lie anywhere. */
  public ImportRules(Classification classification, Map<LayerKind, Schema> schemas, CodeSchemes schemes,
      FindingCatalogue findings, CheckLimits limits) {
    this(classification, schemas, schemes, findings, limits, SourceLimits.STANDARD, null);
  }

  /** The same for files within other limits. */
  public ImportRules within(SourceLimits others) {
    return new ImportRules(classification, schemas, schemes, findings, limits, others, longitude);
  }

  /** The same for a district at a longitude. */
  public ImportRules at(Double degrees) {
    return new ImportRules(classification, schemas, schemes, findings, limits, sources, degrees);
  }
}
