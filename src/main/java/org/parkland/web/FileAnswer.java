package org.parkland.web;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.parkland.audit.Action;
import org.parkland.export.Exporter;
import org.parkland.export.FileFormat;
import org.parkland.export.Progress;
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
      long rows = stream(context, exporter);
      handouts.note(context, Action.EXPORT, plainName,
          rows < 0 ? Map.of("format", format.word(), "cutOff", true) : Map.of("format", format.word(), "count", rows));
    } else {
      throughFile(context, handouts, exporter, format, plainName);
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

  private static void throughFile(
      Context context, Handouts handouts, Exporter exporter, FileFormat format, String plainName) throws IOException {
    Path folder = Files.createTempDirectory("parkland-export");
    Path file = folder.resolve("export");
    try {
      long rows = exporter.writeTo(file, Progress.NONE);
      handouts.note(context, Action.EXPORT, plainName, Map.of("format", format.word(), "count", rows));
      begin(context, exporter, format, plainName);
      context.header("Content-Length", String.valueOf(Files.size(file)));
      context.disableCompression();
      InputStream content = Files.newInputStream(file);
      context.result(new RemovedWhenClosed(content, folder, file));
    } catch (IOException | RuntimeException e) {
      remove(folder, file);
      throw e;
    }
  }

  private static void remove(Path folder, Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class RemovedWhenClosed extends FilterInputStream {
    private final Path folder;
    private final Path file;

    RemovedWhenClosed(InputStream in, Path folder, Path file) {
      super(in);
      this.folder = folder;
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      super.close();
      remove(folder, file);
    }
  }
}
