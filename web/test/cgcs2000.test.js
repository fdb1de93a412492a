import test from "node:test";
import assert from "node:assert/strict";
import { lineLengthM, ringAreaM2, toZone, zoneOf } from "../js/cgcs2000.js";

const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

test("zone 38 check values", () => {
  for (const [lon, lat, x, y] of [
    [113.1, 22.55, 2494983.0295, 407423.9876],
    [113.12, 22.55, 2494970.773, 409481.3486],
    [114, 22.5, 2489167.3111, 500000],
    [112.6, 22.3, 2467689.0921, 355728.739],
  ]) {
    const plane = toZone(lon, lat, 38);
    near(plane.x, x, 0.001);
    near(plane.y, y + 38_000_000, 0.001);
  }
});

test("a zone reaches a degree and a half to both sides of its meridian", () => {
  assert.deepEqual([112.51, 114, 115.49, 115.51].map(zoneOf), [38, 38, 38, 39]);
  near(toZone(120, 31.2, 40).y, 40_500_000, 0.001);
});

test("area of a cell of the graticule by the survey's formula", () => {
  near(ringAreaM2([[113.1, 22.55], [113.11, 22.55], [113.11, 22.559], [113.1, 22.559]]), 1025103.4634, 0.001);
});

test("a ring's direction and an extra closing point change nothing", () => {
  const ring = [[113.1, 22.55], [113.11, 22.55], [113.11, 22.559], [113.1, 22.559]];
  near(ringAreaM2([...ring].reverse()), ringAreaM2(ring), 1e-6);
  near(ringAreaM2([...ring, ring[0]]), ringAreaM2(ring), 1e-6);
  assert.equal(ringAreaM2(ring.slice(0, 2)), 0);
});

test("lengths on the ellipsoid: a thousandth of a degree", () => {
  near(lineLengthM([[113.1, 22.55], [113.1, 22.551]]), 110.746, 0.01);
  near(lineLengthM([[113.1, 22.55], [113.101, 22.55]]), 102.861, 0.01);
  assert.equal(lineLengthM([[113.1, 22.55]]), 0);
});
