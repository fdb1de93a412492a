/**
 * The land on the map: one state, or both with a swipe divider between them. A new layer is laid over the old one,
 * which goes only when the new one has been painted, so that nothing flashes.
 */
import { createLandLayer, landAt, paintRules } from "./land-layer.js";

/**
 * @param {import("./leaflet.js").L.Map} map
 * @param {object} given
 * @param {any} given.classification
 * @param {() => string|null} given.onlyClass
 * @param {{idle: boolean, patterns: boolean, opacity: number}} given.look
 * @param {(busy: boolean) => void} given.onBusy
 * @param {() => void} given.onFailure
 */
export function createLand(map, { classification, onlyClass, look, onBusy, onFailure }) {
  for (const [pane, order] of [["land-current", 210], ["land-planned", 211]]) {
    map.createPane(pane).style.zIndex = String(order);
  }
  const shown = { current: null, planned: null };
  let style = { idle: look.idle, patterns: look.patterns };
  let { opacity } = look;
  const loading = new Set();

  const settle = (layer) => {
    loading.delete(layer);
    onBusy(loading.size > 0);
  };

  function add(state, asOf) {
    const layer = createLandLayer({
      state, asOf, pane: `land-${state}`, classification, onlyClass, style, onFailure,
    });
    layer.landAsOf = asOf;
    layer.setOpacity(opacity);
    layer.on("loading", () => {
      loading.add(layer);
      onBusy(true);
    });
    layer.on("load", () => settle(layer));
    layer.addTo(map);
    return layer;
  }

  function drop(layer) {
    if (layer) {
      layer.remove();
      settle(layer);
    }
  }

  /** Removes once the other has been painted, or after a while where that never happens. */
  function dropAfter(old, next) {
    if (!old) {
      return;
    }
    let gone = false;
    const go = () => {
      if (!gone) {
        gone = true;
        drop(old);
      }
    };
    next.once("load", go);
    setTimeout(go, 4000);
  }

  function show(state, asOf) {
    const old = shown[state];
    if (old && old.landAsOf === asOf) {
      return old;
    }
    shown[state] = add(state, asOf);
    dropAfter(old, shown[state]);
    return shown[state];
  }

  function hide(state, next) {
    const old = shown[state];
    shown[state] = null;
    dropAfter(old, next);
  }

  return {
    /** @param {{state: "current"|"planned", asOf: string|null, swipe: boolean}} view */
    update({ state, asOf, swipe }) {
      const other = state === "current" ? "planned" : "current";
      const fresh = !shown[state];
      const layer = show(state, asOf);
      if (swipe) {
        show(other, asOf);
      } else if (shown[other]) {
        if (fresh) {
          hide(other, layer);
        } else {
          drop(shown[other]);
          shown[other] = null;
        }
      }
    },
    /** @param {Partial<{idle: boolean, patterns: boolean}>} next */
    restyle(next = {}) {
      style = { ...style, ...next };
      for (const [state, layer] of Object.entries(shown)) {
        if (layer) {
          layer.paintRules = paintRules(state, classification, onlyClass, style);
          layer.rerenderTiles();
        }
      }
    },
    /** @param {number} share 0 to 1 */
    setOpacity(share) {
      opacity = share;
      Object.values(shown).forEach((layer) => layer?.setOpacity(share));
    },
    /** Asks for all tiles again, after a failure. */
    retry() {
      const asked = Object.entries(shown).filter(([, layer]) => layer);
      for (const [state, layer] of asked) {
        shown[state] = null;
        drop(layer);
        shown[state] = add(state, layer.landAsOf);
      }
    },
    /** @param {"current"|"planned"} state */
    layer: (state) => shown[state],
    /** What lies at a place. @param {"current"|"planned"} state */
    at: (state, place) => (shown[state] ? landAt(shown[state], place) : null),
  };
}
