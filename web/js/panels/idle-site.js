/**
 * The lines that funnel, ranking and matching say of one site.
 */
import { h } from "../dom.js";
import { formatArea } from "../format.js";
import { statusName } from "../idle-ladder.js";
import { language, t } from "../i18n.js";

/** The same word or words in the page's language, where the server sends both. */
export function both(thing, key) {
  return (language() === "en" ? thing[`${key}En`] ?? thing[key] : thing[key]) ?? null;
}

/** A quantity of land with its unit. */
export function area(areaM2, app) {
  const unit = app.prefs.get().areaUnit;
  return h("span", { class: "quantity" }, h("span", { class: "num", text: formatArea(areaM2, unit) }),
    h("span", { class: "unit", text: t(`unit.${unit}`) }));
}

/** A site's head: status, area, place and number. */
export function siteLines(site, app, before = null) {
  return [
    h("span", { class: "case-head" },
      h("span", {}, before, h("span", { class: "case-status", text: statusName(site) })), area(site.areaM2, app)),
    h("span", { class: "case-title", text: site.location || site.parcel }),
    h("span", { class: "case-line soft" },
      h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(site.landUse) } }),
      h("span", { class: "code", text: site.parcel })),
  ];
}

/** A site as a button that opens its parcel. */
export function siteButton(site, app, key, ...lines) {
  const isOpen = app.view.get().parcel === site.parcel;
  return h("button", {
    type: "button", class: `case ${isOpen ? "is-focus" : ""}`, "aria-current": isOpen ? "true" : null,
    dataset: { key: `${key}-${site.parcel}`, testid: `${key}-row` },
    on: { click: () => app.openParcel(site.parcel, site.bounds) },
  }, ...lines);
}
