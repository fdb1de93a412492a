/**
 * Units, protection line, constraints and reference lines: small layers drawn as shapes over the land.
 * None of them takes clicks; a click always asks for the parcel.
 */
import { L } from "./leaflet.js";
import { overlayKey, overlayStyle } from "./overlay-styles.js";

const SHAPES_PANE = "overlays";

/** From the bottom up; the district's own line lies over all. */
const STACK = ["reference", "constraint", "protection", "units"];

function depthOf(key) {
  return key === "units:district" ? STACK.length : STACK.indexOf(key.split(":")[0]);
}

/**
 * @param {import("./leaflet.js").LeafletMap} map
 */
export function createOverlays(map) {
  const pane = map.createPane(SHAPES_PANE);
  pane.style.zIndex = "350";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: SHAPES_PANE, padding: 0.3 });
  /** @type {Map<string, {features: Array<any>, group: any}>} */
  const layers = new Map();

  /** Lines grow thinner far out, where they would otherwise cover the land. */
  const thinness = () => (map.getZoom() < 14 ? 0.6 : 1);
  let factor = thinness();

  function thin(group) {
    group.eachLayer((line) => line.setStyle({ weight: line.baseWeight * factor }));
  }

  map.on("zoomend", () => {
    if (factor !== thinness()) {
      factor = thinness();
      layers.forEach(({ group }) => thin(group));
    }
  });

  function draw(key, features) {
    const style = overlayStyle(key);
    const common = { pane: SHAPES_PANE, renderer, interactive: false };
    const shapes = features.filter((feature) => !/Point/.test(feature.geometry?.type ?? "Point"));
    const line = (own) => Object.assign(
      L.geoJSON(shapes, { ...common, style: { lineJoin: "round", fill: false, ...own } }), { baseWeight: own.weight });
    const group = L.layerGroup();
    if (style.casing) {
      const dark = key === "reference:roads";
      line({ color: dark ? "#6a7276" : "#ffffff", weight: style.weight + (dark ? 1.4 : 2), opacity: dark ? 0.8 : 0.75 })
        .addTo(group);
    }
    line({
      color: style.color, weight: style.weight, dashArray: style.dash, opacity: 1,
      fill: Boolean(style.fill), fillColor: style.color, fillOpacity: style.fill ?? 0,
    }).addTo(group);
    thin(group);
    return group;
  }

  return {
    /**
     * Takes a layer's features; they show only once asked for.
     * @param {string} layer
     * @param {{features: Array<any>}} collection
     * @returns {string[]} the keys it brought
     */
    load(layer, collection) {
      const byKey = new Map();
      for (const feature of collection.features) {
        const key = overlayKey(layer, feature.properties);
        byKey.set(key, [...(byKey.get(key) ?? []), feature]);
      }
      byKey.forEach((features, key) => layers.set(key, { features, group: draw(key, features) }));
      return [...byKey.keys()];
    },
    /** @param {Set<string>} keys what is to be seen */
    show(keys) {
      layers.forEach(({ group }) => group.remove());
      for (const key of [...layers.keys()].sort((a, b) => depthOf(a) - depthOf(b))) {
        if (keys.has(key)) {
          layers.get(key).group.addTo(map);
        }
      }
    },
    /** @param {string} key @returns {Array<any>} */
    features: (key) => layers.get(key)?.features ?? [],
    /** @returns {string[]} */
    keys: () => [...layers.keys()],
  };
}
