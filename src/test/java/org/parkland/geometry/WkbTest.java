package org.parkland.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class WkbTest {
  @ParameterizedTest
  @ValueSource(strings = {"POINT (1 2)", "LINESTRING (0 0, 1.5 1, 2 -3)", "LINESTRING EMPTY", "POLYGON EMPTY",
      "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1), (3 3, 3.5 3, 3 3.5, 3 3))", "MULTIPOINT ((1 1), (2 2))",
      "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
      "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 1 0, 1 1, 0 0)))",
      "POLYGON Z ((0 0 7, 4 0 7, 4 4 7, 0 0 7))"})
  void theBytesAreThoseOfJts(String wkt) throws ParseException {
    Geometry shape = new WKTReader().read(wkt);
    ByteBuffer plain = ByteBuffer.allocate(Wkb.bytes(shape)).order(ByteOrder.LITTLE_ENDIAN);
    Wkb.put(plain, shape);
    assertThat(plain.hasRemaining()).isFalse();
    assertThat(plain.array()).isEqualTo(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape));

    ByteBuffer extended = ByteBuffer.allocate(Wkb.bytes(shape) + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Wkb.putWithSrid(extended, shape, 4526);
    assertThat(extended.hasRemaining()).isFalse();
    shape.setSRID(4526);
    assertThat(new WKBReader().read(extended.array()).getSRID()).isEqualTo(4526);
  }
}
