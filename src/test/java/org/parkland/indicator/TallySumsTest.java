package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;

class TallySumsTest {
  /** What is kept and read again gives the same figures to the last bit. */
  @Test
  void aTallyComesBackAsItWas() throws Exception {
    Random random = new Random(11);
    LandUseTally tally = new LandUseTally(3);
    for (int i = 0; i < 2_000; i++) {
      Parcel parcel = new Parcel("P" + i, i % 7 == 0 ? null : "100" + i % 4, i % 5 == 0, i % 3 == 0 ? "201" : null, null);
      double areaM2 = random.nextDouble() * 1e5;
      tally.accept(Pieces.cut(parcel, areaM2, new int[] {i % 3}, new double[] {areaM2 / 3}, new int[0], new double[0]));
    }
    tally.accept(new OverlayFinding(OverlayFinding.Problem.REPAIRED, "P1", 3.5, "a bow-tie"));
    ObjectMapper json = new ObjectMapper();
    TallySums read = json.readValue(json.writeValueAsBytes(tally.sums()), TallySums.class);
    LandUseTally again = LandUseTally.of(3, read);
    assertThat(again.sums()).isEqualTo(tally.sums());
    assertThat(again.parcels()).isEqualTo(2_000);
    for (int unit = 0; unit < 3; unit++) {
      assertThat(again.coveredM2(unit)).isEqualTo(tally.coveredM2(unit));
      assertThat(again.newIndustryM2(unit, code -> true)).isEqualTo(tally.newIndustryM2(unit, code -> true));
    }
  }
}
