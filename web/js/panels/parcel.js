/**
 * The clicked parcel: class, three areas and their difference, plan, units, idle state, attributes.
 */
import * as api from "../api.js";
import { byId, h } from "../dom.js";
import { formatArea, formatPercent, withSign } from "../format.js";
import { dataWord, nameOf, t } from "../i18n.js";
import { failed, latest } from "./feedback.js";
import { attributeGroups } from "./parcel-attributes.js";
import { correctionBlock } from "./parcel-corrections.js";
import { idleBlocks } from "./parcel-idle.js";
import { loading } from "./progress.js";

/** @param {object} app */
export function createParcelCard(app) {
  const card = byId("parcel-card");
  const newest = latest();
  let parcel = null;
  let cameFrom = null;

  function open(content) {
    if (card.hidden) {
      cameFrom = document.activeElement;
    }
    card.replaceChildren(...content.filter(Boolean));
    card.hidden = false;
    document.body.classList.add("has-card");
  }

  function close() {
    parcel = null;
    card.hidden = true;
    document.body.classList.remove("has-card");
    app.map.selection.parcel(null);
    app.view.set({ parcel: null });
    if (cameFrom?.isConnected && card.contains(document.activeElement)) {
      cameFrom.focus({ preventScroll: true });
    }
  }

  function show(found) {
    parcel = found;
    app.map.selection.parcel(found.geometry);
    app.view.set({ parcel: found.id });
    draw();
  }

  async function ask(question) {
    open([header(t("parcel.title"), close), loading(10)]);
    try {
      const found = await newest(question);
      if (found) {
        show(found);
      }
      return found;
    } catch (failure) {
      parcel = null;
      app.map.selection.parcel(null);
      open([header(t("parcel.title"), close), failure.status === 404
        ? h("p", { class: "empty", text: t("parcel.none") }) : failed(failure, () => ask(question))]);
      return undefined;
    }
  }

  function draw() {
    if (parcel) {
      open([header(parcel.attributes.location || t("parcel.title"), close), ...body(parcel, app)]);
    }
  }

  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    }
  });
  byId("map").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden && !app.map.measure.active) {
      close();
    }
  });
  app.onLanguage(draw);
  app.prefs.on(["areaUnit"], draw);
  app.onData(() => {
    const { parcel: id, asOf } = app.view.get();
    return id && ask((signal) => api.parcel(id, asOf, signal));
  });
  app.view.on(["asOf"], ({ parcel: id, asOf }) => id && ask((signal) => api.parcel(id, asOf, signal)));

  return {
    close,
    /** @param {{lon: number, lat: number}} place */
    identify: ({ lon, lat }) => ask((signal) => api.identify(lon, lat, app.view.get().asOf, signal)),
    /** @param {string} id */
    openId: (id) => ask((signal) => api.parcel(id, app.view.get().asOf, signal)),
    /** Whether the card lies over the map rather than over the right column. */
    floats: () => window.matchMedia("(min-width: 1500px)").matches,
  };
}

function header(title, close) {
  return h("header", { class: "card-head" },
    h("h2", { text: title }),
    h("button", { type: "button", class: "icon-button", "aria-label": t("close"), title: t("close"), on: { click: close } },
      h("span", { "aria-hidden": "true", text: "×" })));
}

function body(parcel, app) {
  return [
    h("p", { class: "card-id" }, h("span", { class: "code", text: parcel.id })),
    classLine(parcel.landUse, app),
    ...idleBlocks(parcel),
    correctionBlock(parcel, app),
    section(t("parcel.areas"), areaTable(parcel.areas, app)),
    section(t("parcel.plan"), planTable(parcel.planned, app)),
    section(t("parcel.units"), unitTable(parcel.units, app)),
    ...attributeGroups(parcel, app).map(({ title, rows }) => section(title, factList(rows))),
  ];
}

function section(title, content) {
  return content && h("section", { class: "card-section" }, h("h3", { text: title }), content);
}

function classLine(landUse, app) {
  return h("p", { class: "card-class" },
    h("span", { class: "swatch swatch-large", style: { "background-color": app.classification.colourOf(landUse?.code) } }),
    h("span", { class: "code", text: landUse?.code ?? "" }), h("strong", { text: nameOf(landUse) }));
}

function areaTable(areas, app) {
  const unit = app.prefs.get().areaUnit;
  const row = (key, value) => h("tr", {}, h("th", { scope: "row", text: t(key) }),
    h("td", { class: "num", text: formatArea(value, unit) }),
    h("td", { class: "num soft", text: difference(value, areas.computedM2, unit, key) }));
  return h("table", { class: "table areas" },
    h("thead", {}, h("tr", {}, h("td"), h("th", { scope: "col", class: "num", text: t(`unit.${unit}`) }),
      h("th", { scope: "col", class: "num", text: t("parcel.difference") }))),
    h("tbody", {}, row("parcel.computed", areas.computedM2), row("parcel.registered", areas.registeredM2),
      row("parcel.approved", areas.approvedM2)));
}

function difference(value, computed, unit, key) {
  if (key === "parcel.computed" || value === null || value === undefined || !computed) {
    return "";
  }
  return `${withSign(formatArea(value - computed, unit))} (${withSign(formatPercent((value - computed) / computed))}%)`;
}

/** Below this a piece would read 0.00%; such slivers are counted, not listed. */
const SLIVER_SHARE = 0.00005;

function planTable(planned, app) {
  if (!planned?.length) {
    return h("p", { class: "empty", text: t("parcel.noPlan") });
  }
  const shown = planned.filter((piece) => piece.share >= SLIVER_SHARE).sort((a, b) => b.share - a.share);
  const slivers = planned.length - shown.length;
  const table = shareTable(shown.map((piece) => [
    h("th", { scope: "row" },
      h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(piece.code) } }),
      h("span", { class: "code", text: piece.code }), h("span", { text: nameOf(piece) }),
      piece.block ? h("span", { class: "soft block-name", text: piece.block }) : null), piece]), app);
  return slivers ? h("div", {}, table, h("p", { class: "soft note", text: t("parcel.slivers", { count: slivers }) })) : table;
}

function unitTable(units, app) {
  if (!units?.length) {
    return h("p", { class: "empty", text: t("parcel.noUnits") });
  }
  return shareTable(units.map((unit) => [
    h("th", { scope: "row" }, h("button", { type: "button", class: "link", text: nameOf(app.unit(unit.id) ?? unit),
      on: { click: () => app.focusUnit(unit.id) } }),
    h("span", { class: "soft block-name", text: dataWord("kind", unit.kind) })), unit]), app);
}

function shareTable(rows, app) {
  const unit = app.prefs.get().areaUnit;
  return h("table", { class: "table shares" }, h("tbody", {}, rows.map(([head, piece]) => h("tr", {}, head,
    h("td", { class: "num", text: `${formatPercent(piece.share)}%` }),
    h("td", { class: "num" }, formatArea(piece.areaM2, unit), h("span", { class: "unit", text: t(`unit.${unit}`) }))))));
}

function factList(rows) {
  return h("dl", { class: "facts" }, rows.map(([name, value, unit]) => [
    h("dt", { text: name }),
    h("dd", {}, h("span", { class: /^[−+\d.,]+$/.test(value) ? "num" : "", text: value }),
      unit ? h("span", { class: "unit", text: unit }) : null)]));
}
