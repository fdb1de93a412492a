import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { formatArea, formatPercent } from "../js/format.js";

const cases = JSON.parse(readFileSync(new URL("rounding.json", import.meta.url), "utf8"));

test("figures are rounded as the printed report rounds them", () => {
  for (const [areaM2, unit, shown] of cases.area) {
    assert.equal(formatArea(areaM2, unit), shown, `${areaM2} ${unit}`);
  }
  for (const [share, threshold, shown] of cases.percent) {
    assert.equal(formatPercent(share, threshold), shown, String(share));
  }
});
