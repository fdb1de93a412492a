/**
 * Which parcels moved the share between two days, and by how much.
 */
import * as api from "../../api.js";
import { drawChart } from "../../charts/library.js";
import { movesOption } from "../../charts/options.js";
import { h } from "../../dom.js";
import { formatArea, formatDate, formatNumber, formatPercent, withSign } from "../../format.js";
import { language, nameOf, t } from "../../i18n.js";
import { figureButton, percentText } from "./figures.js";
import { createSection } from "./section.js";

/** The kinds of change as the server names them, in the order of the table. */
const CHANGES = ["entered", "left", "changed-class", "changed-shape", "changed-class-and-shape"];

/** @param {object} app */
export function createLedger(app) {
  const unit = () => app.view.get().unit ?? app.districtUnit()?.id;
  const days = [...app.district.dates].sort();
  let from = days[0];

  function load() {
    return days.length < 2 || from >= app.asOf() ? Promise.resolve({ none: true }) : api.ledger({ unit: unit(), from, to: app.asOf() });
  }

  function controls() {
    return days.length > 2 && h("select", { "aria-label": t("monitor.from"), dataset: { key: "ledger-from" },
      on: { change: (event) => { from = event.target.value; section.refresh(); } } },
    days.slice(0, -1).map((day) => h("option", { value: day, selected: day === from, text: formatDate(day, language()) })));
  }

  function draw(answer) {
    if (answer.none) {
      return [h("p", { class: "empty", text: t("monitor.oneSnapshot") })];
    }
    const { before, after, change, entries, unlisted } = answer;
    const { threshold } = answer.policy;
    const groups = CHANGES.map((kind) => ({ kind, entries: entries.filter((entry) => entry.change === kind) }))
      .filter((group) => group.entries.length);
    const parts = groups.map(({ kind, entries: rows }) => ({ name: t(`monitor.change.${kind}`), points: sum(rows, "ratioPart") * 100 }));
    const place = h("div", { class: "chart", role: "img", style: { height: `${20 + parts.length * 30}px` },
      "aria-label": `${t("monitor.ledger")}: ${parts.map(({ name, points }) => `${name} ${withSign(formatNumber(points, 2))}`).join("; ")}` });
    queueMicrotask(() => drawChart(place, movesOption({ parts }), (at) => open(answer, groups[at])));
    return [
      h("p", { class: "ledger-line" }, h("span", { class: "num", text: `${formatDate(answer.from, language())} ${percentText(before.ratio, threshold)}` }),
        h("span", { "aria-hidden": "true", text: " → " }), h("span", { class: "num", text: `${formatDate(answer.to, language())} ${percentText(after.ratio, threshold)}` }),
        change.ratio === null ? null : h("strong", { class: "num", text: ` ${withSign(formatPercent(change.ratio))} ${t("redline.points")}` })),
      parts.length ? place : null, table(answer, groups),
      unlisted.parcels ? h("p", { class: "soft note", text: t("monitor.unlisted", { count: formatNumber(unlisted.parcels) }) }) : null,
    ];
  }

  function open(answer, { kind, entries }) {
    const weightiest = [...entries].sort((a, b) => Math.abs(b.ratioPart ?? 0) - Math.abs(a.ratioPart ?? 0));
    app.list.rows({
      title: () => `${t(`monitor.change.${kind}`)} · ${nameOf(app.unit(answer.unit.id))}`, asOf: answer.to,
      rows: weightiest.map((entry) => ({
        parcel: entry.parcel, code: entry.codeAfter ?? entry.codeBefore, areaM2: entry.areaAfterM2 || entry.areaBeforeM2,
        asOf: kind === "left" ? answer.from : null,
        note: `${entry.codeBefore ?? "—"} → ${entry.codeAfter ?? "—"} · ${entry.ratioPart === null ? "—" : withSign(formatNumber(entry.ratioPart * 100, 4))} ${t("redline.points")}`,
      })),
    });
  }

  function table(answer, groups) {
    const shown = app.prefs.get().areaUnit;
    const cell = (text) => h("td", { class: "num", text });
    return h("table", { class: "table" },
      h("caption", { class: "sr-only", text: t("monitor.ledger") }),
      h("thead", {}, h("tr", {}, h("td"), ["monitor.parcels", "redline.numerator", "redline.denominator", "monitor.points"].map((key) =>
        h("th", { scope: "col", class: "num", text: t(key) })))),
      h("tbody", {}, groups.map((group) => h("tr", {}, h("th", { scope: "row", text: t(`monitor.change.${group.kind}`) }),
        h("td", { class: "num" }, figureButton(formatNumber(group.entries.length), `ledger-${group.kind}`, () => open(answer, group))),
        cell(withSign(formatArea(sum(group.entries, "numeratorM2"), shown))), cell(withSign(formatArea(sum(group.entries, "denominatorM2"), shown))),
        cell(withSign(formatNumber(sum(group.entries, "ratioPart") * 100, 2)))))));
  }

  const section = createSection({ name: "ledger", load, draw, controls });
  app.view.on(["unit", "asOf"], section.refresh);
  return section;
}

function sum(entries, key) {
  return entries.reduce((total, entry) => total + (entry[key] ?? 0), 0);
}
