/** Leaflet is a global of its own script and stays untyped here. */
interface Window {
  L: any;
}
