import test from "node:test";
import assert from "node:assert/strict";
import { balanceRows, sumOfMainClasses } from "../js/balance.js";
import { createClassification, depth, inkOn, isWithin, parentCode } from "../js/classes.js";
import { insideRing, placeLabels } from "../js/map/label-layout.js";
import { checkedPrefs } from "../js/prefs.js";
import { scaleBar, scaleDenominator } from "../js/scale.js";

test("parents' sums are not counted twice", () => {
  const rows = [
    { code: "10", name: "", areaM2: 30, parcels: 2 }, { code: "1001", name: "", areaM2: 30, parcels: 2 },
    { code: "100101", name: "", areaM2: 30, parcels: 2 }, { code: "07", name: "", areaM2: 12, parcels: 1 },
  ];
  assert.equal(sumOfMainClasses(rows), 42);
});

test("a class that stands in one state only has zero in the other", () => {
  const rows = balanceRows([{ code: "17", name: "陆地水域", areaM2: 5, parcels: 3 }], [{ code: "07", name: "居住用地", areaM2: 7, parcels: 1 }]);
  assert.deepEqual(rows.map(({ code, currentM2, plannedM2 }) => [code, currentM2, plannedM2]), [["07", 0, 7], ["17", 5, 0]]);
});

test("a class without a colour takes its nearest ancestor's", () => {
  const classes = createClassification([
    { code: "10", name: "工矿用地", nameEn: "Industry", level: 1, color: "#bb9674" },
    { code: "100101", name: "一类", nameEn: "One", level: 3, color: null },
  ]);
  assert.equal(classes.colourOf("100101"), "#bb9674");
  assert.equal(classes.colourOf("100199"), "#bb9674");
  assert.match(classes.colourOf("99"), /^#/);
  assert.equal(classes.nearest("1001").code, "10");
  assert.equal(classes.get("1001"), null);
});

test("codes nest by two digits", () => {
  assert.equal(parentCode("100101"), "1001");
  assert.equal(parentCode("10"), "");
  assert.deepEqual(["10", "1001", "100101"].map(depth), [1, 2, 3]);
  assert.ok(isWithin("100101", "10"));
  assert.ok(!isWithin("11", "10"));
  assert.ok(!isWithin("11", null));
});

test("ink contrasts with the colour it stands on", () => {
  assert.equal(inkOn("#ffff2d"), "#000000");
  assert.equal(inkOn("#006380"), "#ffffff");
});

test("labels never overlap and the more important stays", () => {
  const label = (text, x, y, priority) => ({ text, x, y, width: 40, height: 12, priority });
  const placed = placeLabels([label("low", 10, 0, 1), label("high", 0, 0, 9), label("far", 200, 0, 1)]);
  assert.deepEqual(placed.map(({ text }) => text), ["high", "far"]);
});

test("a label stands inside a bent ring", () => {
  const bent = [[0, 0], [100, 0], [100, 10], [10, 10], [10, 90], [100, 90], [100, 100], [0, 100]].map(([x, y]) => ({ x, y }));
  const { x, width, height } = insideRing(bent);
  assert.ok(x > 0 && x < 10);
  assert.equal(width, 10);
  assert.equal(height, 100);
});

test("a stored preference of the wrong type is ignored", () => {
  const prefs = checkedPrefs({ areaUnit: "acre", opacity: 7, overlays: "all", idleMarks: false, more: 1 });
  assert.equal(prefs.areaUnit, "ha");
  assert.equal(prefs.opacity, 1);
  assert.ok(Array.isArray(prefs.overlays));
  assert.equal(prefs.idleMarks, false);
  assert.ok(!("more" in prefs));
  assert.equal(checkedPrefs(null).areaUnit, "ha");
});

test("the scale is round and its bar fits", () => {
  assert.equal(scaleDenominator(0.28), 1000);
  assert.equal(scaleDenominator(17.6), 63000);
  assert.deepEqual(scaleBar(10, 110), { metres: 1000, pixels: 100 });
  assert.deepEqual(scaleBar(0.13, 110), { metres: 10, pixels: 10 / 0.13 });
});
