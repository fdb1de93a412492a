/**
 * All units of a kind against the line, current use beside planned.
 */
import { barsHeight, barsOption } from "../../charts/options.js";
import { drawChart } from "../../charts/library.js";
import { h } from "../../dom.js";
import { dataWord, nameOf, t } from "../../i18n.js";
import { percentText } from "./figures.js";
import { createSection } from "./section.js";

const KIND_ORDER = ["zone", "base", "street"];

/**
 * @param {object} app
 * @param {() => {rows: Array<any>, threshold: number}|null} figures the units with `current` and `planned` red line
 */
export function createUnitsChart(app, figures) {
  let chosen = null;

  function kinds(rows) {
    const rank = (kind) => (KIND_ORDER.indexOf(kind) + KIND_ORDER.length + 1) % (KIND_ORDER.length + 1);
    return [...new Set(rows.map((row) => row.kind))].filter((kind) => kind !== "district").sort((a, b) => rank(a) - rank(b));
  }

  function controls() {
    const given = figures();
    if (!given) {
      return null;
    }
    const all = kinds(given.rows);
    chosen = all.includes(chosen) ? chosen : all[0];
    return h("select", { "aria-label": t("monitor.kind"), dataset: { key: "units-kind", testid: "units-kind" },
      on: { change: (event) => { chosen = event.target.value; section.show(); } } },
    all.map((kind) => h("option", { value: kind, text: dataWord("kind", kind), selected: kind === chosen })));
  }

  function draw({ rows, threshold }) {
    const shown = rows.filter((row) => row.kind === chosen);
    const names = shown.map((row) => nameOf(app.unit(row.id) ?? row));
    const states = app.hasPlan ? ["current", "planned"] : ["current"];
    const series = states.map((state) => ({ name: t(`state.${state}`), ratios: shown.map((row) => row[state]?.ratio ?? null) }));
    const words = shown.map((row, at) => `${names[at]} ${states.map((state) => percentText(row[state]?.ratio, threshold)).join(" / ")}`);
    const place = h("div", { class: "chart", role: "img", "aria-label": `${t("monitor.units")}: ${words.join("; ")}`,
      style: { height: `${barsHeight(shown.length)}px` } });
    queueMicrotask(() => drawChart(place, barsOption({ names, series, threshold }), (row, state) =>
      app.list.counted({ unit: shown[row].id, state: states[state], part: "numerator",
        title: () => t("monitor.listNumerator", { unit: nameOf(app.unit(shown[row].id)), state: t(`state.${states[state]}`) }) })));
    return [place];
  }

  const section = createSection({ name: "units", controls, load: async () => figures() ?? undefined,
    draw: () => { const given = figures(); return given ? draw(given) : []; } });
  return section;
}
