/**
 * The land on the map: one state of it, or two with a swipe divider between them. A new layer is laid over the old one,
 * which goes only when the new one has been painted, so that nothing flashes.
 */
import { createLandLayer, landAt } from "./land-layer.js";
import { useClasses } from "./tiles/painter.js";
import { forgetTiles } from "./tiles/tile-store.js";
import { sameLand, sidesOf } from "../compare.js";

/** Where a layer is never painted (its tiles fail), the old one goes after this. */
const PATIENCE_MS = 4000;

/** @typedef {"left"|"right"} Side without a divider the left side is the whole map */

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {object} given
 * @param {any} given.classification
 * @param {() => string|null} given.onlyClass
 * @param {{idle: boolean, patterns: boolean, opacity: number}} given.look
 * @param {() => [number, number, number, number]|null} given.box where there is land; asked for each new layer
 * @param {(busy: boolean) => void} given.onBusy
 * @param {() => void} given.onFailure
 */
export function createLand(map, { classification, onlyClass, look, box, onBusy, onFailure }) {
  for (const [pane, order] of [["land-left", "210"], ["land-right", "211"]]) {
    map.createPane(pane).style.zIndex = order;
  }
  /** @type {Record<Side, {land: import("../compare.js").LandView, layer: any}|null>} */
  const shown = { left: null, right: null };
  const style = { idle: look.idle, patterns: look.patterns };
  useClasses(classification.list);
  let { opacity } = look;
  const loading = new Set();

  const settle = (layer) => {
    loading.delete(layer);
    onBusy(loading.size > 0);
  };

  function add(side, land) {
    const layer = createLandLayer({ ...land, pane: `land-${side}`, onlyClass, style, box: box(), onFailure });
    layer.setOpacity(opacity);
    layer.on("loading", () => {
      loading.add(layer);
      onBusy(true);
    });
    layer.on("load", () => settle(layer));
    layer.addTo(map);
    return { land, layer };
  }

  function drop(entry) {
    if (entry?.layer) {
      entry.layer.remove();
      settle(entry.layer);
      entry.layer = null;
    }
  }

  function put(side, land) {
    const old = shown[side];
    if (sameLand(old?.land ?? null, land)) {
      return;
    }
    shown[side] = land && add(side, land);
    if (!land) {
      drop(old);
    } else if (old) {
      shown[side].layer.once("load", () => drop(old));
      setTimeout(() => drop(old), PATIENCE_MS);
    }
  }

  const entries = () => Object.entries(shown).filter(([, entry]) => entry);

  return {
    /** @param {{state: "current"|"planned", asOf: string|null, swipe: string|null}} view */
    update(view) {
      const { left, right } = sidesOf(view);
      put("left", left);
      put("right", right);
    },
    /** @param {Partial<{idle: boolean, patterns: boolean}>} next */
    restyle(next = {}) {
      Object.assign(style, next);
      entries().forEach(([, { layer }]) => layer.repaint());
    },
    /** @param {number} share 0 to 1 */
    setOpacity(share) {
      opacity = share;
      entries().forEach(([, { layer }]) => layer.setOpacity(share));
    },
    /** Asks for all tiles again, after a failure. */
    retry() {
      forgetTiles();
      for (const [side, entry] of entries()) {
        drop(entry);
        shown[side] = add(side, entry.land);
      }
    },
    /** @param {Side} side */
    layer: (side) => shown[side]?.layer ?? null,
    /** What lies at a place. @param {Side} side */
    at: (side, place) => (shown[side] ? landAt(shown[side].layer, place) : null),
  };
}
