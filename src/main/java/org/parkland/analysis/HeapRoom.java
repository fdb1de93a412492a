package org.parkland.analysis;

import org.parkland.BadInput;

/** Lists that grow with the parcels end in an answer, and not in the end of the server, where they outgrow its heap. */
final class HeapRoom {
  /** Of the heap, for one list. */
  private static final int SHARE = 4;

  private HeapRoom() {}

  /**
   * @param what the list holds, for the message
   * @param bytesEach what a row of it takes
   * @throws BadInput if so many have no room
   */
  static void require(String what, long rows, long bytesEach) {
    long most = Runtime.getRuntime().maxMemory() / SHARE / bytesEach;
    if (rows > most) {
      throw new BadInput(what, "are more than the " + most + " that this server's memory holds",
          "start it with more, say JAVA_OPTS=-Xmx8g");
    }
  }
}
