/**
 * A small map of GeoJSON features, without a base map. A click on one goes to its page.
 */
import { L } from "./leaflet.js";

const STYLE = { color: "#0f5f73", weight: 1, fillColor: "#0f5f73", fillOpacity: 0.2 };
const POINT_RADIUS = 5;

/**
 * @param {HTMLElement} place
 * @param {{features?: Array<{id?: string, properties?: Record<string, unknown>}>}} collection in CRS84
 */
export function drawItems(place, collection) {
  const map = L.map(place, { preferCanvas: true, attributionControl: false });
  const items = L.geoJSON(collection, {
    style: () => STYLE,
    pointToLayer: (_feature, position) => L.circleMarker(position, { ...STYLE, radius: POINT_RADIUS }),
    onEachFeature: (feature, layer) => {
      layer.bindTooltip(label(feature));
      layer.on("click", () => open(feature.id));
    },
  }).addTo(map);
  const bounds = items.getBounds();
  if (bounds.isValid()) {
    map.fitBounds(bounds, { padding: [12, 12], maxZoom: 18 });
  } else {
    map.setView([0, 0], 1);
  }
  place.dataset.items = String(items.getLayers().length);
}

/** As text: what stands in the data is never markup. */
function label(feature) {
  const text = document.createElement("span");
  text.textContent = String(feature.properties?.name ?? feature.properties?.id ?? feature.id ?? "");
  return text;
}

/** @param {string|undefined} id */
function open(id) {
  const list = location.pathname.replace(/(\/items)(\/.*)?$/, "$1");
  if (id && list === location.pathname) {
    location.assign(`${list}/${encodeURIComponent(id)}?f=html`);
  }
}
