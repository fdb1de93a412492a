/**
 * The lower edge: scale, what lies under the pointer, coordinates in the plane and in degrees, where the data come from.
 */
import { byId, h } from "../dom.js";
import { toZone, zoneOf } from "../cgcs2000.js";
import { formatDate, formatDegrees, formatNumber, formatLength } from "../format.js";
import { dataWord, language, nameOf, t } from "../i18n.js";
import { scaleBar, scaleDenominator } from "../scale.js";

const BAR_PIXELS = 110;

/** @param {object} app */
export function createStatusBar(app) {
  const bar = h("span", { class: "scale-bar" });
  const ratio = h("span", { class: "num scale-ratio" });
  const under = h("span", { class: "under", "aria-live": "off" });
  const plane = copyButton("status.plane");
  const degrees = copyButton("status.degrees");
  const source = h("span", { class: "source soft" });
  byId("status-bar").replaceChildren(bar, ratio, under, plane, degrees, source);

  function place({ lon, lat }) {
    const [west, , east] = app.district.bounds ?? [lon, 0, lon];
    const zone = zoneOf((west + east) / 2);
    const { x, y } = toZone(lon, lat, zone);
    plane.textContent = `CGCS2000 ${zone}  X ${formatNumber(x, 1)}  Y ${formatNumber(y, 1)}`;
    plane.dataset.copy = `${x.toFixed(3)},${y.toFixed(3)}`;
    degrees.textContent = formatDegrees(lon, lat);
    degrees.dataset.copy = `${lon.toFixed(7)},${lat.toFixed(7)}`;
  }

  function scale() {
    const metresPerPixel = app.map.metresPerPixel();
    const { metres, pixels } = scaleBar(metresPerPixel, BAR_PIXELS);
    bar.textContent = formatLength(metres).replace(/\.0+(?= )/, "");
    bar.style.width = `${pixels}px`;
    ratio.textContent = `1:${formatNumber(scaleDenominator(metresPerPixel))}`;
  }

  function words() {
    for (const button of [plane, degrees]) {
      button.title = t("status.copy");
    }
    const note = language() === "en" ? app.district.noteEn : app.district.note;
    source.textContent = [note, app.hasLand() && t("status.asOf", { date: formatDate(app.asOf(), language()) })].filter(Boolean).join(" · ");
    source.title = source.textContent;
  }

  app.onLanguage(words);
  app.view.on(["asOf"], words);
  return {
    moved() {
      scale();
      place(app.map.centre());
    },
    /** @param {{id?: string, code: string, idle?: string}|null} land @param {{lon: number, lat: number}|null} at */
    hovered(land, at) {
      const landUse = land && app.classification.nearest(land.code);
      under.replaceChildren(...(land ? [
        h("span", { class: "swatch", style: { "background-color": app.classification.colourOf(land.code) } }),
        `${land.code} ${nameOf(landUse)}`,
        land.idle ? ` · ${dataWord("idle.status", land.idle)}` : "",
      ] : []));
      if (at) {
        place(at);
      }
    },
    words,
  };
}

function copyButton(key) {
  const button = h("button", { type: "button", class: "coordinates num", dataset: { kind: key } });
  button.addEventListener("click", async () => {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      button.textContent = t("status.copied");
    } catch {
      button.textContent = t("status.notCopied");
    }
    setTimeout(() => { button.textContent = before; }, 900);
  });
  return button;
}
