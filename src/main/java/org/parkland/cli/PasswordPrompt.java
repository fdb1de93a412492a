package org.parkland.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.parkland.BadInput;

/** Asks for a password. It is never an argument, which every user of the machine could read. */
final class PasswordPrompt {
  private static final int MOST_BYTES = 4_096;

  private PasswordPrompt() {}

  /**
   * From the terminal, unseen; without one, the next line of standard input.
   *
   * @param twice whether a terminal asks a second time, as for a new one
   * @throws BadInput if nothing comes, or the two differ
   */
  static String read(boolean twice) {
    Console console = System.console();
    if (console == null) {
      return line(System.in);
    }
    String password = typed(console, "Password: ");
    if (twice && !password.equals(typed(console, "Once more: "))) {
      throw new BadInput("the password", "was not the same both times", "try again");
    }
    return password;
  }

  private static String typed(Console console, String prompt) {
    char[] typed = console.readPassword(prompt);
    if (typed == null) {
      throw none();
    }
    return new String(typed);
  }

  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n' && line.size() < MOST_BYTES; next = in.read()) {
        line.write(next);
      }
    } catch (IOException e) {
      throw new BadInput("standard input", "cannot be read", "give the password as one line", e);
    }
    String password = line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    if (password.isEmpty()) {
      throw none();
    }
    return password;
  }

  private static BadInput none() {
    return new BadInput("the password", "is missing", "type it, or give it as a line of standard input");
  }
}
