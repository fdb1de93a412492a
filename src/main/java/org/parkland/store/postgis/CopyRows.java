package org.parkland.store.postgis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way to the server, in the binary format of COPY (PostgreSQL manual, COPY, "Binary Format"):
 * numbers and coordinates arrive bit by bit as they are here. Columns are written one by one, in their order.
 */
final class CopyRows {
  private static final byte[] SIGNATURE =
      {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int JSONB_VERSION = 1;
  /** WKB begins with one byte for the byte order and four for the type; the SRID of EWKB follows. */
  private static final int WKB_HEAD_BYTES = 5;
  private static final int EWKB_SRID = 0x20000000;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(waiting);
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  /** What may fail while bytes are put in memory, which never does. */
  private interface Step {
    void run() throws IOException;
  }

  /** Bytes that wait to be sent. */
  int size() {
    return waiting.size();
  }

  /** Begins a row, which ends with its last column. */
  void begin(int columns) {
    put(() -> {
      if (waiting.size() == 0) {
        out.write(SIGNATURE);
      }
      out.writeShort(columns);
    });
  }

  void number(long value) {
    put(() -> {
      out.writeInt(Long.BYTES);
      out.writeLong(value);
    });
  }

  /** Text, number, day or flag; null for none. */
  void value(Object value) {
    if (value == null) {
      put(() -> out.writeInt(NULL));
    } else if (value instanceof Double number) {
      number(Double.doubleToRawLongBits(number));
    } else if (value instanceof LocalDate day) {
      put(() -> {
        out.writeInt(Integer.BYTES);
        out.writeInt(Math.toIntExact(day.toEpochDay() - EPOCH.toEpochDay()));
      });
    } else if (value instanceof Boolean flag) {
      put(() -> {
        out.writeInt(1);
        out.writeBoolean(flag);
      });
    } else {
      bytes(((String) value).getBytes(StandardCharsets.UTF_8));
    }
  }

  void json(String value) {
    if (value == null) {
      value(null);
      return;
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    put(() -> {
      out.writeInt(1 + text.length);
      out.writeByte(JSONB_VERSION);
      out.write(text);
    });
  }

  /** Coordinates x and y only. */
  void geometry(Geometry geometry, int srid) {
    byte[] plain = wkb.write(geometry);
    ByteBuffer ewkb = ByteBuffer.allocate(plain.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int type = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(1);
    ewkb.put(plain[0]).putInt(type | EWKB_SRID).putInt(srid);
    bytes(ewkb.put(plain, WKB_HEAD_BYTES, plain.length - WKB_HEAD_BYTES).array());
  }

  private void bytes(byte[] value) {
    put(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  /** Sends the rows that wait; does nothing where there are none. */
  void send(Connection connection, String statement) throws SQLException {
    if (waiting.size() > 0) {
      put(() -> out.writeShort(END));
      byte[] bytes = waiting.toByteArray();
      waiting.reset();
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    }
  }

  private static void put(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
