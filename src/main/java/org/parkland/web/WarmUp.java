package org.parkland.web;

import java.util.Locale;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws in the background what the first visitors would wait for. Safe to share between threads. */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** How the first one went; later ones follow an import, while the server answers. */
  enum State {
    RUNNING, DONE, FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final LandAnalysis analysis;
  private final TileRoutes tiles;
  private volatile State first = State.RUNNING;

  WarmUp(LandAnalysis analysis, TileRoutes tiles) {
    this.analysis = analysis;
    this.tiles = tiles;
  }

  void start() {
    Thread thread = new Thread(this::run, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** What cannot be drawn now is told to whoever asks for it; an empty database is no failure of the start. */
  private void run() {
    State end = State.FAILED;
    try {
      tiles.warmUp();
      analysis.warmUp();
      end = State.DONE;
    } catch (BadInput e) {
      LOG.info("nothing to draw yet: {}", e.getMessage());
      end = State.DONE;
    } finally {
      if (first == State.RUNNING) {
        first = end;
      }
    }
  }

  State first() {
    return first;
  }
}
