package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter in CQL2 text, one after another. */
final class Tokens {
  enum Kind { WORD, QUOTED_WORD, TEXT, NUMBER, SIGN, END }

  /** @param at place in the filter, from 1, for messages */
  record Token(Kind kind, String text, int at) {
    boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }
  }

  private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
      + "(?<text>'(?:[^']|'')*+')"
      + "|(?<quoted>\"(?:[^\"]|\"\")++\")"
      + "|(?<number>[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?)"
      + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_.:]*+)"
      + "|(?<sign><>|<=|>=|[=<>(),]))");

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  /** @throws FilterException at the first character that begins no word */
  Tokens(String filter) {
    Matcher matcher = TOKEN.matcher(filter);
    int at = 0;
    while (at < filter.stripTrailing().length()) {
      if (!matcher.region(at, filter.length()).lookingAt()) {
        String rest = filter.substring(at).strip();
        throw new FilterException("the filter cannot be read from place " + (at + 1) + " on: '"
            + rest.substring(0, Math.min(rest.length(), 20)) + "'");
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "the end", filter.length() + 1));
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("text") != null) {
      return new Token(Kind.TEXT, unquoted(matcher.group("text"), "'"), matcher.start("text") + 1);
    } else if (matcher.group("quoted") != null) {
      return new Token(Kind.QUOTED_WORD, unquoted(matcher.group("quoted"), "\""), matcher.start("quoted") + 1);
    } else if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"), matcher.start("number") + 1);
    } else if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"), matcher.start("word") + 1);
    }
    return new Token(Kind.SIGN, matcher.group("sign"), matcher.start("sign") + 1);
  }

  private static String unquoted(String quoted, String quote) {
    return quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the next word if it is this one. */
  boolean takeIf(String word) {
    boolean is = peek().is(word);
    next += is ? 1 : 0;
    return is;
  }

  void require(String word) {
    if (!takeIf(word)) {
      throw unexpected("'" + word + "'");
    }
  }

  FilterException unexpected(String wanted) {
    Token token = peek();
    String found = token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
    return new FilterException("at place " + token.at() + " of the filter " + wanted + " is expected, not " + found);
  }
}
