/**
 * Which vertices of a ring to draw. A surveyed line has one every few metres; where it runs straight to a tenth of a
 * pixel, no eye misses those between its ends. What is asked and measured goes by all of them.
 */

/** No vertex that is left out lies farther than this from the line drawn. */
const TOLERANCE_PIXELS = 0.1;

let room = new Uint32Array(256);

/**
 * Goes along a feature's rings.
 * @param {import("./land-tile.js").LandTile} tile
 * @param {number} feature
 * @param {number} scale pixels to a tile unit
 * @param {{moveTo(x: number, y: number): void, lineTo(x: number, y: number): void, closePath(): void}} path
 */
export function follow({ points, ringEnds, ringStarts }, feature, scale, path) {
  for (let ring = ringStarts[feature]; ring < ringStarts[feature + 1]; ring++) {
    const start = ring === 0 ? 0 : ringEnds[ring - 1];
    room = room.length <= ringEnds[ring] - start ? new Uint32Array(2 * (ringEnds[ring] - start)) : room;
    const count = sketch(points, start, ringEnds[ring], TOLERANCE_PIXELS / scale, room);
    path.moveTo(points[2 * start] * scale, points[2 * start + 1] * scale);
    for (let i = 1; i < count; i++) {
      path.lineTo(points[2 * room[i]] * scale, points[2 * room[i] + 1] * scale);
    }
    path.closePath();
  }
}

/**
 * From each vertex that is kept the line may go on in a wedge that passes those left out within the tolerance, and never
 * back (Zhao and Saalfeld, "Linear-time sleeve-fitting polyline simplification algorithms", 1997).
 * @param {Int16Array} points x and y of every vertex
 * @param {number} start the ring's first vertex, always kept
 * @param {number} end after its last vertex, always kept
 * @param {number} tolerance in the points' unit
 * @param {Uint32Array} kept gets the numbers of the vertices; has room for the whole ring
 * @returns {number} how many there are
 */
export function sketch(points, start, end, tolerance, kept) {
  let count = 0;
  kept[count++] = start;
  const wedge = { open: true, leftX: 0, leftY: 0, rightX: 0, rightY: 0 };
  for (let i = start + 1; i < end; i++) {
    if (!leadsOn(wedge, points, kept[count - 1], i)) {
      kept[count++] = i - 1;
      wedge.open = true;
    }
    narrow(wedge, points, kept[count - 1], i, tolerance);
  }
  kept[count++] = end - 1;
  return count;
}

/** Whether the line from one vertex may go straight to another, past those between. */
function leadsOn({ open, leftX, leftY, rightX, rightY }, points, from, to) {
  const dx = points[2 * to] - points[2 * from];
  const dy = points[2 * to + 1] - points[2 * from + 1];
  const onward = dx * (points[2 * to] - points[2 * to - 2]) + dy * (points[2 * to + 1] - points[2 * to - 1]) >= 0;
  return onward && (open || (leftX * dy <= leftY * dx && rightX * dy >= rightY * dx));
}

/** Lines beyond a vertex pass it within the tolerance on either side; one so near the start is passed by all. */
function narrow(wedge, points, from, past, tolerance) {
  const dx = points[2 * past] - points[2 * from];
  const dy = points[2 * past + 1] - points[2 * from + 1];
  const far = Math.sqrt(dx * dx + dy * dy);
  if (far <= tolerance) {
    return;
  }
  const asideX = (-dy / far) * tolerance;
  const asideY = (dx / far) * tolerance;
  if (wedge.open || wedge.leftX * (dy + asideY) < wedge.leftY * (dx + asideX)) {
    wedge.leftX = dx + asideX;
    wedge.leftY = dy + asideY;
  }
  if (wedge.open || wedge.rightX * (dy - asideY) > wedge.rightY * (dx - asideX)) {
    wedge.rightX = dx - asideX;
    wedge.rightY = dy - asideY;
  }
  wedge.open = false;
}
