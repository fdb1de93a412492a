package org.parkland.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the line to blame in a small YAML file, for messages; the tree itself keeps no line numbers. */
final class YamlLines {
  private final List<String> lines;

  YamlLines(Path file) {
    this.lines = read(file);
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // Whoever reads the tree reports it; a message without a line is still a message.
      return List.of();
    }
  }

  /** Number, from 1, of the first line that holds a text; 1 if none does. */
  int of(String text) {
    return Math.max(1, find(text, 0) + 1);
  }

  /** Number of the line that holds a word at or after the line that holds an anchor; else that of the anchor. */
  int of(String anchor, String word) {
    int from = Math.max(0, find(anchor, 0));
    int next = find("- name:", from + 1);
    int at = find(word, from);
    return 1 + (at < 0 || next >= 0 && at >= next ? from : at);
  }

  private int find(String text, int from) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      if ((comment < 0 ? line : line.substring(0, comment)).contains(text)) {
        return i;
      }
    }
    return -1;
  }
}
