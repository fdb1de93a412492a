package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;

/** Keeps everything the overlay says. */
final class Captured implements PieceCollector<Captured> {
  final List<Pieces> pieces = new ArrayList<>();
  final List<OverlayFinding> findings = new ArrayList<>();

  @Override
  public void accept(Pieces each) {
    pieces.add(each);
  }

  @Override
  public void accept(OverlayFinding finding) {
    findings.add(finding);
  }

  @Override
  public void merge(Captured other) {
    pieces.addAll(other.pieces);
    findings.addAll(other.findings);
  }

  Pieces onlyPieces() {
    assertThat(pieces).hasSize(1);
    return pieces.get(0);
  }

  /** Pieces smaller than their parcel. */
  long cutPieces() {
    return pieces.stream().flatMapToDouble(each ->
        IntStream.range(0, each.size()).mapToDouble(each::pieceM2).filter(m2 -> m2 < each.areaM2())).count();
  }
}
