package org.parkland.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Parkland.class.getPackage().getImplementationVersion();
    return new String[] {"Parkland " + (version != null ? version : "(not packaged)")};
  }
}
