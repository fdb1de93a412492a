/**
 * What the charts of the red line show, as ECharts options. Pure: figures and words in, an option out.
 */

const INK = "#1a2226";
const SOFT = "#56626a";
const LINE = "#dbe1e2";
const CURRENT = "#6d7b82";
const PLANNED = "#0f5f73";
const BREACH = "#b3261e";

/** Current use is filled and planned use is hollow: the two are told apart without colour. */
const SERIES_LOOKS = [
  { color: CURRENT, borderColor: CURRENT, borderWidth: 1 },
  { color: "#ffffff", borderColor: PLANNED, borderWidth: 1.5 },
  { color: "#cfe2e7", borderColor: PLANNED, borderWidth: 1, borderType: "dashed" },
];

const ROW_PIXELS = 34;
const EDGES_PIXELS = 56;

/** Height in pixels of a bar chart with so many units. @param {number} rows */
export function barsHeight(rows) {
  return EDGES_PIXELS + rows * ROW_PIXELS;
}

function base() {
  return {
    animation: false,
    textStyle: { fontFamily: "inherit", fontSize: 12, color: INK },
    tooltip: { show: false },
  };
}

/** A share's label; what cannot be told is said by its own mark. */
function percent(value) {
  return value === null || value === undefined ? "—" : `${value.toFixed(2)}%`;
}

function thresholdLine(threshold, along) {
  return {
    // Below the bars and their labels, which it would cross out.
    silent: true, symbol: "none", animation: false, z: 1,
    lineStyle: { color: INK, width: 1.5, type: "solid" },
    label: { formatter: `${+(threshold * 100).toFixed(2)}%`, color: INK, position: along === "yAxis" ? "insideEndTop" : "end" },
    data: [{ [along]: threshold * 100 }],
  };
}

/** Bars end at the next ten beyond the longest, so that they use the width there is. */
function barsEnd(series, threshold) {
  const longest = Math.max(threshold, ...series.flatMap(({ ratios }) => ratios.map((ratio) => ratio ?? 0)));
  return Math.min(100, Math.ceil((longest * 100 + 1) / 10) * 10);
}

/**
 * Units against the line: a row each, a bar each for current and planned use, and for a scenario where there is one.
 * @param {object} given
 * @param {string[]} given.names of the units, top first
 * @param {Array<{name: string, ratios: Array<number|null>}>} given.series shares from 0 to 1
 * @param {number} given.threshold
 */
export function barsOption({ names, series, threshold }) {
  return {
    ...base(),
    grid: { left: 4, right: 48, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: SOFT, fontSize: 12 }, selectedMode: false },
    xAxis: { type: "value", min: 0, max: barsEnd(series, threshold), splitLine: { lineStyle: { color: LINE } }, axisLabel: { show: false } },
    yAxis: {
      type: "category", inverse: true, data: names, triggerEvent: true, axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, width: 150, overflow: "break", lineHeight: 14 },
    },
    series: series.map(({ name, ratios }, at) => ({
      name, type: "bar", barMaxWidth: 12, barGap: "10%", itemStyle: SERIES_LOOKS[at], emphasis: { disabled: true },
      cursor: "pointer",
      label: { show: true, position: "right", distance: 3, fontSize: 11, color: SOFT, backgroundColor: "#ffffff", padding: [0, 2],
        formatter: ({ data }) => percent(data.share) },
      data: ratios.map((ratio) => ({ value: ratio === null ? 0 : ratio * 100, share: ratio === null ? null : ratio * 100,
        ...(ratio !== null && ratio < threshold ? { itemStyle: { borderColor: BREACH, borderWidth: 2 } } : {}) })),
      ...(at === 0 ? { markLine: thresholdLine(threshold, "xAxis") } : {}),
    })),
  };
}

/**
 * The share over the snapshots, with the range the data leave open.
 * @param {object} given
 * @param {string} given.name of the unit
 * @param {Array<{day: string, ratio: number|null, lowest: number|null, highest: number|null}>} given.points oldest first
 * @param {number} given.threshold
 */
export function trendOption({ name, points, threshold }) {
  const shares = points.flatMap(({ ratio, lowest, highest }) => [ratio, lowest, highest]).filter((share) => share !== null)
    .concat(threshold).map((share) => share * 100);
  const pad = Math.max(1, (Math.max(...shares) - Math.min(...shares)) * 0.35);
  const lowest = Math.max(0, Math.floor(Math.min(...shares) - pad));
  const highest = Math.min(100, Math.ceil(Math.max(...shares) + pad));
  const bound = (key) => points.map((point) => (point[key] === null ? null : point[key] * 100));
  const edge = (key) => ({
    type: "line", data: bound(key), symbol: "none", silent: true, lineStyle: { color: SOFT, width: 1, type: "dashed" },
  });
  return {
    ...base(),
    grid: { left: 4, right: 46, top: 22, bottom: 4, containLabel: true },
    xAxis: { type: "category", data: points.map(({ day }) => day), boundaryGap: true, axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false }, axisLabel: { color: SOFT, interval: 0, hideOverlap: true } },
    yAxis: { type: "value", min: lowest, max: highest, interval: Math.max(1, Math.ceil((highest - lowest) / 4)),
      axisLabel: { color: SOFT, formatter: "{value}%", showMaxLabel: false }, splitLine: { lineStyle: { color: LINE } } },
    series: [
      { name, type: "line", data: bound("ratio"), symbol: "circle", symbolSize: 8, cursor: "pointer",
        lineStyle: { color: CURRENT, width: 2 }, itemStyle: { color: CURRENT }, emphasis: { disabled: true },
        label: { show: true, position: "top", color: INK, fontWeight: 600, formatter: ({ value }) => percent(value) },
        markLine: thresholdLine(threshold, "yAxis") },
      edge("lowest"), edge("highest"),
    ],
  };
}

/**
 * What moved the share between two days, in percentage points.
 * @param {object} given
 * @param {Array<{name: string, points: number}>} given.parts
 */
export function movesOption({ parts }) {
  return {
    ...base(),
    grid: { left: 4, right: 36, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", splitLine: { lineStyle: { color: LINE } }, axisLabel: { show: false },
      min: ({ min }) => Math.min(0, min * 1.45), max: ({ max }) => Math.max(0, max * 1.45) },
    yAxis: { type: "category", inverse: true, data: parts.map(({ name }) => name), axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK } },
    series: [{
      type: "bar", barMaxWidth: 14, cursor: "pointer", emphasis: { disabled: true },
      data: parts.map(({ points }) => ({ value: points,
        itemStyle: points < 0 ? { color: "#ffffff", borderColor: BREACH, borderWidth: 1.5 } : { color: CURRENT },
        label: { position: points < 0 ? "left" : "right" } })),
      label: { show: true, color: INK, fontSize: 11, formatter: ({ value }) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}` },
    }],
  };
}
