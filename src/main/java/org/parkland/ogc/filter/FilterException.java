package org.parkland.ogc.filter;

/** A filter that cannot be understood or does not fit the collection; the message says where and what is possible. */
public final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FilterException(String message) {
    super(message);
  }

  public FilterException(String message, Throwable cause) {
    super(message, cause);
  }
}
