/**
 * Lines on one canvas that reaches beyond the view and is drawn anew only when the view leaves it. Leaflet's own would
 * draw it after every drag, and as SVG the browser would paint the whole of it again in one frame.
 */
import { L } from "./leaflet.js";

/** Of the view's size, to each side. */
const AHEAD = 0.3;

const DrawnAhead = L.Canvas.extend({
  getEvents() {
    return { ...L.Canvas.prototype.getEvents.call(this), moveend: this.soon };
  },

  /** What is seen is drawn already when a drag ends: that frame is for the map's listeners, the next one for the names. */
  soon() {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => {
      this.asked = requestAnimationFrame(() => this._map && this._update());
    });
  },

  _update() {
    if (!this.holdsView()) {
      this.origin = this._map.getPixelOrigin();
      L.Canvas.prototype._update.call(this);
    }
  },

  /** Pixels are counted from an origin that changes with the zoom. */
  holdsView() {
    const map = this._map;
    const ends = [L.point(0, 0), map.getSize()].map((point) => map.containerPointToLayerPoint(point));
    return this.origin?.equals(map.getPixelOrigin()) && this._bounds.contains(L.bounds(ends));
  },
});

/** @param {string} pane */
export const drawnAhead = (pane) => new DrawnAhead({ pane, padding: AHEAD });
