package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rules by which supplied land is suspected to be idle (疑似闲置土地).
 *
 * <p>Periods are whole years, date only: the anniversary itself is complete, and 29 February plus one year is
 * 28 February. Attributes are named as in {@link Attribute#name()}.
 *
 * @param source the regulation as a whole
 * @param date the day it came into force
 * @param alarmDays how many days ahead the alarm list looks
 * @param orders dates that must follow each other
 * @param ladder what planners read, for every status
 * @param tracks how each cause is treated, for every track
 */
public record IdlePolicy(
    String name,
    Words title,
    String source,
    LocalDate date,
    Scope scope,
    NotStarted notStarted,
    Stopped stopped,
    DefaultStart defaultStart,
    Extension extension,
    Fee fee,
    int alarmDays,
    List<DateOrder> orders,
    Map<IdleStatus, Rung> ladder,
    Map<CauseTrack, Track> tracks) {

  /**
   * Where a rule stands.
   *
   * @param clause article and paragraph
   * @param test the rule as a formula, for readers
   * @param source document
   * @param date the day it came into force
   */
  public record Rule(Words clause, String test, String source, LocalDate date) {}

  /**
   * Which parcels the ladder speaks of.
   *
   * @param supplied any of these attributes makes a parcel supplied land
   * @param approved any of these, without the former, makes it approved and not supplied
   * @param events dates of what has happened; one later than the data themselves is an error
   * @param collectivePosition position, from 1, of the mark in the parcel number that tells collective land
   * @param collectiveMark that mark; such land is judged by analogy only, without fee
   */
  public record Scope(
      List<String> supplied,
      List<String> approved,
      List<String> events,
      int collectivePosition,
      String collectiveMark,
      Words collectiveNote) {

    public boolean isCollective(String parcel) {
      return parcel != null && parcel.startsWith(collectiveMark, collectivePosition - 1);
    }
  }

  /** Type 1. Suspected after {@code idleYears} from the start day, recovery after {@code recoveryYears}. */
  public record NotStarted(Rule rule, int idleYears, int recoveryYears) {}

  /** Type 2. Suspected after {@code years} of standstill with one of the two shares below its limit. */
  public record Stopped(Rule rule, int years, Share developedBelow, Share investedBelow) {}

  /** The start day where the contract is silent or unclear: the first basis that is known. */
  public record DefaultStart(Rule rule, List<Basis> bases) {
    /** So many years after the date {@code from}. */
    public record Basis(String from, int years) {}
  }

  /** A new agreement restarts the clock; one for longer than {@code atMostYears} is pointed out. */
  public record Extension(Rule rule, int atMostYears) {}

  /**
   * The idle fee, estimated.
   *
   * @param share of the land price
   * @param modes modes of supply (parts of words) that have such a price
   * @param settledDisposals words in the state of disposal that close the case and end the estimate
   */
  public record Fee(Rule rule, Share share, List<String> modes, List<String> settledDisposals) {}

  /** {@code later} before {@code earlier} is a contradiction; the dates in {@code distrust} then count as missing. */
  public record DateOrder(String earlier, String later, List<String> distrust) {}

  /**
   * One status in words.
   *
   * @param word as planners know it
   * @param outlook what would change it; may hold {@code {due}} and {@code {next}}
   * @param consequence for the holder's own cause, or null
   */
  public record Rung(Words word, Words clause, Words outlook, Words consequence) {}

  /**
   * How one cause is treated.
   *
   * @param words by which deliveries tell it (parts of the text)
   */
  public record Track(Words title, Words clause, List<String> words, Words treatment) {}

  /** The track a delivered cause leads to. */
  public CauseTrack trackOf(String cause) {
    if (cause == null || cause.isBlank()) {
      return CauseTrack.UNSTATED;
    }
    return tracks.entrySet().stream()
        .filter(each -> each.getValue().words().stream().anyMatch(cause::contains))
        .map(Map.Entry::getKey).findFirst().orElse(CauseTrack.UNSTATED);
  }
}
