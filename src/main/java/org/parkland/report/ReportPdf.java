package org.parkland.report;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.parkland.print.Picture;
import org.parkland.print.TextMap;
import org.parkland.print.Typeface;

/**
 * Turns the page into PDF. Nothing is fetched: the page's own pictures and its style sheet are all it is given, and
 * every other address is refused.
 */
final class ReportPdf {
  private static final String FAMILY = "Noto Sans SC";
  private static final String SCHEME = "picture";

  static {
    com.openhtmltopdf.util.XRLog.listRegisteredLoggers()
        .forEach(logger -> com.openhtmltopdf.util.XRLog.setLevel(logger, Level.WARNING));
  }

  private final Typeface typeface;
  private final Path style;

  ReportPdf(Typeface typeface, Path style) {
    this.typeface = typeface;
    this.style = style;
  }

  byte[] write(String page, List<Picture> pictures, String language) {
    synchronized (typeface.lock()) {
      try (PDDocument document = new PDDocument()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFont(new PDFontSupplier(typeface.embed(document)), FAMILY);
        builder.useProtocolsStreamImplementation(address -> picture(address, pictures), SCHEME);
        builder.useExternalResourceAccessControl((address, type) -> isOwn(address),
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((address, type) -> isOwn(address),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withHtmlContent(styled(page), SCHEME + ":/");
        builder.withProducer("Parkland");
        document.getDocumentCatalog().setLanguage(language);
        builder.toStream(out);
        builder.run();
        return TextMap.mended(out.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isOwn(String address) {
    return address != null && address.startsWith(SCHEME + ":");
  }

  /** The style sheet in the page itself, so that nothing need be read by address. */
  private String styled(String page) throws IOException {
    String css = Files.readString(style, StandardCharsets.UTF_8);
    return page.replaceAll("<link [^>]*/>", "").replace("</head>", "<style>\n" + css + "</style></head>");
  }

  private static FSStream picture(String address, List<Picture> pictures) {
    int place = Integer.parseInt(address.replaceAll("\\D", ""));
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return new ByteArrayInputStream(pictures.get(place).pdf());
      }

      @Override
      public Reader getReader() {
        return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
      }
    };
  }
}
