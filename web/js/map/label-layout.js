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
 * @returns {{x: number, y: number, width: number}} width of the stretch
 */
export function insideRing(ring) {
  const ys = ring.map((point) => point.y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2 + 1e-6;
  const crossings = [];
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length];
    if (from.y > y !== to.y > y) {
      crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    }
  });
  crossings.sort((a, b) => a - b);
  let best = { x: ring[0].x, y, width: 0 };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1] - crossings[i];
    if (width > best.width) {
      best = { x: (crossings[i] + crossings[i + 1]) / 2, y, width };
    }
  }
  return best;
}
