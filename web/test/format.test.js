import test from "node:test";
import assert from "node:assert/strict";
import { MU_IN_M2, formatArea, formatDate, formatNumber, formatPercent, withSign } from "../js/format.js";

test("areas are shown in the chosen unit with its usual digits", () => {
  assert.equal(formatArea(1025103.4634, "ha"), "102.51");
  assert.equal(formatArea(1025103.4634, "mu"), "1,537.66");
  assert.equal(formatArea(666.6675, "mu"), "1.00");
  assert.equal(formatArea(109_597_131.8219, "km2"), "109.5971");
  assert.equal(formatArea(194597.6872, "m2"), "194,598");
});

test("fifteen mu are one hectare, exactly", () => {
  assert.ok(Math.abs(15 * MU_IN_M2 - 10_000) < 1e-9);
});

test("an unknown figure is a dash, never zero", () => {
  assert.equal(formatArea(null, "ha"), "—");
  assert.equal(formatNumber(undefined), "—");
  assert.equal(formatPercent(null), "—");
  assert.equal(formatPercent(NaN), "—");
});

test("a share below the line is never rounded up to the line", () => {
  assert.equal(formatPercent(0.3, 0.3), "30.00");
  assert.equal(formatPercent(0.29999, 0.3), "29.999");
  assert.equal(formatPercent(0.29999999, 0.3), "29.999999");
  assert.equal(formatPercent(0.2999999999, 0.3), "29.999999");
  assert.equal(formatPercent(0.3183, 0.3), "31.83");
});

test("negative zero loses its sign and a minus is a minus", () => {
  assert.equal(formatNumber(-0.001, 2), "0.00");
  assert.equal(formatNumber(-12.5, 1), "−12.5");
});

test("differences carry their sign, nothing carries none", () => {
  assert.equal(withSign("12.00"), "+12.00");
  assert.equal(withSign("−3.10"), "−3.10");
  assert.equal(withSign("0.00"), "0.00");
  assert.equal(withSign("—"), "—");
});

test("dates know no time zone", () => {
  assert.equal(formatDate("2025-12-31", "zh-CN"), "2025年12月31日");
  assert.equal(formatDate("2025-12-31", "en"), "31 Dec 2025");
  assert.equal(formatDate("about 2020", "en"), "about 2020");
  assert.equal(formatDate(null, "en"), "—");
});
