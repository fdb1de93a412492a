/**
 * The top line: state switch with comparison, as-of date, unit of area, language.
 */
import { session } from "../account.js";
import { logOut } from "../api.js";
import { byId, focusKey, focusedKey, h } from "../dom.js";
import { formatDate } from "../format.js";
import { language, nameOf, t } from "../i18n.js";
import { AREA_UNIT_NAMES } from "../prefs.js";

/** @param {object} app */
export function createHeader(app) {
  const states = byId("state-switch");
  const dates = /** @type {HTMLSelectElement} */ (byId("as-of"));
  const areaUnits = /** @type {HTMLSelectElement} */ (byId("area-unit"));
  const languageButton = byId("language");

  function drawStates() {
    const { state, swipe } = app.view.get();
    const button = (word, pressed, on, testid, possible = true) => h("button", {
      type: "button", disabled: !possible, title: possible ? null : t("state.noPlan"), "aria-pressed": String(pressed), text: t(word), dataset: { key: word, testid }, on: { click: on },
    });
    const focused = focusedKey();
    states.replaceChildren(
      button("state.current", state === "current", () => app.view.set({ state: "current" }), "state-current"),
      button("state.planned", state === "planned", () => app.view.set({ state: "planned" }), "state-planned", app.hasPlan),
      button("state.swipe", swipe !== null, () => app.view.set({ swipe: swipe === null ? "plan" : null }), "state-swipe"));
    focusKey(states, focused);
  }

  /** Nobody, as long as nobody has to log in. */
  function drawAccount() {
    const { name, role } = session();
    const place = byId("account");
    place.hidden = !name;
    if (name) {
      place.replaceChildren(h("span", { class: "account-name", dataset: { testid: "account" },
        text: t("account.who", { name, role: t(`account.role.${role}`) }) }),
      h("button", { type: "button", class: "text-button", text: t("account.logOut"), dataset: { testid: "log-out" },
        on: { click: () => logOut() } }));
    }
  }

  function draw() {
    drawStates();
    dates.replaceChildren(...[...app.district.dates].sort().reverse().map((date) => h("option", {
      value: date, text: formatDate(date, language()), selected: date === app.asOf() })));
    areaUnits.replaceChildren(...AREA_UNIT_NAMES.map((unit) => h("option", {
      value: unit, text: t(`unit.${unit}`), selected: unit === app.prefs.get().areaUnit })));
    drawAccount();
    languageButton.textContent = language() === "en" ? "中文" : "English";
    languageButton.lang = language() === "en" ? "zh-CN" : "en";
    byId("district-name").textContent = nameOf(app.district);
    byId("synthetic").hidden = !app.district.synthetic;
    byId("synthetic").title = (language() === "en" ? app.district.noteEn : app.district.note) ?? "";
    document.title = t("title", { district: nameOf(app.district) });
  }

  dates.addEventListener("change", () =>
    app.view.set({ asOf: dates.value === app.district.asOf ? null : dates.value }));
  areaUnits.addEventListener("change", () => app.prefs.set({ areaUnit: areaUnits.value }));
  languageButton.addEventListener("click", () => app.view.set({ lang: language() === "en" ? "zh-CN" : "en" }));
  app.view.on(["state", "swipe"], drawStates);
  app.view.on(["asOf"], draw);
  app.onLanguage(draw);
  app.onData(draw);
  return { draw };
}
