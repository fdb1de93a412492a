/**
 * Leaflet as a module, and as the global that the vector tile plugin expects.
 */
import * as L from "/webjars/leaflet/dist/leaflet-src.esm.js";

/** @typedef {any} LeafletMap */

window.L = L;

/** The vector tile plugin, loaded by index.html before the modules. */
export const tiles = window.protomapsL;
export { L };
