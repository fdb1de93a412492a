/**
 * What is written on the map: names of the layers that show, and a parcel's number or class.
 */
import { nameOf } from "./i18n.js";

/** @param {object} app @returns {() => Array<{kind: string, text: string, lon: number, lat: number}>} */
export function createNames(app) {
  return () => {
    const { overlays } = app.prefs.get();
    return [...unitNames(app, overlays), ...placeNames(app, overlays)];
  };
}

const UNIT_KINDS = ["district", "zone", "street", "base"];

function unitNames(app, overlays) {
  return app.units.filter(({ kind }) => overlays.includes(`units:${kind}`)).map((unit) => {
    const [west, south, east, north] = unit.bounds;
    return {
      kind: UNIT_KINDS.includes(unit.kind) ? unit.kind : "unit",
      text: nameOf(unit), lon: (west + east) / 2, lat: (south + north) / 2,
    };
  });
}

function placeNames(app, overlays) {
  return (app.map?.overlays.keys() ?? []).filter((key) => key.startsWith("reference:") && overlays.includes(key))
    .flatMap((key) => app.map.overlays.features(key))
    .filter(({ geometry, properties }) => geometry?.type === "Point" && properties.name)
    .map(({ geometry, properties }) => ({
      kind: "place", text: nameOf({ name: properties.name, nameEn: properties.name_en ?? properties.nameEn }),
      lon: geometry.coordinates[0], lat: geometry.coordinates[1],
    }));
}

/** The last digits of a number tell neighbours apart; the whole would not fit a parcel. */
const NUMBER_TAIL = 7;

/**
 * @param {{id?: string, code: string}} attributes
 * @param {"none"|"number"|"class"} wanted
 * @param {any} classification
 * @returns {string|null}
 */
export function parcelText({ id, code }, wanted, classification) {
  if (wanted === "number") {
    return id ? String(id).slice(-NUMBER_TAIL) : null;
  }
  return wanted === "class" ? nameOf(classification.nearest(code)) || String(code) : null;
}
