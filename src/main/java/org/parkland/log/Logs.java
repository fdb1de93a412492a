package org.parkland.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** The form of the log. */
public final class Logs {
  private Logs() {}

  /** From now on as JSON or as text; without effect where Parkland runs as a library under another log. */
  public static void json(boolean wanted) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context
        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("standardError") instanceof ConsoleAppender<?> appender
        && appender.getEncoder() instanceof LineEncoder encoder) {
      encoder.setJson(wanted);
    }
  }
}
