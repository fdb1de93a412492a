/**
 * The list of changes with undo and redo.
 */
import { h, icon } from "../../dom.js";
import { formatArea } from "../../format.js";
import { nameOf, t } from "../../i18n.js";

const UNDO = "M6 4 2.500 7.500 6 11M2.500 7.500h7a4 4 0 0 1 0 8";
const REDO = "M10 4l3.500 3.500L10 11M13.500 7.500h-7a4 4 0 0 0 0 8";

/** @param {any} draft @param {any} session @param {object} app */
export function changeList(draft, session, app) {
  const button = (key, path, on, possible) => h("button", {
    type: "button", class: "icon-button", disabled: !possible, title: t(`scenario.${key}`), "aria-label": t(`scenario.${key}`),
    dataset: { key: `scenario-${key}`, testid: `scenario-${key}` }, on: { click: on },
  }, icon(path));
  return h("section", { class: "scenario-changes" },
    h("div", { class: "panel-head" }, h("h2", { text: t("scenario.changes", { count: draft.done }) }),
      h("div", { class: "button-row" }, button("undo", UNDO, session.undo, draft.done > 0),
        button("redo", REDO, session.redo, draft.done < draft.changes.length))),
    draft.changes.length === 0 ? h("p", { class: "empty", text: t("scenario.noChanges") })
      : h("ol", { class: "change-list", dataset: { testid: "scenario-changes" } }, draft.changes.map((one) => line(one, app))));
}

function line(change, app) {
  const unit = app.prefs.get().areaUnit;
  const known = change.code ? app.classification.get(change.code) : null;
  const names = change.parcels ?? change.blocks ?? [];
  return h("li", { class: change.done ? "" : "is-undone" },
    h("span", { class: "num soft", text: change.number }),
    h("span", { class: "change-what" },
      h("span", { text: change.state && change.kind !== "plan"
        ? t("scenario.kindOf", { kind: t(`scenario.kind.${change.kind}`), state: t(`state.${change.state}`) }) : t(`scenario.kind.${change.kind}`) }),
      known ? h("span", { class: "change-class" },
        h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(change.code) } }), `${change.code} ${nameOf(known)}`) : null,
      h("span", { class: "soft change-names", title: names.join("\n"),
        text: names.length === 1 ? names[0] : t("scenario.parcelCount", { count: names.length }) })),
    h("span", { class: "num", text: `${formatArea(change.afterM2, unit)} ${t(`unit.${unit}`)}` }));
}
