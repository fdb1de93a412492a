/**
 * Numbers, areas and dates as a planner reads them. Figures come in square metres, unrounded; rounding happens here
 * and nowhere else.
 */

/** One 亩 is two thirds of a thousand square metres; the fraction, never 666.67. */
export const MU_IN_M2 = 2000 / 3;

/** @typedef {"ha"|"mu"|"km2"|"m2"} AreaUnit */

/** @type {Record<AreaUnit, {m2: number, digits: number}>} */
const AREA_UNITS = {
  ha: { m2: 10_000, digits: 2 },
  mu: { m2: MU_IN_M2, digits: 2 },
  km2: { m2: 1_000_000, digits: 4 },
  m2: { m2: 1, digits: 0 },
};

/** What stands where a figure is not known. */
export const UNKNOWN = "—";

const formatters = new Map();

function numberFormat(digits) {
  if (!formatters.has(digits)) {
    formatters.set(digits, new Intl.NumberFormat("en-US", {
      minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: true,
    }));
  }
  return formatters.get(digits);
}

/**
 * A number with thousands separators; Chinese and English group alike.
 * @param {number|null|undefined} value
 * @param {number} [digits]
 * @returns {string}
 */
export function formatNumber(value, digits = 0) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return UNKNOWN;
  }
  const text = numberFormat(digits).format(value);
  return /^-0([.,]0*)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/**
 * @param {number|null|undefined} areaM2
 * @param {AreaUnit} unit
 * @returns {string} the number alone; its unit stands in the column's head or beside it
 */
export function formatArea(areaM2, unit) {
  if (areaM2 === null || areaM2 === undefined) {
    return UNKNOWN;
  }
  const { m2, digits } = AREA_UNITS[unit];
  return formatNumber(areaM2 / m2, digits);
}

/**
 * A share as a percentage. Never rounds a share below the threshold up to it: 29.999% is not shown as 30.00%.
 * @param {number|null|undefined} share
 * @param {number} [threshold]
 * @returns {string} without the percent sign
 */
export function formatPercent(share, threshold) {
  if (share === null || share === undefined || !Number.isFinite(share)) {
    return UNKNOWN;
  }
  for (let digits = 2; digits <= 6; digits++) {
    const text = formatNumber(share * 100, digits);
    if (threshold === undefined || share >= threshold || text !== formatNumber(threshold * 100, digits)) {
      return text;
    }
  }
  return formatNumber(Math.floor(share * 1e8) / 1e6, 6);
}

/**
 * A figure with its sign always shown, for differences.
 * @param {string} formatted
 * @returns {string}
 */
export function withSign(formatted) {
  return formatted === UNKNOWN || formatted.startsWith("−") || /^[0.,]+$/.test(formatted) ? formatted : `+${formatted}`;
}

/**
 * A calendar date as the language writes it; the words are ISO dates from the server and know no time zone.
 * @param {string|null|undefined} isoDate
 * @param {"zh-CN"|"en"} language
 * @returns {string}
 */
export function formatDate(isoDate, language) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate ?? "");
  if (!parts) {
    return isoDate || UNKNOWN;
  }
  const [, year, month, day] = parts;
  if (language === "zh-CN") {
    return `${year}年${Number(month)}月${Number(day)}日`;
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).format(date);
}

/**
 * A moment in the reader's own time, to the second.
 *
 * @param {string} isoInstant
 * @param {string} language
 */
export function formatMoment(isoInstant, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" })
    .format(new Date(isoInstant));
}

/**
 * A length in metres or kilometres.
 * @param {number} metres
 * @returns {string}
 */
export function formatLength(metres) {
  return metres < 1000 ? `${formatNumber(metres, metres < 100 ? 1 : 0)} m` : `${formatNumber(metres / 1000, 2)} km`;
}

/**
 * Degrees, to about a decimetre.
 * @param {number} longitude
 * @param {number} latitude
 * @returns {string}
 */
export function formatDegrees(longitude, latitude) {
  return `${longitude.toFixed(6)}°E ${latitude.toFixed(6)}°N`;
}
