/**
 * The divider between two states of the land: drag it, or move it with the arrow keys.
 */
import { L } from "./leaflet.js";
import { h } from "../dom.js";

const STEP = 0.05;

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {{label: () => string, left: () => string, right: () => string}} words
 */
export function createSwipe(map, words) {
  let share = 0.5;
  let active = false;
  const left = h("span", { class: "swipe-side swipe-left" });
  const right = h("span", { class: "swipe-side swipe-right" });
  const grip = h("button", {
    class: "swipe-grip", type: "button", role: "slider", "aria-valuemin": 0, "aria-valuemax": 100,
  });
  const line = h("div", { class: "swipe", hidden: true }, left, grip, right);
  map.getContainer().append(line);
  L.DomEvent.disableClickPropagation(line);

  function clip() {
    const size = map.getSize();
    const northWest = map.containerPointToLayerPoint([0, 0]);
    const southEast = map.containerPointToLayerPoint(size);
    const cut = northWest.x + size.x * share;
    const rect = (x1, x2) => `polygon(${x1}px ${northWest.y}px, ${x2}px ${northWest.y}px, `
      + `${x2}px ${southEast.y}px, ${x1}px ${southEast.y}px)`;
    const panes = { "land-left": rect(northWest.x, cut), "land-right": rect(cut, southEast.x) };
    for (const [name, area] of Object.entries(panes)) {
      map.getPane(name).style.clipPath = active ? area : "";
    }
    line.style.left = `${size.x * share}px`;
    grip.setAttribute("aria-valuenow", String(Math.round(share * 100)));
  }

  function moveTo(next) {
    share = Math.min(0.97, Math.max(0.03, next));
    clip();
  }

  grip.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (event) => {
    if (grip.hasPointerCapture(event.pointerId)) {
      const box = map.getContainer().getBoundingClientRect();
      moveTo((event.clientX - box.left) / box.width);
    }
  });
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -1, End: 1 }[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      moveTo(share + step);
    }
  });
  map.on("move zoom resize viewreset", clip);

  return {
    /** @param {boolean} on */
    setActive(on) {
      active = on;
      line.hidden = !on;
      clip();
    },
    /** Which side a place on the map lies on. @param {{x: number}} containerPoint */
    sideOf: (containerPoint) => (!active || containerPoint.x < map.getSize().x * share ? "left" : "right"),
    translate() {
      grip.setAttribute("aria-label", words.label());
      left.textContent = words.left();
      right.textContent = words.right();
    },
  };
}
