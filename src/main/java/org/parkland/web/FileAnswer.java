package org.parkland.web;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.parkland.BadInput;
import org.parkland.audit.Action;
import org.parkland.export.Exporter;
import org.parkland.export.FileFormat;
import org.parkland.export.Progress;
import org.parkland.source.ScratchFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an export. What can be written from first byte to last goes straight to the client, at the pace at which it is
 * read; the rest goes through a temporary file, which is gone when it has been sent.
 */
final class FileAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);

  private FileAnswer() {}

  /**
   * Says so in the audit, too: of what is streamed that it began, and in a second entry how it ended.
   *
   * @param plainName name of the file in plain letters, without its ending
   */
  static void send(Context context, Handouts handouts, Exporter exporter, FileFormat format, String plainName)
      throws IOException {
    if (format.isStreamed()) {
      handouts.note(context, Action.EXPORT, plainName, Map.of("format", format.word(), "begun", true));
      begin(context, exporter, format, plainName);
      end(context, handouts, format, plainName, stream(context, exporter));
    } else {
      whole(context, file -> {
        long rows = exporter.writeTo(file, Progress.NONE);
        handouts.note(context, Action.EXPORT, plainName, Map.of("format", format.word(), "count", rows));
        begin(context, exporter, format, plainName);
      });
    }
  }

  /** The bytes are out and their beginning is in the audit: what cannot be added now is told to the log alone. */
  private static void end(Context context, Handouts handouts, FileFormat format, String plainName, long rows) {
    try {
      handouts.note(context, Action.EXPORT, plainName,
          rows < 0 ? Map.of("format", format.word(), "cutOff", true) : Map.of("format", format.word(), "count", rows));
    } catch (BadInput e) {
      LOG.error("the end of an export is not in the audit: {}", e.getMessage());
    }
  }

  private static void begin(Context context, Exporter exporter, FileFormat format, String plainName) {
    context.contentType(format.mediaType());
    Download.name(context, exporter.fileName(), plainName + "." + format.extension());
  }

  /**
   * Once bytes are on the way nothing can be said any more: a cut connection tells the client that it failed.
   *
   * @return rows sent, or -1 if it ended early
   */
  private static long stream(Context context, Exporter exporter) {
    try {
      return exporter.stream(context.outputStream(), Progress.NONE);
    } catch (IOException | RuntimeException e) {
      if (!context.res().isCommitted() && e instanceof RuntimeException early) {
        throw early;
      }
      LOG.warn("an export ended early: {}", e.toString());
      ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData().getConnection()
          .getEndPoint().close(e);
      return -1;
    }
  }

  /** What writes a file, says so in the audit, and names the answer. */
  interface Whole {
    void write(Path file) throws IOException;
  }

  /** By way of a file: an answer that has begun can no longer become a problem. */
  static void whole(Context context, Whole written) throws IOException {
    Path folder = ScratchFolder.create("export");
    Path file = folder.resolve("export");
    try {
      written.write(file);
      context.header("Content-Length", String.valueOf(Files.size(file)));
      context.disableCompression();
      InputStream content = Files.newInputStream(file);
      context.result(new RemovedWhenClosed(content, folder));
    } catch (IOException | RuntimeException e) {
      ScratchFolder.remove(folder);
      throw e;
    }
  }

  private static final class RemovedWhenClosed extends FilterInputStream {
    private final Path folder;

    RemovedWhenClosed(InputStream in, Path folder) {
      super(in);
      this.folder = folder;
    }

    @Override
    public void close() throws IOException {
      super.close();
      ScratchFolder.remove(folder);
    }
  }
}
