package org.parkland.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.parkland.BadInput;

/** Opens a template, and refuses what a template has no need of: macros, links to other files, bombs. */
final class SafeTemplate {
  /** What an office's form weighs, and some. Unpacked, the parser needs about ten times as much memory. */
  static final int MOST_BYTES = 20_000_000;
  private static final long MOST_UNPACKED_BYTES = 40_000_000;
  private static final int MOST_ENTRIES = 5_000;
  private static final String REMEDY = "save it from Excel or WPS as a plain .xlsx workbook";

  private SafeTemplate() {}

  /** @throws BadInput if it is no plain XLSX workbook */
  static XSSFWorkbook open(String name, byte[] content) {
    requirePlain(name, content);
    try {
      XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
      if (book.isMacroEnabled()) {
        throw new BadInput(name, "holds macros", REMEDY);
      }
      return book;
    } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
      throw new BadInput(name, "is no workbook that can be read", REMEDY, e);
    }
  }

  /** Unpacks once without keeping anything, before a parser builds something of it. */
  private static void requirePlain(String name, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new BadInput(name, "has " + content.length + " bytes, a template may have " + MOST_BYTES, REMEDY);
    }
    long unpacked = 0;
    int entries = 0;
    boolean book = false;
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName().toLowerCase(Locale.ROOT);
        requirePlainPart(name, path);
        book |= path.equals("xl/workbook.xml");
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED_BYTES) {
            throw new BadInput(name, "unpacks to more than " + MOST_UNPACKED_BYTES + " bytes", REMEDY);
          }
        }
        if (++entries > MOST_ENTRIES) {
          throw new BadInput(name, "has more than " + MOST_ENTRIES + " parts", REMEDY);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInput(name, "is damaged, or no XLSX workbook", REMEDY, e);
    }
    if (!book) {
      throw new BadInput(name, "is no XLSX workbook", REMEDY);
    }
  }

  private static void requirePlainPart(String name, String path) {
    if (path.endsWith("vbaproject.bin") || path.startsWith("xl/macrosheets/")) {
      throw new BadInput(name, "holds macros (" + path + ")", REMEDY);
    }
    if (path.startsWith("xl/externallinks/")) {
      throw new BadInput(name, "links to other files (" + path + ")", "break the links in Excel (Data, Edit Links)");
    }
    if (path.startsWith("xl/embeddings/") || path.startsWith("xl/activex/")) {
      throw new BadInput(name, "holds embedded objects (" + path + ")", "remove them and save it again");
    }
  }
}
