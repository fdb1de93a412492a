package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Gb18030TextTest {
  private static final Charset JAVAS = Charset.forName("GB18030");
  private static final long SEED = 20261121;

  @Test
  void anyTwoBytesAreWhatJavaMakesOfThem() {
    for (int pair = 0; pair < 1 << 16; pair++) {
      same(new byte[] {(byte) (pair >> 8), (byte) pair});
    }
  }

  @Test
  void anyBytesAreWhatJavaMakesOfThem() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      same(bytes);
    }
  }

  @Test
  void textOfAllKindsSurvives() {
    for (String text : new String[] {"", "Lot 7", "江门市江海区外海街道", "龙溪路3号", "㐀𠮷€", "ﾃｽﾄ"}) {
      byte[] bytes = text.getBytes(JAVAS);
      assertThat(Gb18030Text.decode(bytes, 0, bytes.length)).isEqualTo(text);
    }
  }

  private static void same(byte[] bytes) {
    assertThat(Gb18030Text.decode(bytes, 0, bytes.length)).isEqualTo(new String(bytes, JAVAS));
  }
}
