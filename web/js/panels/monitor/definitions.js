/**
 * Two definitions of the red line side by side, and the land that explains their difference.
 */
import * as api from "../../api.js";
import { h } from "../../dom.js";
import { formatArea, withSign, formatPercent } from "../../format.js";
import { language, nameOf, t } from "../../i18n.js";
import { statusMark } from "../redline-marks.js";
import { areaButton, figureButton, percentText } from "./figures.js";
import { createSection } from "./section.js";

/** @param {object} app */
export function createDefinitions(app) {
  let against = null;
  const others = () => app.district.policies.filter(({ name }) => name !== app.district.policy);
  const unit = () => app.view.get().unit ?? app.districtUnit()?.id;

  function load() {
    const { asOf, state } = app.view.get();
    against ??= others()[0]?.name ?? null;
    return against && unit() ? api.comparePolicies({ unit: unit(), asOf, state, a: app.district.policy, b: against }) : Promise.resolve({ none: true });
  }

  function controls() {
    return others().length > 1 && h("select", { "aria-label": t("monitor.against"), dataset: { key: "against", testid: "against" },
      on: { change: (event) => { against = event.target.value; section.refresh(); } } },
    others().map((policy) => h("option", { value: policy.name, selected: policy.name === against, text: titleOf(policy) })));
  }

  function draw(answer) {
    if (answer.none) {
      return [h("p", { class: "empty", text: t("monitor.oneDefinition") })];
    }
    const { a, b } = answer;
    return [table(a, b), differences(answer)];
  }

  function table(a, b) {
    const shown = app.prefs.get().areaUnit;
    const row = (name, cell) => h("tr", {}, h("th", { scope: "row", text: name }), h("td", { class: "num" }, cell(a, "a")), h("td", { class: "num" }, cell(b, "b")));
    const part = (which) => ({ policy, redLine }, side) => areaButton(redLine[`${which}M2`], app, `definition-${which}-${side}`,
      () => open(policy, which));
    return h("table", { class: "table compare definitions" },
      h("thead", {}, h("tr", {}, h("td"), [a, b].map(({ policy }) => h("th", { scope: "col", text: titleOf(policy) })))),
      h("tbody", {},
        row(t("redline.ratio"), ({ policy, redLine }) => h("span", {}, h("strong", { text: percentText(redLine.ratio, policy.threshold) }), statusMark(redLine.status))),
        row(`${t("redline.numerator")} (${t(`unit.${shown}`)})`, part("numerator")),
        row(`${t("redline.denominator")} (${t(`unit.${shown}`)})`, part("denominator")),
        row(`${t("redline.headroomShort")} (${t(`unit.${shown}`)})`, ({ redLine }) =>
          (redLine.ratio === null ? "—" : withSign(formatArea(redLine.headroomM2, shown))))));
  }

  function open(policy, part) {
    const { state } = app.view.get();
    const id = unit();
    app.list.counted({ unit: id, state, part, policy: policy.name,
      title: () => t(`monitor.list${part === "numerator" ? "Numerator" : "Denominator"}`, { unit: nameOf(app.unit(id)), state: t(`state.${state}`) }) });
  }

  function differences({ classes, parcels }) {
    if (classes.length === 0) {
      return h("p", { class: "empty", text: t("monitor.noDifference") });
    }
    const shown = app.prefs.get().areaUnit;
    return h("table", { class: "table" },
      h("caption", { text: t("monitor.differences") }),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("landuse.class") }),
        h("th", { scope: "col", class: "num", text: t(`unit.${shown}`) }), h("th", { scope: "col", class: "num", text: t("monitor.points") }))),
      h("tbody", {}, classes.map((row) => h("tr", {},
        h("th", { scope: "row" }, h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(row.code) } }), " ",
          h("span", { class: "code", text: row.code ?? "" }), nameOf(app.classification.get(row.code)) || row.name || t("landuse.unclassified"),
          row.settlement ? h("span", { class: "soft", text: ` ${row.settlement}` }) : null),
        h("td", { class: "num" }, areaButton(row.areaM2, app, `difference-${row.code}-${row.settlement ?? ""}`, () => openClass(row, parcels))),
        h("td", { class: "num", text: row.ratioPart === null ? "—" : withSign(formatPercent(row.ratioPart)) })))),
      h("tfoot", {}, h("tr", {}, h("th", { scope: "row", text: t("monitor.parcelsOfDifference") }),
        h("td", { class: "num" }, figureButton(t("list.largest", { count: parcels.length }), "difference-parcels", () => app.list.rows({
          state: app.view.get().state, title: () => t("monitor.listDifference"),
          rows: parcels.map(({ parcel, code, areaM2 }) => ({ parcel, code, areaM2 })) }))), h("td"))));
  }

  /** Land of one class in the unit; what the survey says of towns and villages is not looked at. */
  function openClass({ code }, parcels) {
    const { state } = app.view.get();
    const id = unit();
    const title = () => `${nameOf(app.classification.get(code))} · ${nameOf(app.unit(id))}`;
    if (code) {
      app.list.counted({ unit: id, state, part: "all", code, title });
    } else {
      app.list.rows({ state, title, rows: parcels.filter((one) => !one.code) });
    }
  }

  const section = createSection({ name: "definitions", load, draw, controls });
  app.view.on(["unit", "asOf", "state"], section.refresh);
  return section;
}

function titleOf(policy) {
  return language() === "en" ? policy.titleEn || policy.title : policy.title;
}
