/**
 * What lies below the large figure of the red line: all units, two definitions, the trend, the ledger, the protection
 * line and the parks. Made once the screen opens, so that the map need not wait for the charts.
 */
import { createDefinitions } from "./definitions.js";
import { createLedger } from "./ledger.js";
import { createParks } from "./parks.js";
import { createProtection } from "./protection.js";
import { createTrend } from "./trend.js";
import { createUnitsChart } from "./units-chart.js";

/**
 * @param {object} app
 * @param {() => {rows: Array<any>, threshold: number}|null} figures
 */
export function createMonitor(app, figures) {
  const units = createUnitsChart(app, figures);
  const sections = [units, createDefinitions(app), createTrend(app), createLedger(app), createProtection(app), createParks(app)];
  const redraw = () => sections.forEach((section) => section.show());
  app.onLanguage(redraw);
  app.prefs.on(["areaUnit"], redraw);
  return {
    places: sections.map(({ place }) => place),
    /** The figures of the units have changed. */
    refreshUnits: () => units.refresh(),
    /** The data have changed: every section asks again. */
    refresh: () => sections.forEach((section) => section.refresh()),
  };
}
