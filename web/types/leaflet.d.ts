/** Leaflet comes from its webjar; it stays untyped here. */
declare const leaflet: any;
export = leaflet;
