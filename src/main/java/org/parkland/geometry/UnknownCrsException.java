package org.parkland.geometry;

/** A coordinate reference system that cannot be used; the message says which and why. */
public final class UnknownCrsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownCrsException(String message, Throwable cause) {
    super(message, cause);
  }
}
