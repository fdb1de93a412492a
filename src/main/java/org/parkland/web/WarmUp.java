package org.parkland.web;

import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.job.Job;
import org.parkland.job.JobQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws in the background what the next visitor would wait for: at the start, and when a layer came in. Closing ends it
 * at its next step and waits for that, so that nothing is written into a database that is being closed. Safe to share
 * between threads.
 */
final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final LandAnalysis analysis;
  private final MapTiles tiles;
  private final JobQueue<Void> queue = new JobQueue<>("warm-up");
  private volatile Job<Void> first;

  WarmUp(LandAnalysis analysis, MapTiles tiles) {
    this.analysis = analysis;
    this.tiles = tiles;
  }

  /** Where many wait already, the last of them draws what this one would. */
  void begin() {
    Job<Void> job = queue.submit("warm-up", steps -> {
      draw(steps);
      return null;
    }).orElse(null);
    first = first == null ? job : first;
  }

  /** What cannot be drawn now is told to whoever asks for it; an empty database is no failure of the start. */
  private void draw(Job.Steps steps) {
    try {
      tiles.warmUp(steps);
      analysis.warmUp(steps);
    } catch (BadInput e) {
      LOG.info("nothing to draw yet: {}", e.getMessage());
    }
  }

  /** How the first one stands; later ones follow an import, while the server answers. */
  Job.State first() {
    return first == null ? Job.State.QUEUED : first.standing().state();
  }

  @Override
  public void close() {
    queue.close();
  }
}
