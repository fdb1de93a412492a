package org.parkland.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.Project;
import org.parkland.land.Words;

/** Reads a list of projects that look for land (CSV, UTF-8, one project a row). */
public final class Projects {
  private static final Set<String> COLUMNS = Set.of("id", "name", "name_en", "area_min_mu", "area_max_mu",
      "land_use", "industry", "frontage_m", "base", "investment_wan_per_mu", "tax_wan_per_mu", "start_on");

  private final String place;
  private final Classification classes;
  private final Map<String, String> row;

  private Projects(String place, Classification classes, Map<String, String> row) {
    this.place = place;
    this.classes = classes;
    this.row = row;
  }

  /** @throws BadInput with row and column if a project cannot be read */
  public static List<Project> read(Path file, Classification classes) {
    List<Project> projects = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Map<String, String> row : DataFile.csv(file)) {
      Projects reader = new Projects(file + " row " + (projects.size() + 2), classes, row);
      Project project = reader.project();
      if (!ids.add(project.id())) {
        throw reader.bad("id", "'" + project.id() + "' stands there twice", "give each project its own id");
      }
      projects.add(project);
    }
    return projects;
  }

  /**
   * One project by column name; a column that is missing is empty.
   *
   * @param place where it comes from, for messages
   * @throws BadInput with the column if it cannot be read
   */
  public static Project one(String place, Map<String, String> row, Classification classes) {
    Map<String, String> whole = new HashMap<>(row);
    COLUMNS.forEach(column -> whole.putIfAbsent(column, ""));
    return new Projects(place, classes, whole).project();
  }

  private Project project() {
    if (!row.keySet().equals(COLUMNS)) {
      throw new BadInput(place, "its columns are " + row.keySet(), "use " + COLUMNS);
    }
    double least = positive("area_min_mu");
    double most = positive("area_max_mu");
    if (most < least) {
      throw bad("area_max_mu", most + " is below area_min_mu " + least, "exchange them");
    }
    return new Project(text("id"), new Words(text("name"), text("name_en")), least, most, landUse(),
        optional("industry"), number("frontage_m"), optional("base"), number("investment_wan_per_mu"),
        number("tax_wan_per_mu"), date());
  }

  private String landUse() {
    String code = text("land_use");
    if (classes.find(code).isEmpty()) {
      throw bad("land_use", "'" + code + "' is in no classification", "use a code of " + classes.edition());
    }
    return code;
  }

  private double positive(String column) {
    Double value = number(column);
    if (value == null || value <= 0) {
      throw bad(column, "needs a number above 0", "give the area in mu");
    }
    return value;
  }

  private Double number(String column) {
    String text = optional(column);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw bad(column, "'" + text + "' is not a number", "give a number or leave it empty");
    }
  }

  private LocalDate date() {
    String text = optional("start_on");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad("start_on", "'" + text + "' is not a date", "write it as 2026-07-01");
    }
  }

  private String text(String column) {
    String text = optional(column);
    if (text == null) {
      throw bad(column, "is empty", "give it a value");
    }
    return text;
  }

  private String optional(String column) {
    String text = row.get(column);
    return text == null || text.isBlank() ? null : text.trim();
  }

  private BadInput bad(String column, String problem, String remedy) {
    return new BadInput(place + " column " + column, problem, remedy);
  }
}
