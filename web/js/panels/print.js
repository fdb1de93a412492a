/**
 * The print panel: paper, scale and title of a map sheet, its frame on the map, and the finished PDF.
 */
import * as api from "../api.js";
import { byId, debounce, h, replaceKeepingFocus } from "../dom.js";
import { formatNumber } from "../format.js";
import { t } from "../i18n.js";
import { boxAround, printQuery } from "../print-order.js";
import { latest } from "./feedback.js";

/** Until the server has said which there are. */
const NO_SCALES = /** @type {number[]} */ ([]);

/** @param {object} app */
export function createPrintPanel(app) {
  const panel = byId("print-panel");
  const newestFrame = latest();
  const newestSheet = latest();
  /** @type {import("../print-order.js").Sheet} */
  let sheet = { paper: "a4", orientation: "landscape", scale: 0, title: "", grid: false };
  let scales = NO_SCALES;
  let isOpen = false;
  /** @type {{busy?: boolean, url?: string, bytes?: number, failure?: any}} */
  let result = {};

  /** Pixels of the map's left that the panel covers; where the window is narrow it stands beside the map. */
  function covered() {
    const [map, own] = [byId("map"), panel].map((each) => each.getBoundingClientRect());
    return own.left < map.right ? Math.max(0, own.right - map.left) : 0;
  }

  /** The view that somebody chose, and the map as the panel moved it to show its frame. @type {{wanted: any, shown: string}} */
  let fitted = { wanted: null, shown: "" };

  /** What is to be printed: it does not wander when the panel itself moves the map. */
  function wanted() {
    return String(app.map.bounds()) === fitted.shown ? fitted.wanted : app.map.bounds(covered());
  }

  const query = (more = {}) => printQuery({ ...sheet, ...more }, {
    view: app.view.get(), prefs: app.prefs.get(), only: app.onlyClass.get().code, bounds: wanted(),
  });

  /** Chooses the largest round scale that shows all of the view. */
  const fitView = () => reframe({ scale: 0 }, true);

  /** Asks for the frame of a changed sheet, and moves the map back until it is seen. @param {Record<string, any>} [change] */
  async function reframe(change = {}, mayMove = false) {
    forget();
    try {
      const frame = await newestFrame((signal) => api.printFrame(query(change), signal));
      if (!frame || !isOpen) {
        return;
      }
      sheet = { ...sheet, ...change, scale: frame.scale };
      scales = frame.scales;
      app.map.printFrame.show(frame.corners);
      if (mayMove) {
        const bounds = wanted();
        app.map.fit(boxAround(frame.corners), { maxZoom: 20, leftPixels: covered(), animate: false });
        fitted = { wanted: bounds, shown: String(app.map.bounds()) };
      }
    } catch (failure) {
      app.map.printFrame.show(null);
      result = { failure };
    }
    draw();
  }

  /** A finished sheet is of another moment as soon as something changes. */
  function forget() {
    if (result.url) {
      URL.revokeObjectURL(result.url);
    }
    result = {};
  }

  /** The button stays a place for the focus while the sheet is made: a disabled one would lose it. */
  async function print() {
    if (result.busy) {
      return;
    }
    forget();
    result = { busy: true };
    draw();
    try {
      const pdf = await newestSheet((signal) => api.printSheet(query(), signal));
      if (pdf && isOpen) {
        result = { url: URL.createObjectURL(pdf), bytes: pdf.size };
        window.open(result.url, "_blank");
      }
    } catch (failure) {
      result = { failure };
    }
    draw();
  }

  function choice(key, words) {
    return h("div", { class: "segmented small", role: "group", "aria-label": t(`printing.${key}`) },
      words.map((word) => h("button", {
        type: "button", text: t(`printing.${word}`), "aria-pressed": String(sheet[key] === word), dataset: { key: `print-${word}` },
        on: { click: () => reframe({ [key]: word }, true) },
      })));
  }

  function scaleChoice() {
    const options = scales.map((scale) => h("option", { value: scale, selected: scale === sheet.scale, text: `1:${formatNumber(scale)}` }));
    return h("select", { dataset: { key: "print-scale", testid: "print-scale" },
      on: { change: (event) => reframe({ scale: Number(event.target.value) }, true) } }, options);
  }

  const row = (label, control) => h("label", { class: "print-row" }, h("span", { text: t(`printing.${label}`) }), control);

  function draw() {
    if (!isOpen) {
      panel.replaceChildren();
      return;
    }
    replaceKeepingFocus(panel,
      h("div", { class: "card-head" }, h("h2", { text: t("printing.title") }),
        h("button", { type: "button", class: "icon-button", "aria-label": t("close"), text: "×", dataset: { key: "print-close" }, on: { click: close } })),
      row("heading", h("input", { type: "text", class: "print-title", maxlength: 80, value: sheet.title, placeholder: t("printing.usual"),
        dataset: { key: "print-title", testid: "print-title" },
        on: { input: (event) => { sheet.title = event.target.value; forget(); drawResult(); } } })),
      h("div", { class: "print-row" }, h("span", { text: t("printing.paper") }), choice("paper", ["a4", "a3"]), choice("orientation", ["landscape", "portrait"])),
      row("scale", scaleChoice()),
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: sheet.grid, dataset: { key: "print-grid" },
        on: { change: (event) => { sheet.grid = event.target.checked; forget(); drawResult(); } } }), h("span", { text: t("printing.grid") })),
      h("p", { class: "soft print-note", text: t("printing.note") }),
      h("div", { class: "print-result", role: "status" }));
    drawResult();
  }

  function drawResult() {
    const { busy, url, bytes, failure } = result;
    replaceKeepingFocus(panel.querySelector(".print-result"),
      h("button", { type: "button", class: "button primary", "aria-disabled": busy ? "true" : null, dataset: { key: "print-go", testid: "print-go" },
        text: t(busy ? "printing.busy" : "printing.go"), on: { click: print } }),
      h("button", { type: "button", class: "button", dataset: { key: "print-fit" }, text: t("printing.fit"), on: { click: fitView } }),
      url ? h("a", { href: url, target: "_blank", rel: "noopener", dataset: { key: "print-open", testid: "print-open" },
        text: t("printing.open", { size: formatNumber(bytes / 1024) }) }) : null,
      failure ? h("p", { class: "print-failed", role: "alert", text: failure.status === 0 ? t("failed.offline") : failure.detail || t("failed.server", { status: failure.status ?? "" }) }) : null);
  }

  function open() {
    isOpen = true;
    panel.hidden = false;
    draw();
    fitView().then(() => /** @type {HTMLElement} */ (panel.querySelector(".print-title"))?.focus());
  }

  function close() {
    isOpen = false;
    forget();
    panel.hidden = true;
    app.map.printFrame.show(null);
    draw();
    byId("map").focus();
  }

  const follow = debounce(() => isOpen && reframe({}), 120);
  app.view.on(["z", "lat", "lon", "state", "asOf"], follow);
  app.prefs.on(["overlays", "idleMarks", "patterns", "parcelLabels", "opacity"], () => { forget(); draw(); });
  app.onLanguage(draw);
  document.addEventListener("keydown", (event) => isOpen && event.key === "Escape" && close());
  return { toggle: () => (isOpen ? close() : open()) };
}
