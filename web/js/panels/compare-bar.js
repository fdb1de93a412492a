/**
 * While the divider is on: what is set side by side, the plan or another date.
 */
import { byId, h, replaceKeepingFocus } from "../dom.js";
import { formatDate } from "../format.js";
import { language, t } from "../i18n.js";

/** @param {object} app */
export function createCompareBar(app) {
  const bar = byId("compare");

  function draw() {
    const { swipe } = app.view.get();
    if (swipe === null) {
      bar.replaceChildren();
      return;
    }
    const dates = app.district.dates.filter((date) => date !== app.asOf());
    const option = (value, text) => h("option", { value, text, selected: value === swipe });
    replaceKeepingFocus(bar, h("label", { class: "field" }, h("span", { text: t("compare.label") }),
      h("select", { dataset: { key: "compare", testid: "compare" }, on: { change: (event) => app.view.set({ swipe: event.target.value }) } },
        option("plan", t("compare.plan")),
        dates.map((date) => option(date, t("compare.date", { date: formatDate(date, language()) }))))));
  }

  app.view.on(["swipe", "asOf", "state"], draw);
  app.onLanguage(draw);
  return { draw };
}
