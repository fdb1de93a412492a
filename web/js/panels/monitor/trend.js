/**
 * The share of the unit in focus over the snapshots.
 */
import * as api from "../../api.js";
import { drawChart } from "../../charts/library.js";
import { trendOption } from "../../charts/options.js";
import { h } from "../../dom.js";
import { formatArea, formatDate, withSign } from "../../format.js";
import { language, nameOf, t } from "../../i18n.js";
import { areaButton, percentText } from "./figures.js";
import { createSection } from "./section.js";

/** @param {object} app */
export function createTrend(app) {
  const unit = () => app.view.get().unit ?? app.districtUnit()?.id;

  function draw(answer) {
    const found = answer.units[0];
    if (!found) {
      return [h("p", { class: "empty", text: t("redline.noUnits") })];
    }
    const { threshold } = answer.policy;
    const points = found.points.map((point) => ({ day: formatDate(point.asOf, language()), ratio: point.ratio, lowest: point.lowestRatio, highest: point.highestRatio }));
    const place = h("div", { class: "chart chart-trend", role: "img",
      "aria-label": `${t("monitor.trend")}: ${points.map(({ day, ratio }) => `${day} ${percentText(ratio, threshold)}`).join("; ")}` });
    queueMicrotask(() => drawChart(place, trendOption({ name: nameOf(found), points, threshold }),
      (at) => open(found.id, found.points[at].asOf, "numerator")));
    return [place, table(found, threshold)];
  }

  function open(id, asOf, part) {
    app.list.counted({ unit: id, state: "current", asOf, part, title: () =>
      `${t(`monitor.list${part === "numerator" ? "Numerator" : "Denominator"}`, { unit: nameOf(app.unit(id)), state: formatDate(asOf, language()) })}` });
  }

  function table({ id, points }, threshold) {
    const shown = app.prefs.get().areaUnit;
    const head = (text) => h("th", { scope: "col", class: "num", text });
    return h("table", { class: "table" },
      h("caption", { class: "sr-only", text: t("monitor.trend") }),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("asOf") }), head(t("redline.ratio")),
        head(`${t("redline.numerator")} (${t(`unit.${shown}`)})`), head(`${t("redline.denominator")} (${t(`unit.${shown}`)})`), head(t("monitor.growth")))),
      h("tbody", {}, points.map((point) => h("tr", {}, h("th", { scope: "row", text: formatDate(point.asOf, language()) }),
        h("td", { class: "num", text: percentText(point.ratio, threshold) }),
        h("td", { class: "num" }, areaButton(point.numeratorM2, app, `trend-n-${point.asOf}`, () => open(id, point.asOf, "numerator"))),
        h("td", { class: "num" }, areaButton(point.denominatorM2, app, `trend-d-${point.asOf}`, () => open(id, point.asOf, "denominator"))),
        h("td", { class: "num", text: point.constructionGrownM2 === null ? "—" : withSign(formatArea(point.constructionGrownM2, shown)) })))));
  }

  const section = createSection({ name: "trend", load: () => api.trend({ unit: unit() }), draw });
  app.view.on(["unit"], section.refresh);
  return section;
}
