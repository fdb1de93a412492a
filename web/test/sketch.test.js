import test from "node:test";
import assert from "node:assert/strict";
import { sketch } from "../js/map/tiles/sketch.js";

/** @param {Array<[number, number]>} ring @returns {number[]} the numbers of the vertices kept */
function keptOf(ring, tolerance) {
  const kept = new Uint32Array(ring.length + 1);
  return [...kept.subarray(0, sketch(new Int16Array(ring.flat()), 0, ring.length, tolerance, kept))];
}

/** Distance of a point from a segment. */
function aside([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** The farthest that a vertex left out lies from the line drawn in its place. */
function farthest(ring, kept) {
  let most = 0;
  for (let k = 1; k < kept.length; k++) {
    for (let i = kept[k - 1] + 1; i < kept[k]; i++) {
      most = Math.max(most, aside(ring[i], ring[kept[k - 1]], ring[kept[k]]));
    }
  }
  return most;
}

/** Mulberry32: the same numbers each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test("of a straight line the ends are drawn, and every corner", () => {
  const square = [[0, 0], [10, 0], [20, 0], [30, 0], [30, 10], [30, 20], [30, 30], [20, 30], [10, 30], [0, 30], [0, 20], [0, 10]];
  assert.deepEqual(keptOf(square, 1.6), [0, 3, 6, 9, 11]);
});

test("a line that was rounded to the grid is straight still", () => {
  const slope = Array.from({ length: 100 }, (_, i) => [17 * i, Math.round((17 * i) / 7)]);
  assert.deepEqual(keptOf(slope, 1.6), [0, 99]);
});

test("a way out and back is drawn to its end", () => {
  assert.deepEqual(keptOf([[0, 0], [50, 0], [100, 0], [60, 0], [60, 40]], 1.6), [0, 2, 3, 4]);
});

test("a bend that turns by little at each vertex stays a bend", () => {
  const circle = Array.from({ length: 2000 }, (_, i) => [Math.round(900 * Math.cos(i / 318.3)), Math.round(900 * Math.sin(i / 318.3))]);
  const kept = keptOf(circle, 1.6);
  assert.ok(kept.length < 120, `${kept.length} of 2000`);
  assert.ok(farthest(circle, kept) <= 1.6, String(farthest(circle, kept)));
});

test("whatever the ring, nothing left out lies farther from the line than allowed", () => {
  const next = random(7);
  for (let round = 0; round < 2000; round++) {
    let [x, y, heading] = [0, 0, 0];
    const wobble = next() * 2;
    const stride = 1 + next() * 60;
    const ring = Array.from({ length: 3 + Math.floor(next() * 60) }, () => {
      heading += (next() - 0.5) * wobble;
      [x, y] = [x + stride * Math.cos(heading), y + stride * Math.sin(heading)];
      return [Math.round(x), Math.round(y)];
    });
    const tolerance = 0.5 + next() * 8;
    const kept = keptOf(ring, tolerance);
    assert.equal(kept[0], 0);
    assert.equal(kept.at(-1), ring.length - 1);
    assert.ok(farthest(ring, kept) <= tolerance + 1e-9, `${farthest(ring, kept)} of ${tolerance}: ${JSON.stringify(ring)}`);
  }
});
