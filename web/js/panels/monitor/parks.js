/**
 * 一园一策: what each park has and yields, and what may come next.
 */
import * as api from "../../api.js";
import { h } from "../../dom.js";
import { formatArea, formatNumber } from "../../format.js";
import { comma, dataWord, nameOf, t } from "../../i18n.js";
import { areaButton, percentText } from "./figures.js";
import { createSection } from "./section.js";

/** @param {object} app */
export function createParks(app) {
  let chosen = null;
  /** @type {Set<string>|null} */
  let parkKinds = null;

  function controls() {
    const kinds = [...new Set(app.units.map(({ kind }) => kind))].filter((kind) => parkKinds?.has(kind));
    return kinds.length > 1 && h("select", { "aria-label": t("monitor.kind"), dataset: { key: "parks-kind" },
      on: { change: (event) => { chosen = event.target.value; section.show(); } } },
    kinds.map((kind) => h("option", { value: kind, text: dataWord("kind", kind), selected: kind === chosen })));
  }

  async function load() {
    const answer = await api.parks({ asOf: app.view.get().asOf });
    parkKinds = new Set(answer.parks.map(({ kind }) => kind));
    chosen = parkKinds.has(chosen) ? chosen : answer.parks[0]?.kind ?? null;
    return answer;
  }

  function draw({ parks, policy }) {
    const shown = app.prefs.get().areaUnit;
    const below = (value, least) => (value !== null && value < least ? "num is-below" : "num");
    const figure = (value, least, digits) => h("td", { class: below(value, least) }, formatNumber(value, digits),
      value !== null && value < least ? h("span", { class: "sr-only", text: t("monitor.below") }) : null);
    return [h("table", { class: "table parks" },
      h("caption", { class: "soft", text: t("monitor.parkNorms", { ratio: policy.plotRatio, investment: policy.investmentPerMuWan, tax: policy.taxPerMuWan }) }),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("monitor.park") }),
        ["monitor.industryShare", "monitor.idle", "monitor.plotRatio", "monitor.investment", "monitor.tax"].map((key) =>
          h("th", { scope: "col", class: "num", text: key === "monitor.idle" ? `${t(key)} (${t(`unit.${shown}`)})` : t(key) })))),
      h("tbody", {}, parks.filter(({ kind }) => kind === chosen).map((park) => [h("tr", {},
        h("th", { scope: "row" }, h("button", { type: "button", class: "link", text: nameOf(app.unit(park.id) ?? park), dataset: { key: `park-${park.id}` },
          on: { click: () => app.focusUnit(park.id) } })),
        h("td", { class: "num" }, areaShare(park)),
        h("td", { class: "num" }, h("button", { type: "button", class: "link figure-link num", text: formatArea(park.idleM2 + park.inefficientM2, shown),
          dataset: { key: `park-idle-${park.id}` }, on: { click: () => { app.focusUnit(park.id); app.view.set({ panel: "idle" }); } } })),
        figure(park.plotRatio, policy.plotRatio, 2), figure(park.investmentPerMuWan, policy.investmentPerMuWan, 0), figure(park.taxPerMuWan, policy.taxPerMuWan, 1)),
      park.next.length ? h("tr", { class: "park-next" }, h("td", { colspan: 6 }, h("span", { class: "soft", text: `${t("monitor.next")} ` }), park.next.map(nameOf).join(comma()))) : null])))];
  }

  function areaShare(park) {
    const button = areaButton(park.industryM2, app, `park-industry-${park.id}`, () => app.list.counted({
      unit: park.id, state: "current", part: "numerator",
      title: () => t("monitor.listNumerator", { unit: nameOf(app.unit(park.id)), state: t("state.current") }) }));
    button.textContent = percentText(park.industryShare);
    return button;
  }

  const section = createSection({ name: "parks", load, draw, controls });
  app.view.on(["asOf"], section.refresh);
  return section;
}
