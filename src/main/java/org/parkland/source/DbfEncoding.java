package org.parkland.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides the encoding of a .dbf from its bytes. What .cpg and the language byte say is believed only if the bytes
 * agree: they decode without error, and what is not ASCII is mostly Chinese.
 *
 * <p>Text that is strictly UTF-8 and reads as Chinese is UTF-8 whatever is declared, because GBK text hardly ever
 * looks so by chance; GB18030 (which holds GBK and GB 2312) accepts nearly anything and so is asked last.
 */
final class DbfEncoding {
  private static final Charset GB18030 = TextEncoding.GB18030;
  /** Language byte of code page 936. */
  private static final int GBK_BYTE = 0x4d;

  /** The encoding, and what must be said about it. */
  record Verdict(Charset charset, List<Notice> notices) {}

  private DbfEncoding() {}

  /** @param chosen by the user, or null */
  static Verdict decide(DbfReader table, Optional<Path> cpg, Charset chosen) {
    TextSample sample = TextSample.of(table);
    if (chosen != null) {
      return new Verdict(chosen, sample.misfits(chosen) == 0 ? List.of() : List.of(misfit(sample, chosen)));
    }
    Optional<Charset> said = cpg.flatMap(DbfEncoding::declared);
    Charset charset = charset(table, said, sample);
    List<Notice> notices = new ArrayList<>();
    said.filter(each -> !each.equals(charset)).ifPresent(each -> notices.add(Notice.of("wrong-cpg", "said", each,
        "misfits", sample.misfits(each), "texts", sample.size(), "encoding", charset)));
    if (cpg.isPresent() && said.isEmpty()) {
      notices.add(Notice.of("unknown-cpg", "encoding", charset));
    }
    if (sample.misfits(charset) > 0) {
      notices.add(misfit(sample, charset));
    }
    return new Verdict(charset, notices);
  }

  private static Charset charset(DbfReader table, Optional<Charset> said, TextSample sample) {
    if (sample.isChinese(StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    List<Charset> candidates = new ArrayList<>(said.stream().toList());
    if (table.languageByte() == GBK_BYTE) {
      candidates.add(GB18030);
    }
    candidates.add(StandardCharsets.UTF_8);
    candidates.add(GB18030);
    return candidates.stream().filter(each -> sample.misfits(each) == 0 && sample.isPlausible(each)).findFirst()
        .or(() -> candidates.stream().filter(each -> sample.misfits(each) == 0).findFirst())
        .orElseGet(() -> fewestMisfits(sample));
  }

  private static Charset fewestMisfits(TextSample sample) {
    return sample.misfits(StandardCharsets.UTF_8) < sample.misfits(GB18030) ? StandardCharsets.UTF_8 : GB18030;
  }

  private static Notice misfit(TextSample sample, Charset charset) {
    return Notice.of("encoding-misfit", "misfits", sample.misfits(charset), "texts", sample.size(), "encoding", charset);
  }

  private static Optional<Charset> declared(Path cpg) {
    try {
      String word = Files.readString(cpg, StandardCharsets.ISO_8859_1).strip().toUpperCase(Locale.ROOT);
      return switch (word.replaceFirst("^ANSI ", "")) {
        case "936", "GBK", "GB2312", "GB18030", "CP936", "54936" -> Optional.of(GB18030);
        case "UTF8", "65001" -> Optional.of(StandardCharsets.UTF_8);
        case "1252", "88591" -> Optional.of(StandardCharsets.ISO_8859_1);
        case "950" -> Optional.of(Charset.forName("Big5"));
        default -> Optional.of(Charset.forName(word));
      };
    } catch (IOException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
