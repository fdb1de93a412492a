import test from "node:test";
import assert from "node:assert/strict";
import { barsHeight, barsOption, movesOption, trendOption } from "../js/charts/options.js";

test("bars end beyond the longest and never beyond the whole", () => {
  const option = (ratios) => barsOption({ names: ratios.map(String), series: [{ name: "a", ratios }], threshold: 0.3 });
  assert.equal(option([0.12]).xAxis.max, 40);
  assert.equal(option([0.66]).xAxis.max, 70);
  assert.equal(option([1]).xAxis.max, 100);
  assert.equal(barsHeight(3) - barsHeight(2), barsHeight(2) - barsHeight(1));
});

test("an unknown share is no bar and says so; one below the line is marked", () => {
  const [{ data, label, markLine }] = barsOption({ names: ["x", "y", "z"], series: [{ name: "a", ratios: [null, 0.29, 0.3] }], threshold: 0.3 }).series;
  assert.equal(data[0].value, 0);
  assert.equal(label.formatter({ data: data[0] }), "—");
  assert.equal(label.formatter({ data: data[2] }), "30.00%");
  assert.ok(data[1].itemStyle && !data[2].itemStyle && !data[0].itemStyle);
  assert.equal(markLine.data[0].xAxis, 30);
});

test("a trend shows the line even where the share is far from it", () => {
  const option = trendOption({ name: "u", threshold: 0.3, points: [
    { day: "a", ratio: 0.6, lowest: 0.58, highest: 0.61 }, { day: "b", ratio: null, lowest: null, highest: null }] });
  assert.ok(option.yAxis.min < 30 && option.yAxis.max > 61 && option.yAxis.max <= 100);
  assert.deepEqual(option.series[0].data, [60, null]);
});

test("what lowered the share is told by sign and side", () => {
  const option = movesOption({ parts: [{ name: "a", points: 1.5 }, { name: "b", points: -2 }] });
  const [{ data, label }] = option.series;
  assert.equal(label.formatter(data[1]), "−2.00");
  assert.equal(data[1].label.position, "left");
  assert.equal(option.xAxis.min({ min: -2 }), -2.9);
});
