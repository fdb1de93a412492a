package org.parkland.store.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.store.sql.AuditTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of the audit that wait for their place in the chain: an import holds the file's write lock until its end, and
 * an export or a log-in meanwhile cannot. Each waits in a small file of its own beside the database, forced to the
 * disk; whoever writes into the database next puts it into the chain. A file goes only when the chain is seen to have
 * its entry, so a process that is killed in between loses none and doubles none.
 */
final class AuditSpool {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSpool.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";

  /** What a file holds. */
  private record Waiting(String id, String at, String actor, String role, String address, String action, String object,
      String before, String after) {
    Actor who() {
      return new Actor(actor, Role.valueOf(role), address);
    }

    Deed deed() {
      return new Deed(Action.valueOf(action), object, before, after);
    }
  }

  private final Path folder;

  AuditSpool(Path database) {
    this.folder = database.resolveSibling(database.getFileName() + "-audit");
  }

  /** @throws BadInput if it cannot be written */
  void put(Actor actor, Deed deed) {
    Instant now = Instant.now();
    Waiting entry = new Waiting(AuditTable.newId(), now.toString(), actor.name(), actor.role().name(), actor.address(),
        deed.action().name(), deed.object(), deed.before(), deed.after());
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(entry.id() + ".part");
      write(part, JSON.writeValueAsBytes(entry));
      // The time stands first in the name: the files sort in the order in which things were done.
      Files.move(part, folder.resolve(String.format("%020d-%s%s", now.toEpochMilli(), entry.id(), ENDING)),
          StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      throw new BadInput(folder.toString(), "the audit cannot be written, so nothing was done",
          "make room on the disk, and check the permissions of the folder", e);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(content));
      channel.force(true);
    }
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  boolean isEmpty() {
    return files().isEmpty();
  }

  /** Puts what waits into the chain, in a transaction that may be rolled back. */
  void drain(Connection transaction) throws SQLException {
    for (Path file : files()) {
      try {
        Waiting entry = JSON.readValue(Files.readAllBytes(file), Waiting.class);
        if (AuditTable.has(transaction, entry.id())) {
          Files.deleteIfExists(file);
        } else {
          AuditTable.append(transaction, entry.id(), Instant.parse(entry.at()), entry.who(), entry.deed());
        }
      } catch (IOException e) {
        LOG.error("{} is damaged: an entry of the audit cannot be put into the chain: {}", file, e.toString());
      }
    }
  }

  /** Oldest first. */
  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      LOG.error("{} cannot be read: {}", folder, e.toString());
      return List.of();
    }
  }
}
