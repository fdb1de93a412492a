package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DbfCellsTest {
  private static final long SEED = 20261121;

  /** To the last bit: what is divided must not be rounded twice. */
  @Test
  void aDecimalIsWhatJavaMakesOfIt() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      String text = String.format(Locale.ROOT, "%." + random.nextInt(9) + "f", (random.nextDouble() - 0.3) * 1e9);
      assertThat(number(text)).isEqualTo(Double.valueOf(text));
    }
  }

  @Test
  void otherNotationsAreReadAsBefore() {
    for (String text : new String[] {"0", "-0", "5.", ".5", "-.5", "+7", "1e5", "-2.5E-3", "123456789012345678.25"}) {
      assertThat(number(text)).isEqualTo(Double.valueOf(text));
    }
    assertThat(number("*********")).isNull();
    assertThat(number("   ")).isNull();
  }

  private static Object number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    DbfReader.Column column = new DbfReader.Column(new byte[] {'N'}, 'N', 0, bytes.length);
    return new DbfCells("a.dbf", StandardCharsets.UTF_8).read(0, "N", column, bytes, 0);
  }
}
