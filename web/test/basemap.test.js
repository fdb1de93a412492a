import test from "node:test";
import assert from "node:assert/strict";
import { register } from "node:module";

// Leaflet wants a page; the arithmetic of tiles does not.
register("data:text/javascript," + encodeURIComponent(`export async function resolve(name, context, next) {
  return name.endsWith("leaflet.js") ? { url: "data:text/javascript,export const L = {}; export const tiles = {};", shortCircuit: true } : next(name, context);
}`));
const { degreeTiles, tileAddress } = await import("../js/map/basemap.js");

const JIANGHAI = { west: 113.06, south: 22.49, east: 113.2, north: 22.63 };

test("level 0 of degrees is the two halves of the earth", () => {
  const world = degreeTiles({ west: -180, south: -90, east: 180, north: 90 }, 0);
  assert.deepEqual(world.map(({ x, y }) => [x, y]), [[0, 0], [1, 0]]);
  assert.deepEqual(world[1].bounds, [[-90, 0], [90, 180]]);
});

test("the tiles of a box cover it and touch it", () => {
  for (const level of [9, 12, 16]) {
    const tiles = degreeTiles(JIANGHAI, level);
    assert.ok(Math.min(...tiles.map(({ bounds }) => bounds[0][0])) <= JIANGHAI.south);
    assert.ok(Math.max(...tiles.map(({ bounds }) => bounds[1][0])) >= JIANGHAI.north);
    for (const { bounds: [[south, west], [north, east]] } of tiles) {
      assert.ok(south < JIANGHAI.north && north > JIANGHAI.south && west < JIANGHAI.east && east > JIANGHAI.west);
    }
  }
});

test("Tianditu counts its levels from one", () => {
  const address = (map) => tileAddress("https://{s}.x/{z}/{x}/{y}", { x: 5, y: 2, z: 12 }, map);
  const map = { name: "", nameEn: "", urls: [], crs: "", maxLevel: 18, attribution: "" };
  assert.equal(address({ ...map, subdomains: ["t0", "t1"], levelOffset: 1 }), "https://t1.x/13/5/2");
  assert.equal(address({ ...map, subdomains: ["t0"], levelOffset: 0 }), "https://t0.x/12/5/2");
});
