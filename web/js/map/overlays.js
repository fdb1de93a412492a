/**
 * Units, protection line, constraints and reference lines: small layers drawn as shapes over the land.
 * None of them takes clicks; a click always asks for the parcel.
 */
import { L } from "./leaflet.js";
import { drawnAhead } from "./drawn-ahead.js";
import { overlayKey, overlayStyle } from "./overlay-styles.js";

const SHAPES_PANE = "overlays";

/** Marks of findings, in pixels. */
const MARK_RADIUS = 5;

function groupOf(key) {
  return key.split(":")[0];
}

/**
 * @param {import("./leaflet.js").LeafletMap} map
 */
export function createOverlays(map) {
  const pane = map.createPane(SHAPES_PANE);
  pane.style.zIndex = "350";
  pane.style.pointerEvents = "none";
  const renderer = drawnAhead(SHAPES_PANE);
  /** @type {Map<string, {features: Array<any>, group: any, share: number}>} */
  const layers = new Map();

  /** Lines grow thinner far out, where they would otherwise cover the land. */
  const thinness = () => (map.getZoom() < 14 ? 0.6 : 1);
  let factor = thinness();

  /** @param {{group: any, share: number}} layer */
  function restyle({ group, share }) {
    group.eachLayer((line) => line.setStyle({
      weight: line.own.weight * factor, opacity: line.own.opacity * share, fillOpacity: (line.own.fillOpacity ?? 0) * share,
    }));
  }

  map.on("zoomend", () => {
    if (factor !== thinness()) {
      factor = thinness();
      layers.forEach(restyle);
    }
  });

  function draw(key, features) {
    const style = overlayStyle(key);
    const common = { pane: SHAPES_PANE, renderer, interactive: false };
    const marks = groupOf(key) === "finding";
    const shapes = features.filter((feature) => feature.geometry && (marks || !/Point/.test(feature.geometry.type)));
    const pointToLayer = (_, place) => L.circleMarker(place, { ...common, radius: MARK_RADIUS });
    const line = (own) => Object.assign(
      L.geoJSON(shapes, { ...common, pointToLayer, style: { lineJoin: "round", fill: false, ...own } }), { own });
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
    return group;
  }

  function remove(key) {
    layers.get(key)?.group.remove();
    layers.delete(key);
  }

  return {
    /**
     * Takes a layer's features in the place of those it had; they show only once asked for.
     * @param {string} layer
     * @param {{features: Array<any>}} collection
     * @returns {string[]} the keys it brought
     */
    load(layer, collection) {
      [...layers.keys()].filter((key) => groupOf(key) === layer).forEach(remove);
      const byKey = new Map();
      for (const feature of collection.features) {
        const key = overlayKey(layer, feature.properties);
        byKey.set(key, [...(byKey.get(key) ?? []), feature]);
      }
      byKey.forEach((features, key) => layers.set(key, { features, group: draw(key, features), share: 1 }));
      return [...byKey.keys()];
    },
    /**
     * @param {Set<string>} keys what is to be seen
     * @param {string[]} order of the groups, the uppermost first; the district's own line lies over all
     * @param {Record<string, number>} opacity of the groups, 0 to 1
     */
    show(keys, order, opacity) {
      const depth = (key) => (key === "units:district" ? 1 : -order.indexOf(groupOf(key)));
      layers.forEach(({ group }) => group.remove());
      for (const key of [...layers.keys()].sort((a, b) => depth(a) - depth(b))) {
        if (keys.has(key)) {
          const layer = layers.get(key);
          layer.share = opacity[groupOf(key)] ?? 1;
          restyle(layer);
          layer.group.addTo(map);
        }
      }
    },
    /** @param {string} key what is to be read anew */
    remove,
    /** @param {string} key @returns {Array<any>} */
    features: (key) => layers.get(key)?.features ?? [],
    /** @returns {string[]} */
    keys: () => [...layers.keys()],
  };
}
