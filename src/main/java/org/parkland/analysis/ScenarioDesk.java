package org.parkland.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.store.ScenarioShelf;

/**
 * Where planners keep scenarios: working copies in memory, saved versions in the store. Safe to share between
 * threads.
 */
public final class ScenarioDesk {
  /** Working copies beyond these are forgotten, the one unused longest first; a page makes its own anew. */
  private static final int MOST_DRAFTS = 64;
  private static final int KEPT_BASES = 3;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workspace workspace;
  private final LandFigures figures;
  private final UnitAreas unitAreas;
  private final Kept<List<Long>, ScenarioBase> bases = new Kept<>(KEPT_BASES);
  private final Map<String, ScenarioDraft> drafts = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, ScenarioDraft> eldest) {
      return size() > MOST_DRAFTS;
    }
  };

  ScenarioDesk(Workspace workspace, LandFigures figures, UnitAreas unitAreas) {
    this.workspace = workspace;
    this.figures = figures;
    this.unitAreas = unitAreas;
  }

  private ScenarioShelf shelf() {
    return workspace.store().scenarios();
  }

  private ScenarioShelf shelf(Actor actor) {
    return workspace.store().by(actor).scenarios();
  }

  /** The newest version of every scenario, the one saved last first; withdrawn ones are not among them. */
  public List<SavedScenario> saved() {
    return shelf().newest().stream().filter(each -> each.withdrawn() == null)
        .sorted((a, b) -> b.savedAt().compareTo(a.savedAt())).toList();
  }

  /** @throws BadInput if there is none */
  public SavedScenario saved(long id) {
    return shelf().find(id).orElseThrow(() -> new BadInput("scenario " + id, "was never saved",
        "choose one of the list"));
  }

  public List<SavedScenario> versions(long id) {
    return shelf().versions(id);
  }

  /** A working copy without changes. @param day null for the newest land */
  public ScenarioDraft begin(LocalDate day) {
    return kept(draft(base(DayLayers.at(workspace.store(), day)), null));
  }

  /** A working copy of what was saved, on the land it was laid on. */
  public ScenarioDraft open(SavedScenario version) {
    return kept(replayed(version));
  }

  /**
   * A working copy with the given changes: what a page sends whose working copy was forgotten.
   *
   * @param day null for the newest land
   * @param from the version it was made from; null for none
   * @param done how many of the changes are done
   */
  public ScenarioDraft restore(LocalDate day, SavedScenario from, Iterable<JsonNode> changes, int done) {
    ScenarioBase base = from != null ? base(layers(from)) : base(DayLayers.at(workspace.store(), day));
    ScenarioDraft draft = draft(base, from);
    draft.replay(changes, done);
    return kept(draft);
  }

  /** The same changes on the newest land; what cannot be carried out there is left out and named. */
  public ScenarioDraft rebase(ScenarioDraft draft) {
    ScenarioDraft moved = draft(base(DayLayers.at(workspace.store(), null)), draft.saved());
    moved.replay(draft.written(), draft.look(scenario -> scenario.done()));
    return kept(moved);
  }

  /** What a saved version touches; it takes no place among the working copies. */
  public ScenarioLand land(SavedScenario version) {
    return ScenarioLand.of(replayed(version));
  }

  private ScenarioDraft replayed(SavedScenario version) {
    ScenarioDraft draft = draft(base(layers(version)), version);
    JsonNode list = read(version.changes());
    draft.replay(list.path("changes"), list.path("done").asInt());
    return draft;
  }

  private ScenarioDraft draft(ScenarioBase base, SavedScenario saved) {
    RedLinePolicy policy = workspace.policies().redLine().find(workspace.district().policy());
    ScenarioChanges changes = new ScenarioChanges(workspace.standards().classification(),
        workspace.policies().protection());
    return new ScenarioDraft("w" + UUID.randomUUID(), base, changes, policy, saved);
  }

  private ScenarioDraft kept(ScenarioDraft draft) {
    synchronized (drafts) {
      drafts.put(draft.key(), draft);
    }
    return draft;
  }

  /** A working copy by its key, or a saved scenario by its number, which is then only to be looked at. */
  public Optional<ScenarioDraft> find(String key) {
    synchronized (drafts) {
      ScenarioDraft draft = drafts.get(key);
      if (draft != null) {
        return Optional.of(draft);
      }
    }
    if (!key.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return shelf().find(Long.parseLong(key)).map(this::looked);
  }

  /** Kept under its version, which never changes. */
  private ScenarioDraft looked(SavedScenario version) {
    String key = version.id() + "@" + version.version();
    synchronized (drafts) {
      ScenarioDraft known = drafts.get(key);
      if (known != null) {
        return known;
      }
    }
    ScenarioDraft draft = replayed(version);
    synchronized (drafts) {
      drafts.put(key, draft);
    }
    return draft;
  }

  private ScenarioBase base(DayLayers day) {
    ScenarioBase asked = new ScenarioBase(workspace, figures, unitAreas, day);
    return bases.get(asked.snapshots().values().stream().map(Snapshot::id).toList(), key -> asked);
  }

  /** The very snapshots a version was laid on, whatever has been imported since. */
  private DayLayers layers(SavedScenario version) {
    List<Snapshot> known = workspace.store().snapshots();
    List<Snapshot> found = new ArrayList<>();
    read(version.base()).fields().forEachRemaining(layer -> found.add(known.stream()
        .filter(each -> each.id() == layer.getValue().asLong()).findFirst()
        .orElseThrow(() -> new BadInput("scenario " + version.id(), "is laid on snapshot " + layer.getValue()
            + " (" + layer.getKey() + "), which this database does not hold", "open the database it was saved in"))));
    Snapshot parcels = found.stream().filter(each -> each.kind() == LayerKind.PARCELS).findFirst().orElseThrow();
    return new DayLayers(parcels.asOf(), parcels, found);
  }

  /**
   * Saves a working copy as the next version of the scenario it was made from, or as a new one.
   *
   * @param asNew whether to save beside the scenario it was made from
   * @return empty if somebody else saved that scenario meanwhile; {@link #versions} tells who
   */
  public Optional<SavedScenario> save(
      ScenarioDraft draft, String name, String by, String note, boolean asNew, Actor actor) {
    SavedScenario from = asNew ? null : draft.saved();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SavedScenario next = new SavedScenario(from == null ? 0 : from.id(), from == null ? 1 : from.version() + 1,
        text("name", name, LONGEST_NAME), from == null ? text("by", by, LONGEST_NAME) : from.author(),
        note == null || note.isBlank() ? "" : text("note", note, LONGEST_NOTE), draft.base().day().asOf(),
        base(draft), changes(draft), from == null ? now : from.createdAt(), text("by", by, LONGEST_NAME), now, null);
    Optional<SavedScenario> saved =
        from == null ? Optional.of(shelf(actor).add(next)) : shelf(actor).append(next);
    saved.ifPresent(draft::saved);
    return saved;
  }

  /** Takes a scenario off the list; its versions stay. @return empty if somebody saved it meanwhile */
  public Optional<SavedScenario> withdraw(SavedScenario version, String by, String reason, Actor actor) {
    return shelf(actor).append(new SavedScenario(version.id(), version.version() + 1, version.name(), version.author(),
        version.note(), version.asOf(), version.base(), version.changes(), version.createdAt(),
        text("by", by, LONGEST_NAME), Instant.now().truncatedTo(ChronoUnit.SECONDS),
        text("reason", reason, LONGEST_NOTE)));
  }

  private static String text(String field, String text, int longest) {
    if (text == null || text.isBlank()) {
      throw new BadInput(field, "is missing", "fill it in");
    }
    if (text.length() > longest) {
      throw new BadInput(field, "is longer than " + longest + " characters", "shorten it");
    }
    return text.strip();
  }

  private static String base(ScenarioDraft draft) {
    ObjectNode base = JSON.createObjectNode();
    draft.base().snapshots().forEach((kind, snapshot) -> base.put(kind.word(), snapshot.id()));
    return base.toString();
  }

  private static String changes(ScenarioDraft draft) {
    return draft.look(scenario -> {
      ObjectNode list = JSON.createObjectNode();
      list.put("done", scenario.done());
      ArrayNode changes = list.putArray("changes");
      draft.written().forEach(changes::add);
      return list.toString();
    });
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a saved scenario is damaged", e);
    }
  }

  /** The snapshots that would be the base today, for telling what has changed since. */
  ScenarioBase newest() {
    return base(DayLayers.at(workspace.store(), null));
  }

  Workspace workspace() {
    return workspace;
  }
}
