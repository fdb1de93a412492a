/**
 * Buttons over the map: zoom, whole district, measure, print; and the notices that belong to the map.
 */
import { byId, focusKey, focusedKey, h, icon } from "../dom.js";
import { formatArea, formatLength } from "../format.js";
import { t } from "../i18n.js";
import { TILES, progressOf } from "./progress.js";

/** @param {object} app */
export function createMapTools(app) {
  const bar = byId("map-tools");
  const notice = byId("map-notice");
  let measured = null;
  let tilesFailed = false;

  function draw() {
    const button = (key, path, on, pressed) => h("button", {
      type: "button", class: "tool", "aria-label": t(key), title: t(key), dataset: { key },
      "aria-pressed": pressed === undefined ? null : String(pressed), on: { click: on },
    }, icon(path));
    const focused = focusedKey();
    bar.replaceChildren(
      button("map.zoomIn", "M8 3v10M3 8h10", () => app.map.zoomBy(1)),
      button("map.zoomOut", "M3 8h10", () => app.map.zoomBy(-1)),
      button("map.whole", "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M5.5 5.5h5v5h-5z", () => app.map.fit(app.district.bounds)),
      button("map.measure", "M2 10.5 10.5 2 14 5.5 5.5 14zM5 7.5l1.5 1.5M7.5 5 9 6.5M10 2.5", () => app.map.measure.setActive(!app.map.measure.active), app.map.measure.active),
      button("map.print", "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.500h-2M4.5 9.500h7v4h-7z", () => app.print.toggle()));
    focusKey(bar, focused);
  }

  function drawNotice() {
    if (tilesFailed) {
      notice.replaceChildren(h("span", { text: t("map.tilesFailed") }), h("button", {
        type: "button", class: "button", text: t("retry"),
        on: { click: () => { tilesFailed = false; drawNotice(); app.map.retryTiles(); } },
      }));
    } else if (measured) {
      notice.replaceChildren(...measureWords());
    } else {
      notice.replaceChildren();
    }
  }

  function measureWords() {
    if (measured.points < 2) {
      return [h("span", { text: t("measure.start") })];
    }
    const unit = app.prefs.get().areaUnit;
    const value = (key, text) => h("span", { class: "measured" }, t(key), h("strong", { class: "num", text }));
    return [value("measure.length", formatLength(measured.lengthM)),
      measured.points > 2 ? value("measure.perimeter", formatLength(measured.perimeterM)) : "",
      measured.points > 2 ? value("measure.area", `${formatArea(measured.areaM2, unit)} ${t(`unit.${unit}`)}`) : "",
      h("span", { class: "soft", text: t(measured.done ? "measure.again" : "measure.end") })];
  }

  document.addEventListener("keydown", (event) => {
    if (app.map?.measure.active && event.key === "Escape") {
      app.map.measure.setActive(false);
    } else if (app.map?.measure.active && event.key === "Enter" && event.target === byId("map")) {
      app.map.measure.finish();
    }
  });
  app.onLanguage(() => {
    draw();
    drawNotice();
  });
  app.prefs.on(["areaUnit"], drawNotice);
  return {
    draw,
    /** Once; what is asked for again later has been painted before. */
    waiting() {
      const place = byId("map-progress");
      place.replaceChildren(progressOf(TILES));
      app.painted.then(() => place.replaceChildren());
    },
    tilesFailed() {
      tilesFailed = true;
      drawNotice();
    },
    measured(result) {
      const wasOn = measured !== null;
      measured = result;
      drawNotice();
      if (wasOn !== (result !== null)) {
        draw();
      }
    },
  };
}
