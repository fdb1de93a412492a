/**
 * Sites for a project of the district's list: single sites and assemblies of neighbours, with what fits and what
 * does not; and who gets which when all projects share the sites.
 */
import * as api from "../api.js";
import { h, replaceKeepingFocus } from "../dom.js";
import { formatDate, formatNumber } from "../format.js";
import { language, nameOf, t } from "../i18n.js";
import { empty, failed, latest } from "./feedback.js";
import { IDLE, loading } from "./progress.js";
import { area, both } from "./idle-site.js";

/** @param {object} app @param {HTMLElement} panel @returns {import("./idle.js").IdleView} */
export function createIdleMatch(app, panel) {
  const newest = latest();
  let all = null;
  let chosen = null;
  let answer = null;

  async function load() {
    panel.replaceChildren(loading(10, IDLE));
    const { asOf } = app.view.get();
    try {
      const found = await newest((signal) => api.match({ asOf }, signal));
      if (!found) {
        return;
      }
      all = found;
      chosen = chosen ?? all.projects[0]?.id ?? null;
      await loadProject();
    } catch (failure) {
      all = null;
      panel.replaceChildren(failed(failure, load));
    }
  }

  async function loadProject() {
    answer = null;
    draw();
    if (chosen) {
      const { asOf } = app.view.get();
      const found = await newest((signal) => api.match({ asOf, project: chosen }, signal));
      answer = found ?? answer;
      draw();
    }
  }

  function choose(id) {
    chosen = id;
    loadProject().catch((failure) => panel.replaceChildren(failed(failure, load)));
  }

  function draw() {
    if (!all) {
      return;
    }
    if (!all.projects.length) {
      panel.replaceChildren(empty(t("match.noProjects")));
      return;
    }
    const project = all.projects.find(({ id }) => id === chosen);
    replaceKeepingFocus(panel,
      h("p", { class: "soft", text: t(all.shared.exact ? "match.summary" : "match.summaryRounds", {
        projects: all.projects.length, served: all.shared.served }) }),
      h("label", { class: "field match-project" }, h("span", { text: t("match.project") }),
        h("select", { dataset: { key: "project", testid: "match-project" }, on: { change: (event) => choose(event.target.value) } },
          all.projects.map((one) => h("option", { value: one.id, selected: one.id === chosen, text: projectTitle(one) })))),
      needs(project),
      answer ? offers() : loading(6, IDLE));
  }

  function projectTitle(project) {
    const served = all.shared.offers.some((offer) => offer.project === project.id);
    return `${project.id} ${both(project, "name")}${served ? "" : ` · ${t("match.unserved")}`}`;
  }

  function needs(project) {
    const landUse = app.classification.nearest(project.landUse);
    const base = app.unit(project.base);
    const facts = [
      [t("match.area"), t("match.mu", { least: formatNumber(project.areaMinMu), most: formatNumber(project.areaMaxMu) })],
      [t("match.landUse"), `${nameOf(landUse)} ${project.landUse}`],
      [t("match.industry"), project.industry],
      [t("match.frontage"), project.frontageM === null ? null : `${formatNumber(project.frontageM)} m`],
      [t("match.base"), project.base && (nameOf(base) || project.base)],
      [t("match.investment"), perMu(project.investmentWanPerMu)],
      [t("match.tax"), perMu(project.taxWanPerMu)],
      [t("match.start"), project.startOn && formatDate(project.startOn, language())],
    ];
    return h("dl", { class: "facts needs" }, facts.filter(([, value]) => value)
      .map(([name, value]) => [h("dt", { text: name }), h("dd", { text: value })]));
  }

  function perMu(value) {
    return value === null ? null : `${formatNumber(value)} ${t("money.wanPerMu")}`;
  }

  function offers() {
    const given = all.shared.offers.find((offer) => offer.project === chosen);
    return answer.offers.length
      ? h("ol", { class: "offers" }, answer.offers.map((offer) => offerCard(offer, given)))
      : empty(t("match.none"));
  }

  function offerCard(offer, given) {
    const isGiven = given && given.parcels.join() === offer.parcels.join();
    const list = (words, sign, key) => (words?.length ? h("ul", { class: `reasons ${key}`, "aria-label": t(`match.${key}`) },
      words.map((text) => h("li", {}, h("span", { "aria-hidden": "true", class: "sign", text: sign }), text))) : null);
    return h("li", { class: "offer", dataset: { testid: "offer" } },
      h("div", { class: "case-head" },
        h("span", {}, h("strong", { class: "num", text: formatNumber(offer.score, 1) }), h("span", { class: "unit", text: t("match.points") }),
          h("span", { class: "case-status", text: offer.parcels.length > 1
            ? t("match.assembly", { count: offer.parcels.length, holders: offer.holders }) : t("match.single") }),
          isGiven ? h("span", { class: "case-status is-given", text: t("match.given") }) : null),
        area(offer.areaM2, app)),
      h("p", {}, offer.sites.map((site) => h("button", {
        type: "button", class: "link site-link", dataset: { key: `offer-${offer.parcels[0]}-${site.parcel}` },
        text: site.location || site.parcel, title: site.parcel,
        on: { click: () => app.openParcel(site.parcel, offer.bounds) },
      }))),
      list(both(offer, "reasons"), "✓", "reasons"), list(both(offer, "misfits"), "✕", "misfits"));
  }

  return {
    load,
    draw,
    restart() {},
  };
}
