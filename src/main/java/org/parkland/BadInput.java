package org.parkland;

/**
 * Input that Parkland refuses: it says where the input is, what is wrong with it and what to do about it.
 *
 * <p>This is the only exception whose message is meant for a planner's eyes. The command line prints it and
 * exits with 3; the server answers with problem details. Nothing has been stored when it is thrown.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String problem;
  private final String remedy;

  /**
   * @param place where the input is: a file, "file row 812", "file row 812 field YDYHFLDM", or a parameter
   * @param problem what is wrong, as half a sentence
   * @param remedy what the user can do, as half a sentence
   */
  public BadInput(String place, String problem, String remedy) {
    this(place, problem, remedy, null);
  }

  /** As above, with the technical cause for the log; its text never reaches the user. */
  public BadInput(String place, String problem, String remedy, Throwable cause) {
    super(place + ": " + problem + "; " + remedy, cause);
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  public String place() {
    return place;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
