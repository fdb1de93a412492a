package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parkland.BadInput;

class HeapRoomTest {
  @Test
  void aListThatOutgrowsAQuarterOfTheHeapIsRefusedWithARemedy() {
    long most = Runtime.getRuntime().maxMemory() / 4 / 310;
    assertThatCode(() -> HeapRoom.require("cases", most, 310)).doesNotThrowAnyException();
    assertThatThrownBy(() -> HeapRoom.require("cases", most + 1, 310)).isInstanceOf(BadInput.class)
        .hasMessageContaining(String.valueOf(most)).hasMessageContaining("-Xmx8g");
  }
}
