package org.parkland.analysis;

import org.parkland.config.Settings;
import org.parkland.ingest.ImportRules;
import org.parkland.land.District;
import org.parkland.pack.DistrictPack;
import org.parkland.pack.Standards;

/** What figures are drawn by, apart from the land itself: the standards, the policies and the district's pack. */
public record Definitions(Standards standards, Policies policies, District district) {
  /** Reads the folders the settings name. */
  public static Definitions read(Settings settings) {
    Standards standards = Standards.read(settings.standards());
    District district = DistrictPack.read(settings.district());
    return new Definitions(standards, Policies.read(settings.policies(), standards), district);
  }

  /** What an import goes by. */
  public ImportRules importRules() {
    return new ImportRules(standards.classification(), standards.schemas(), standards.schemes(),
        standards.findings(), policies.checks());
  }
}
