package org.parkland.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.parkland.access.Actor;

/**
 * One entry of the chain. Its number says the order; its time is what the clock of the machine said, and may go back.
 *
 * @param sequence 1, 2, 3, …
 * @param id given when it was done, before it had a number: 32 hexadecimal digits
 * @param at to the microsecond
 * @param actor name of who did it
 * @param role what they were allowed to do then
 * @param address where they asked from
 * @param before JSON; null where there was nothing
 * @param after JSON; null where nothing was left
 * @param previous hash of the entry before
 * @param hash SHA-256 of the {@linkplain #bytes canonical bytes}, 64 hexadecimal digits
 */
public record AuditEntry(long sequence, String id, Instant at, String actor, String role, String address, String action,
    String object, String before, String after, String previous, String hash) {
  private static final int LONGEST_NAME = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] ABSENT = {-1, -1, -1, -1};

  /** The entry that follows a head. */
  public static AuditEntry after(Head head, String id, Instant at, Actor actor, Deed deed) {
    AuditEntry open = new AuditEntry(head.sequence() + 1, id, at.truncatedTo(ChronoUnit.MICROS),
        Plain.text(actor.name(), LONGEST_NAME), actor.role().word(), Plain.text(actor.address(), LONGEST_NAME),
        deed.action().word(), deed.object(), deed.before(), deed.after(), head.hash(), null);
    return open.withHash(open.digest());
  }

  private AuditEntry withHash(String computed) {
    return new AuditEntry(sequence, id, at, actor, role, address, action, object, before, after, previous, computed);
  }

  /** In UTC, always with six decimals: such texts compare as times do. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  public String time() {
    return time(at);
  }

  public Head head() {
    return new Head(sequence, hash);
  }

  /** What its hash has to be. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What is hashed: sequence, id, at, actor, role, address, action, object, before, after, previous, each as UTF-8 behind
   * its length in four bytes, the highest first; four bytes FF stand for what is absent. So no two entries have the
   * same bytes, whatever their texts hold.
   */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String each : new String[] {Long.toString(sequence), id, time(), actor, role, address, action, object,
        before, after, previous}) {
      byte[] text = each == null ? new byte[0] : each.getBytes(StandardCharsets.UTF_8);
      all.writeBytes(each == null ? ABSENT : ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      all.writeBytes(text);
    }
    return all.toByteArray();
  }
}
