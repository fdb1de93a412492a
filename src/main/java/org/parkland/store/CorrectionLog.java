package org.parkland.store;

import java.util.List;
import org.parkland.land.Correction;

/**
 * The office's corrections of parcels, by parcel number and so beside all snapshots: an import touches none of them.
 * Entries are only ever added; what is taken back is an entry of its own.
 */
public interface CorrectionLog {
  /** The entries with a greater number, in their order; 0 asks for all. */
  List<Correction> after(long number);

  /**
   * Adds an entry.
   *
   * @param draft its number is given by the log
   * @return the entry as it stands in the log
   */
  Correction append(Correction draft);
}
