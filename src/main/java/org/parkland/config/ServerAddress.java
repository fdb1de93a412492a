package org.parkland.config;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.parkland.BadInput;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where the server is and who asks: a JDBC URL, with {@code PGUSER} and {@code PGPASSWORD} for what it leaves out.
 */
public final class ServerAddress {
  private final String url;
  private final String location;
  private final Properties properties = new Properties();
  private final Map<String, String> environment;

  /**
   * @param environment variables of the process
   * @throws BadInput if the URL is none that PostgreSQL's driver understands; the message holds no password
   */
  public ServerAddress(String url, Map<String, String> environment) {
    this.url = url;
    this.location = withoutSecrets(url);
    Properties parsed = url.contains("@") ? null : Driver.parseURL(url, null);
    if (parsed == null) {
      throw new BadInput(location, "is no URL of a PostgreSQL database",
          "write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME and set PGPASSWORD");
    }
    this.environment = environment(parsed, environment);
    fill(PGProperty.USER, parsed, environment.get("PGUSER"));
    fill(PGProperty.PASSWORD, parsed, environment.get("PGPASSWORD"));
    PGProperty.APPLICATION_NAME.set(properties, "parkland");
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    // Doubles, days and geometries travel as bytes from the first query on.
    PGProperty.PREPARE_THRESHOLD.set(properties, -1);
  }

  /** The same with the environment of this process. */
  public static ServerAddress of(String url) {
    return new ServerAddress(url, System.getenv());
  }

  private static Map<String, String> environment(Properties parsed, Map<String, String> given) {
    Map<String, String> all = new TreeMap<>();
    PGProperty[] properties = {PGProperty.PG_HOST, PGProperty.PG_PORT, PGProperty.PG_DBNAME, PGProperty.USER,
        PGProperty.PASSWORD, PGProperty.SSL_MODE, PGProperty.SSL_ROOT_CERT};
    String[] names = {"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGSSLMODE", "PGSSLROOTCERT"};
    for (int i = 0; i < names.length; i++) {
      String value = properties[i].getOrNull(parsed) == null ? given.get(names[i]) : properties[i].getOrNull(parsed);
      if (value != null) {
        all.put(names[i], value);
      }
    }
    return all;
  }

  /** What PostgreSQL's own programs need to reach the same database; holds the password. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Name of the database. */
  public String database() {
    return environment.get("PGDATABASE");
  }

  private void fill(PGProperty property, Properties parsed, String fromEnvironment) {
    if (property.getOrNull(parsed) == null && fromEnvironment != null) {
      property.set(properties, fromEnvironment);
    }
  }

  /** Without user information and parameters, which may hold a password. */
  static String withoutSecrets(String url) {
    return url.replaceFirst("[?].*", "").replaceFirst("//.*@", "//");
  }

  public String url() {
    return url;
  }

  /** For messages. */
  public String location() {
    return location;
  }

  /**
   * What the driver needs beyond the URL.
   *
   * @param searchPath schemas in which names are looked up; null for the server's own choice
   */
  public Properties properties(String searchPath) {
    Properties all = new Properties();
    all.putAll(properties);
    if (searchPath != null) {
      PGProperty.CURRENT_SCHEMA.set(all, searchPath);
    }
    return all;
  }
}
