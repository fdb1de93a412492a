/**
 * What lies under the pointer: outlined, and told. Sought as the pointer moves, and again when the map has come to rest
 * or its land been painted under a pointer that has not moved. While the map is dragged the pointer takes the land
 * along: it stays over the same parcel.
 */
import { atRest } from "./at-rest.js";

/**
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {object} given
 * @param {any} given.land
 * @param {any} given.hover
 * @param {any} given.swipe
 * @param {any} given.measure while measuring nothing is sought
 * @param {(attributes: object|null, place: {lon: number, lat: number}|null) => void} given.onHover
 */
export function followPointer(map, { land, hover, swipe, measure, onHover }) {
  let pointer = null;

  const look = atRest(map, () => {
    if (pointer) {
      seek();
    }
  });

  function seek() {
    const latlng = map.containerPointToLatLng(pointer);
    const side = swipe.sideOf(pointer);
    const found = measure.active ? null : land.at(side, latlng);
    hover.show(land.layer(side), found?.id);
    onHover(found, { lon: latlng.lng, lat: latlng.lat });
  }

  function leave() {
    pointer = null;
    hover.show(null, null);
    onHover(null, null);
  }

  map.on("mousemove", ({ containerPoint }) => {
    pointer = containerPoint;
    look();
  });
  map.on("mouseout", leave);
  // A tap moves the pointer, too; but a finger that comes back to drag the map has rested nowhere.
  map.getContainer().addEventListener("touchstart", leave, { passive: true });
  map.on("moveend", look);
  return { look };
}
