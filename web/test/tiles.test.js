import test from "node:test";
import assert from "node:assert/strict";
import Pbf from "../vendor/pbf-4.0.1/pbf.js";
import { readTile } from "../js/map/tiles/mvt.js";
import { countOf, featureAt, featuresWith, propsOf, shellOf, tagOf } from "../js/map/tiles/land-tile.js";
import { paintTile } from "../js/map/tiles/paint.js";
import { follow } from "../js/map/tiles/sketch.js";

const command = (id, count) => (count << 3) | id;
const step = (value) => (value << 1) ^ (value >> 31);

/** Rings of absolute vertices as a geometry: MoveTo, LineTo, ClosePath, each vertex as a step from the one before. */
function geometry(rings) {
  const numbers = [];
  let [x, y] = [0, 0];
  const go = ([toX, toY]) => {
    numbers.push(step(toX - x), step(toY - y));
    [x, y] = [toX, toY];
  };
  for (const [first, ...rest] of rings) {
    numbers.push(command(1, 1));
    go(first);
    numbers.push(command(2, rest.length));
    rest.forEach(go);
    numbers.push(command(7, 1));
  }
  return numbers;
}

/** A tile as the server writes it, keys and values after the features. */
function tile(features, { name = "land", keys = ["code", "id", "name"], values = ["1001", "G1", "0701", "x"] } = {}) {
  const pbf = new Pbf();
  pbf.writeMessage(3, (layer, out) => {
    out.writeStringField(1, name);
    for (const { tags, rings, type = 3 } of features) {
      out.writeMessage(2, (_, feature) => {
        feature.writePackedVarint(2, tags);
        feature.writeVarintField(3, type);
        feature.writePackedVarint(4, geometry(rings));
      }, null);
    }
    keys.forEach((key) => out.writeStringField(3, key));
    values.forEach((value) => out.writeMessage(4, (_, one) => (
      typeof value === "string" ? one.writeBytesField(1, new TextEncoder().encode(value)) : one.writeVarintField(4, value)), null));
    out.writeVarintField(5, 4096);
    out.writeVarintField(15, 2);
  }, null);
  return pbf.finish();
}

const square = (x, y, side) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
const WITH_HOLE = { tags: [0, 0, 1, 1, 2, 3], rings: [square(100, 100, 1000), square(300, 300, 200)] };
const PLAIN = { tags: [0, 2], rings: [square(-64, 2000, 500)] };

test("a tile is read into flat arrays: vertices, rings, boxes, tags", () => {
  const land = readTile(tile([WITH_HOLE, PLAIN]));
  assert.equal(countOf(land), 2);
  assert.deepEqual([...land.ringStarts], [0, 2, 3]);
  assert.deepEqual([...land.ringEnds], [4, 8, 12]);
  assert.deepEqual([...land.boxes], [100, 100, 1100, 1100, -64, 2000, 436, 2500]);
  assert.deepEqual(propsOf(land, 0), { id: "G1", code: "1001" });
  assert.deepEqual(propsOf(land, 1), { code: "0701" });
  assert.equal(tagOf(land, 1, "id"), undefined);
  assert.deepEqual(featuresWith(land, "id", "G1"), [0]);
  assert.deepEqual(featuresWith(land, "code", "070"), [], "the beginning of a text is another text");
  assert.deepEqual(shellOf(land, 1, 0.5), [{ x: -32, y: 1000 }, { x: 218, y: 1000 }, { x: 218, y: 1250 }, { x: -32, y: 1250 }]);
});

test("no land, another layer, and what is no polygon leave the tile empty", () => {
  assert.equal(countOf(readTile(new Uint8Array())), 0);
  assert.equal(countOf(readTile(tile([PLAIN], { name: "roads" }))), 0);
  assert.equal(countOf(readTile(tile([{ ...PLAIN, type: 2 }]))), 0);
});

test("texts are read as they were written, and what is no text is an empty one", () => {
  const land = readTile(tile([{ ...PLAIN, tags: [0, 0, 1, 1] }, { ...PLAIN, tags: [1, 2] }, { ...PLAIN, tags: [] }],
    { keys: ["code", "id"], values: ["工业用地𠮷", 7, "示例路1号"] }));
  assert.deepEqual([0, 1, 2].map((feature) => propsOf(land, feature)), [{ id: "", code: "工业用地𠮷" }, { id: "示例路1号" }, {}]);
  assert.deepEqual(featuresWith(land, "id", "示例路1号"), [1]);
});

test("the parcel at a place: holes are outside, the uppermost of two counts", () => {
  const land = readTile(tile([WITH_HOLE, PLAIN, { tags: [0, 0], rings: [square(1000, 1000, 300)] }]));
  assert.equal(featureAt(land, 200, 200), 0);
  assert.equal(featureAt(land, 400, 400), -1, "in the hole");
  assert.equal(featureAt(land, 1050, 1050), 2);
  assert.equal(featureAt(land, 0, 2100), 1);
  assert.equal(featureAt(land, 3000, 3000), -1);
});

test("a feature's rings are closed when they are drawn", () => {
  const drawn = [];
  const path = { moveTo: (...at) => drawn.push(["M", ...at]), lineTo: (...at) => drawn.push(["L", ...at]), closePath: () => drawn.push(["Z"]) };
  follow(readTile(tile([PLAIN])), 0, 2, path);
  assert.deepEqual(drawn, [["M", -128, 4000], ["L", 872, 4000], ["L", 872, 5000], ["L", -128, 5000], ["Z"]]);
});

test("far out a parcel is a box of its colour; one that is not of the chosen class is grey", () => {
  const painted = [];
  const context = { beginPath() {}, moveTo() {}, lineTo() {}, closePath() {}, stroke() {},
    set fillStyle(colour) { this.colour = colour; },
    fill() { painted.push(["path", this.colour]); },
    fillRect(...box) { painted.push(["box", this.colour, ...box]); } };
  const land = readTile(tile([WITH_HOLE, { tags: [0, 2], rings: [square(2000, 2000, 16)] }]));
  paintTile(/** @type {any} */ (context), land,
    { pixels: 256, zoom: 12, look: { idle: false, patterns: false, only: "07" }, colourOf: (code) => `colour of ${code}` });
  assert.deepEqual(painted, [["path", "#eceeed"], ["box", "colour of 0701", 125, 125, 1, 1]]);
});
