/**
 * The links to the report of the unit in focus: as a page and as PDF.
 */
import { reportUrl } from "../api.js";
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { t } from "../i18n.js";

/** @param {object} app */
export function createReportLink(app) {
  const place = byId("report-links");

  function draw() {
    const { unit, asOf, state, lang } = app.view.get();
    const query = { unit, asOf, state, lang, areaUnit: app.prefs.get().areaUnit };
    const link = (kind) => h("a", { class: "text-button report-link", href: reportUrl(kind, query), target: "_blank", rel: "noopener",
      title: t(`printing.report.${kind}`), "aria-label": t(`printing.report.${kind}`), dataset: { key: `report-${kind}`, testid: `report-${kind}` },
      text: t(`printing.report.${kind}.short`) });
    replaceKeepingFocus(place, link("page"), link("pdf"));
  }

  app.view.on(["unit", "asOf", "state"], draw);
  app.prefs.on(["areaUnit"], draw);
  app.onLanguage(draw);
  draw();
}
