package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileAddressTest {
  @Test
  void refusesWhatIsNotInTheScheme() {
    assertThatThrownBy(() -> new TileAddress(23, 0, 0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zoom must be 0 to 22, got 23");
    assertThatThrownBy(() -> new TileAddress(-1, 0, 0)).hasMessageContaining("zoom");
    assertThatThrownBy(() -> new TileAddress(3, 8, 0)).hasMessage("tile x at zoom 3 must be 0 to 7, got 8");
    assertThatThrownBy(() -> new TileAddress(3, 0, -1)).hasMessageContaining("tile y");
  }

  @Test
  void liesWhereTheSchemeSays() {
    TileAddress address = new TileAddress(1, 1, 0);
    assertThat(address.westM()).isZero();
    assertThat(address.northM()).isCloseTo(20_037_508.342789244, within(1e-6));
    assertThat(address.mercatorBox().getWidth()).isCloseTo(address.sideM() * (1 + 2 * 64 / 4096.0), within(1e-6));
  }
}
