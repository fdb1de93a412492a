/**
 * The protection line: how much it encloses, its blocks, and what stands inside that is not industry.
 */
import * as api from "../../api.js";
import { h } from "../../dom.js";
import { formatNumber } from "../../format.js";
import { dataWord, nameOf, t } from "../../i18n.js";
import { area } from "../idle-site.js";
import { statusMark } from "../redline-marks.js";
import { figureButton, percentText } from "./figures.js";
import { createSection } from "./section.js";

/** @param {object} app */
export function createProtection(app) {
  const hasLine = app.district.layers.some(({ kind }) => kind === "protection");

  function load() {
    const { asOf, state } = app.view.get();
    return hasLine ? api.protection({ asOf, state }) : Promise.resolve({ none: true });
  }

  function draw(answer) {
    if (answer.none) {
      return [h("p", { class: "empty", text: t("monitor.noLine") })];
    }
    const { levels, blocks, encroachments, encroachmentsM2, enclosed, policy } = answer;
    const whole = enclosed.find(({ kind }) => kind === "district") ?? enclosed[0];
    const thin = blocks.filter(({ enoughIndustry }) => enoughIndustry === false);
    return [h("dl", { class: "facts" },
      levels.map(({ level, areaM2 }) => [h("dt", { text: t("monitor.level", { level: dataWord("level", level) }) }), h("dd", {}, area(areaM2, app))]),
      whole ? [h("dt", { text: t("monitor.enclosed", { threshold: formatNumber(policy.enclosedThreshold * 100) }) }),
        h("dd", { class: "num" }, percentText(whole.test.ratio, policy.enclosedThreshold), statusMark(whole.test.status))] : null,
      [h("dt", { text: t("monitor.thinBlocks", { share: formatNumber(policy.leastIndustryShare * 100) }) }),
        h("dd", {}, figureButton(formatNumber(thin.length), "thin-blocks", () => openBlocks(thin)))],
      [h("dt", { text: t("monitor.encroachments") }),
        h("dd", {}, figureButton(t("list.count", { count: formatNumber(encroachments.length) }), "encroachments", () => openEncroachments(encroachments, encroachmentsM2, () => t("monitor.encroachments"))),
          " ", area(encroachmentsM2, app))]),
    byClass(encroachments)];
  }

  function byClass(encroachments) {
    const rows = new Map();
    for (const one of encroachments) {
      const row = rows.get(one.code) ?? { code: one.code, clause: one.clause, all: [], areaM2: 0 };
      row.all.push(one);
      row.areaM2 += one.areaM2;
      rows.set(one.code, row);
    }
    return rows.size > 0 && h("table", { class: "table" },
      h("caption", { text: t("monitor.encroachmentsByClass") }),
      h("tbody", {}, [...rows.values()].sort((a, b) => b.areaM2 - a.areaM2).map((row) => h("tr", {},
        h("th", { scope: "row" }, h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(row.code) } }), " ",
          h("span", { class: "code", text: row.code ?? "" }), nameOf(app.classification.get(row.code)) || t("landuse.unclassified")),
        h("td", { class: "num" }, figureButton(formatNumber(row.all.length), `encroachments-${row.code}`,
          () => openEncroachments(row.all, row.areaM2, () => `${t("monitor.encroachments")} · ${nameOf(app.classification.get(row.code))}`))),
        h("td", { class: "num" }, area(row.areaM2, app))))));
  }

  function openEncroachments(all, areaM2, title) {
    app.list.rows({ title, state: app.view.get().state, areaM2, rows: [...all].sort((a, b) => b.areaM2 - a.areaM2)
      .map(({ parcel, code, areaM2: each, block }) => ({ parcel, code, areaM2: each, note: t("monitor.inBlock", { block }) })) });
  }

  /** Blocks of the line are not parcels: the map goes to them. */
  function openBlocks(blocks) {
    const ids = new Set(blocks.map(({ block }) => block));
    const features = app.map.overlays.keys().filter((key) => key.startsWith("protection:"))
      .flatMap((key) => app.map.overlays.features(key)).filter(({ properties }) => ids.has(String(properties.id)));
    app.map.selection.parcels(features);
    app.map.fitFeatures(features);
  }

  const section = createSection({ name: "protection", load, draw });
  app.view.on(["asOf", "state"], section.refresh);
  return section;
}
