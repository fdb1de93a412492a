package org.parkland.pack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Attribute;
import org.parkland.land.CauseTrack;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdlePolicy.DateOrder;
import org.parkland.land.IdlePolicy.DefaultStart;
import org.parkland.land.IdlePolicy.Extension;
import org.parkland.land.IdlePolicy.Fee;
import org.parkland.land.IdlePolicy.NotStarted;
import org.parkland.land.IdlePolicy.Rule;
import org.parkland.land.IdlePolicy.Rung;
import org.parkland.land.IdlePolicy.Scope;
import org.parkland.land.IdlePolicy.Stopped;
import org.parkland.land.IdlePolicy.Track;
import org.parkland.land.IdleStatus;
import org.parkland.land.Schema;

/** Reads {@code idle.yaml}: the rules and the words of the ladder. */
public final class IdlePolicies {
  private final Schema parcels;

  private IdlePolicies(Schema parcels) {
    this.parcels = parcels;
  }

  /**
   * @param parcels the attributes that rules may name
   * @throws org.parkland.BadInput if the file is incomplete, contradicts itself or names what nobody knows
   */
  public static IdlePolicy read(Path file, Schema parcels) {
    return new IdlePolicies(parcels).policy(PolicyNode.open(file));
  }

  private IdlePolicy policy(PolicyNode root) {
    root.allow("name", "title", "titleEn", "source", "date", "scope", "rules", "alarmDays", "orders", "ladder",
        "causes");
    PolicyNode rules = root.child("rules")
        .allow("notStarted", "stopped", "defaultStart", "extension", "fee");
    return new IdlePolicy(root.text("name"), root.words("title"), root.text("source"), root.date("date"),
        scope(root.child("scope")), notStarted(rules.child("notStarted")), stopped(rules.child("stopped")),
        defaultStart(rules.child("defaultStart")), extension(rules.child("extension")),
        fee(rules.child("fee")), root.wholeAbove(0, "alarmDays"), root.children("orders").stream().map(this::order).toList(),
        ladder(root), tracks(root));
  }

  private Scope scope(PolicyNode node) {
    node.allow("supplied", "approved", "events", "collective");
    PolicyNode collective = node.child("collective").allow("position", "mark", "note", "noteEn");
    return new Scope(attributes(node, "supplied"), attributes(node, "approved"), dates(node, "events"),
        collective.wholeAbove(0, "position"), collective.text("mark"), collective.words("note"));
  }

  private static Rule rule(PolicyNode node) {
    return new Rule(node.words("clause"), node.text("test"), node.text("source"), node.date("date"));
  }

  private static NotStarted notStarted(PolicyNode node) {
    node.allow("clause", "clauseEn", "test", "source", "date", "idleYears", "recoveryYears");
    int idle = node.wholeAbove(0, "idleYears");
    return new NotStarted(rule(node), idle, node.wholeAbove(idle, "recoveryYears"));
  }

  private static Stopped stopped(PolicyNode node) {
    node.allow("clause", "clauseEn", "test", "source", "date", "years", "developedBelow", "investedBelow");
    return new Stopped(rule(node), node.wholeAbove(0, "years"), node.share("developedBelow"),
        node.share("investedBelow"));
  }

  private DefaultStart defaultStart(PolicyNode node) {
    node.allow("clause", "clauseEn", "test", "source", "date", "bases");
    return new DefaultStart(rule(node), node.children("bases").stream().map(this::basis).toList());
  }

  private DefaultStart.Basis basis(PolicyNode node) {
    node.allow("from", "years");
    return new DefaultStart.Basis(date(node, "from", node.text("from")), node.wholeAbove(-1, "years"));
  }

  private static Extension extension(PolicyNode node) {
    node.allow("clause", "clauseEn", "test", "source", "date", "atMostYears");
    return new Extension(rule(node), node.wholeAbove(0, "atMostYears"));
  }

  private static Fee fee(PolicyNode node) {
    node.allow("clause", "clauseEn", "test", "source", "date", "share", "modes", "settledDisposals");
    return new Fee(rule(node), node.share("share"), node.texts("modes"), node.texts("settledDisposals"));
  }

  private DateOrder order(PolicyNode node) {
    node.allow("earlier", "later", "distrust");
    return new DateOrder(date(node, "earlier", node.text("earlier")),
        date(node, "later", node.text("later")), dates(node, "distrust"));
  }

  private static Map<IdleStatus, Rung> ladder(PolicyNode root) {
    Map<IdleStatus, Rung> ladder = new EnumMap<>(IdleStatus.class);
    Set<String> taken = new HashSet<>();
    for (PolicyNode node : root.children("ladder")) {
      node.allow("status", "word", "wordEn", "clause", "clauseEn", "outlook", "outlookEn", "consequence",
          "consequenceEn");
      IdleStatus status = node.word(IdleStatus.class, "status");
      Rung rung = new Rung(node.words("word"), node.words("clause"), node.words("outlook"),
          node.has("consequence") ? node.words("consequence") : null);
      if (ladder.put(status, rung) != null) {
        throw node.bad("status", "'" + status.key() + "' stands here twice", "keep one of them");
      }
      if (!taken.add(rung.word().zh())) {
        throw node.bad("word", "'" + rung.word().zh() + "' names two statuses", "give each its own word");
      }
    }
    requireAll(root, "ladder", IdleStatus.class, ladder);
    return ladder;
  }

  private static Map<CauseTrack, Track> tracks(PolicyNode root) {
    Map<CauseTrack, Track> tracks = new EnumMap<>(CauseTrack.class);
    Set<String> taken = new HashSet<>();
    for (PolicyNode node : root.children("causes")) {
      node.allow("track", "title", "titleEn", "clause", "clauseEn", "words", "treatment", "treatmentEn");
      CauseTrack track = node.word(CauseTrack.class, "track");
      Track read = new Track(node.words("title"), node.words("clause"), node.texts("words"),
          node.words("treatment"));
      if (tracks.put(track, read) != null) {
        throw node.bad("track", "'" + track.key() + "' stands here twice", "keep one of them");
      }
      read.words().stream().filter(word -> !taken.add(word)).findFirst().ifPresent(word -> {
        throw node.bad("words", "'" + word + "' leads to two tracks", "keep it in one of them");
      });
    }
    requireAll(root, "causes", CauseTrack.class, tracks);
    return tracks;
  }

  private static <E extends Enum<E>> void requireAll(
      PolicyNode root, String field, Class<E> type, Map<E, ?> read) {
    if (read.size() < type.getEnumConstants().length) {
      throw root.bad(field, "is not complete", "it needs " + PolicyNode.keys(type));
    }
  }

  private List<String> attributes(PolicyNode node, String field) {
    return node.texts(field).stream().map(name -> attribute(node, field, name).name()).toList();
  }

  private List<String> dates(PolicyNode node, String field) {
    return node.texts(field).stream().map(name -> date(node, field, name)).toList();
  }

  private String date(PolicyNode node, String field, String name) {
    if (attribute(node, field, name).type() != Attribute.Type.DATE) {
      throw node.bad(field, "'" + name + "' is not a date", "name a date of fields.yaml");
    }
    return name;
  }

  private Attribute attribute(PolicyNode node, String field, String name) {
    return parcels.find(name).orElseThrow(() -> node.bad(field,
        "'" + name + "' is no attribute of parcels", "use a name from standards/fields.yaml"));
  }
}
