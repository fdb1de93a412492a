/**
 * Where labels may stand: greedy by priority, none over another.
 */

/**
 * @typedef {object} Label
 * @property {string} text
 * @property {number} x centre, pixels
 * @property {number} y centre, pixels
 * @property {number} width
 * @property {number} height
 * @property {number} priority the higher is placed first
 */

const GRID = 96;

/**
 * @template {Label} T
 * @param {T[]} labels
 * @param {number} [gap] pixels kept free around each
 * @returns {T[]} those that fit, in order of priority
 */
export function placeLabels(labels, gap = 3) {
  const cells = new Map();
  const placed = [];
  for (const label of [...labels].sort((a, b) => b.priority - a.priority)) {
    const box = boxOf(label, gap);
    const keys = cellsOf(box);
    if (keys.some((key) => (cells.get(key) ?? []).some((other) => overlap(box, other)))) {
      continue;
    }
    keys.forEach((key) => cells.set(key, [...(cells.get(key) ?? []), box]));
    placed.push(label);
  }
  return placed;
}

function boxOf({ x, y, width, height }, gap) {
  return { x1: x - width / 2 - gap, x2: x + width / 2 + gap, y1: y - height / 2 - gap, y2: y + height / 2 + gap };
}

function cellsOf(box) {
  const keys = [];
  for (let column = Math.floor(box.x1 / GRID); column <= Math.floor(box.x2 / GRID); column++) {
    for (let row = Math.floor(box.y1 / GRID); row <= Math.floor(box.y2 / GRID); row++) {
      keys.push(`${column}:${row}`);
    }
  }
  return keys;
}

function overlap(a, b) {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/**
 * A point well inside a ring for a label: the middle of the widest stretch on the horizontal line through its middle.
 * @param {Array<{x: number, y: number}>} ring
 * @returns {{x: number, y: number, width: number, height: number}} the room to both sides, and above and below
 */
export function insideRing(ring) {
  const ys = ring.map((point) => point.y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2 + 1e-6;
  const { middle, length } = widestStretch(ring, y);
  const flipped = ring.map((point) => ({ x: point.y, y: point.x }));
  return { x: middle, y, width: length, height: stretchThrough(flipped, middle, y) };
}

/** Where a horizontal line crosses a ring, from left to right; two by two they bound what lies inside. */
function crossingsAt(ring, y) {
  const crossings = [];
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length];
    if (from.y > y !== to.y > y) {
      crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    }
  });
  return crossings.sort((a, b) => a - b);
}

function widestStretch(ring, y) {
  const crossings = crossingsAt(ring, y);
  let best = { middle: ring[0].x, length: 0 };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const length = crossings[i + 1] - crossings[i];
    if (length > best.length) {
      best = { middle: (crossings[i] + crossings[i + 1]) / 2, length };
    }
  }
  return best;
}

/** Length of the stretch on the line at y that holds x. */
function stretchThrough(ring, y, x) {
  const crossings = crossingsAt(ring, y);
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i] <= x && x <= crossings[i + 1]) {
      return crossings[i + 1] - crossings[i];
    }
  }
  return 0;
}
