package org.parkland.analysis;

import org.parkland.config.Settings;
import org.parkland.ingest.ImportRules;
import org.parkland.land.District;
import org.parkland.pack.DistrictPack;
import org.parkland.pack.Standards;
import org.parkland.source.SourceLimits;

/**
 * What figures are drawn by, apart from the land itself: the standards, the policies and the district's pack.
 *
 * @param files what a file may ask of the machine that reads it
 */
public record Definitions(Standards standards, Policies policies, District district, SourceLimits files) {
  /** Reads the folders the settings name. */
  public static Definitions read(Settings settings) {
    Standards standards = Standards.read(settings.standards());
    District district = DistrictPack.read(settings.district());
    return new Definitions(standards, Policies.read(settings.policies(), standards), district,
        SourceLimits.of(settings.values()));
  }

  /** What an import goes by. */
  public ImportRules importRules() {
    return new ImportRules(standards.classification(), standards.schemas(), standards.schemes(),
        standards.findings(), policies.checks()).within(files);
  }
}
