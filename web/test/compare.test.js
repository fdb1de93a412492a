import test from "node:test";
import assert from "node:assert/strict";
import { sameLand, sidesOf } from "../js/compare.js";

test("without a divider the left side is all", () => {
  assert.deepEqual(sidesOf({ state: "planned", asOf: null, swipe: null }), { left: { state: "planned", asOf: null }, right: null });
});

test("the plan stands right of current use, whatever the figures speak of", () => {
  const { left, right } = sidesOf({ state: "planned", asOf: "2020-12-31", swipe: "plan" });
  assert.deepEqual([left.state, right.state], ["current", "planned"]);
  assert.deepEqual([left.asOf, right.asOf], ["2020-12-31", "2020-12-31"]);
});

test("another date stands left of the chosen one", () => {
  const { left, right } = sidesOf({ state: "current", asOf: null, swipe: "2020-12-31" });
  assert.deepEqual(left, { state: "current", asOf: "2020-12-31" });
  assert.deepEqual(right, { state: "current", asOf: null });
  assert.ok(!sameLand(left, right));
  assert.ok(sameLand(left, { ...left }));
  assert.ok(!sameLand(left, null));
});
