/**
 * Leaflet as a module: its own script comes before the modules, and is a third of the size of its module.
 */

/** @typedef {any} LeafletMap */

export const { L } = window;
