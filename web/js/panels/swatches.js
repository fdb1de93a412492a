/**
 * The legend's small samples: a line as it is drawn, a class with its pattern.
 */
import { h } from "../dom.js";
import { overlayStyle } from "../map/overlay-styles.js";
import { paintSwatch } from "../map/patterns.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} key of an overlay, as `units:zone` */
export function lineSwatch(key) {
  const style = overlayStyle(key);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "line-swatch");
  svg.setAttribute("viewBox", "0 0 26 10");
  svg.setAttribute("aria-hidden", "true");
  const line = (color, width, dash) => {
    const path = document.createElementNS(SVG, "path");
    const setting = { d: "M1 5H25", stroke: color, "stroke-width": width, "stroke-dasharray": dash ?? "", fill: "none" };
    Object.entries(setting).forEach(([name, value]) => path.setAttribute(name, String(value)));
    svg.append(path);
  };
  if (key === "reference:roads") {
    line("#6a7276", style.weight + 1.6);
  }
  line(style.color, style.weight, style.dash);
  return svg;
}

/** Stands for names on the map. */
export function textSwatch() {
  return h("span", { class: "text-swatch", "aria-hidden": "true", text: "A" });
}

/**
 * @param {string} code main class
 * @param {string} colour
 * @param {string} ink
 */
export function patternSwatch(code, colour, ink) {
  const canvas = h("canvas", { class: "swatch swatch-pattern", width: 24, height: 16, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.fillStyle = colour;
  context.fillRect(0, 0, 24, 16);
  paintSwatch(canvas, code.slice(0, 2), ink);
  return canvas;
}
