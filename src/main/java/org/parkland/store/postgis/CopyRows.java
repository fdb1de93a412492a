package org.parkland.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Wkb;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way to the server, in the binary format of COPY (PostgreSQL manual, COPY, "Binary Format"):
 * numbers and coordinates arrive bit by bit as they are here. Columns are written one by one, in their order.
 */
final class CopyRows {
  private static final byte[] SIGNATURE =
      {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
  /** Day 0 of PostgreSQL, counted from 1970. */
  private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int FIRST_BYTES = 64 * 1024;
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int JSONB_VERSION = 1;

  private ByteBuffer waiting = ByteBuffer.allocate(FIRST_BYTES);

  /** Bytes that wait to be sent. */
  int size() {
    return waiting.position();
  }

  /** Begins a row, which ends with its last column. */
  void begin(int columns) {
    if (waiting.position() == 0) {
      room(SIGNATURE.length).put(SIGNATURE);
    }
    room(Short.BYTES).putShort((short) columns);
  }

  void number(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
  }

  /** Text, number, day or flag; null for none. */
  void value(Object value) {
    if (value == null) {
      room(Integer.BYTES).putInt(NULL);
    } else if (value instanceof Double number) {
      number(Double.doubleToRawLongBits(number));
    } else if (value instanceof LocalDate day) {
      room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(Math.toIntExact(day.toEpochDay() - EPOCH));
    } else if (value instanceof Boolean flag) {
      room(Integer.BYTES + 1).putInt(1).put((byte) (flag ? 1 : 0));
    } else {
      byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES + text.length).putInt(text.length).put(text);
    }
  }

  void json(String value) {
    if (value == null) {
      value(null);
      return;
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + 1 + text.length).putInt(1 + text.length).put((byte) JSONB_VERSION).put(text);
  }

  /** Coordinates x and y only. */
  void geometry(Geometry geometry, int srid) {
    int bytes = Wkb.bytes(geometry) + Integer.BYTES;
    room(Integer.BYTES + bytes).putInt(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Wkb.putWithSrid(waiting, geometry, srid);
    waiting.order(ByteOrder.BIG_ENDIAN);
  }

  /** What waits, with room for so many bytes more. */
  private ByteBuffer room(int bytes) {
    if (waiting.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * waiting.capacity(), waiting.position() + bytes));
      waiting = larger.put(waiting.flip());
    }
    return waiting;
  }

  /** Sends the rows that wait; does nothing where there are none. */
  void send(Connection connection, String statement) throws SQLException {
    if (waiting.position() > 0) {
      room(Short.BYTES).putShort((short) END);
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
      copy.writeToCopy(waiting.array(), 0, waiting.position());
      copy.endCopy();
      // Not kept at its full size: there is one for each county.
      waiting = ByteBuffer.allocate(FIRST_BYTES);
    }
  }
}
