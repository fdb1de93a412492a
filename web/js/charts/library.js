/**
 * The charting library, read when the first chart is drawn. Charts are SVG, so that paper shows them sharp.
 */

const FILE = "/webjars/echarts/6.0.0/echarts.esm.min.js";

/** @type {Promise<any>|null} */
let loaded = null;

/** A failure is forgotten so that it can be tried again. */
function library() {
  loaded ??= import(FILE).catch((failure) => {
    loaded = null;
    throw failure;
  });
  return loaded;
}

/**
 * Draws a chart and keeps it as wide as its place.
 * @param {HTMLElement} place with its height set, so that nothing moves when the chart comes
 * @param {object} option of ECharts
 * @param {(index: number, series: number) => void} [onPick] a click on a bar or point
 */
export async function drawChart(place, option, onPick) {
  const echarts = await library();
  if (!place.isConnected) {
    return;
  }
  const chart = echarts.init(place, null, { renderer: "svg" });
  chart.setOption(option);
  if (onPick) {
    chart.on("click", ({ dataIndex, seriesIndex }) => onPick(dataIndex, seriesIndex));
  }
  const watch = new ResizeObserver(() => {
    if (place.isConnected) {
      chart.resize();
    } else {
      watch.disconnect();
      chart.dispose();
    }
  });
  watch.observe(place);
}
