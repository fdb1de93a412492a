/**
 * Work for the next frame, done once however often it is asked for. Not while the map is dragged: the drag's end asks
 * again.
 * @param {import("./leaflet.js").LeafletMap} map
 * @param {() => void} work
 * @returns {() => void} asks for it
 */
export function atRest(map, work) {
  let asked = 0;
  return () => {
    cancelAnimationFrame(asked);
    if (!map.dragging.moving()) {
      asked = requestAnimationFrame(work);
    }
  };
}
