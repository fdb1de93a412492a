package org.parkland.access;

import java.util.Objects;

/**
 * Who does something, as the audit has it.
 *
 * @param name of the account; the operating system's name of the user where there are no accounts
 * @param role what they may do
 * @param address where they ask from: an IP address, or {@link #HERE} for the command line
 */
public record Actor(String name, Role role, String address) {
  /** The address of whoever sits at the machine itself. */
  public static final String HERE = "local";

  public Actor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(address, "address");
  }

  /** Whoever runs this process: the command line, and the one user of a server without accounts. */
  public static Actor local() {
    return new Actor(System.getProperty("user.name"), Role.ADMIN, HERE);
  }

  /** The same actor, asking from elsewhere. */
  public Actor at(String otherAddress) {
    return new Actor(name, role, otherAddress);
  }
}
