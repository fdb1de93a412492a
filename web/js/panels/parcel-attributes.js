/**
 * A parcel's attributes in groups a planner looks for; what no group claims comes last, so nothing is hidden.
 */
import { formatArea, formatDate, formatNumber } from "../format.js";
import { fieldLabel, fieldOf } from "../fields.js";
import { dataWord, language, t } from "../i18n.js";

/** Shown elsewhere on the card. */
const ELSEWHERE = new Set(["id", "location", "land_use", "land_use_name", "registered_area_m2", "approved_area_m2"]);

/** @type {Array<[string, string[]]>} */
const GROUPS = [
  ["parcel.group.rights", ["holder", "industry_code", "mortgaged", "seized"]],
  ["parcel.group.supply", ["supply_no", "contract_no", "supply_mode", "price_wan", "signed_on", "approved_on",
    "handover_agreed_on", "handover_actual_on"]],
  ["parcel.group.building", ["start_agreed_on", "extended_start_on", "started_on", "stopped_on", "completion_agreed_on",
    "completed_on", "developed_area_m2", "area_to_develop_m2", "floor_area_m2", "idle_floor_area_m2", "footprint_m2"]],
  ["parcel.group.money", ["invested_wan", "total_investment_wan", "fixed_assets_wan", "tax_wan"]],
];

/**
 * @param {{attributes: Record<string, any>, extra?: Record<string, any>}} parcel
 * @param {{prefs: {get: () => {areaUnit: import("../format.js").AreaUnit}}}} app
 * @returns {Array<{title: string, rows: Array<[string, string, string|null]>}>} label, value, unit
 */
export function attributeGroups(parcel, app) {
  const unit = app.prefs.get().areaUnit;
  const known = Object.entries(parcel.attributes).filter(([name, value]) => !ELSEWHERE.has(name) && isGiven(value));
  const claimed = new Set(GROUPS.flatMap(([, names]) => names));
  const rowsOf = (entries) => entries.map(([name, value]) => attributeRow(name, value, unit));
  const groups = GROUPS.map(([title, names]) => ({
    title: t(title), rows: rowsOf(names.flatMap((name) => known.filter(([key]) => key === name))),
  }));
  const rest = rowsOf(known.filter(([name]) => !claimed.has(name)));
  const extra = Object.entries(parcel.extra ?? {}).filter(([, value]) => isGiven(value))
    .map(([name, value]) => [name, String(value), null]);
  groups.push({ title: t("parcel.group.other"), rows: [...rest, ...extra] });
  return groups.filter(({ rows }) => rows.length > 0);
}

function isGiven(value) {
  return value !== null && value !== undefined && value !== "";
}

function attributeRow(name, value, unit) {
  const field = fieldOf(name);
  const label = fieldLabel(name);
  switch (field?.type) {
    case "area":
      return [label, formatArea(Number(value), unit), t(`unit.${unit}`)];
    case "number":
      return [label, formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 2), unitWord(field.unit)];
    case "date":
      return [label, formatDate(String(value), language()), null];
    case "flag":
      return [label, t(value === true || value === 1 || value === "1" ? "yes" : "no"), null];
    default:
      return [label, dataWord("value", String(value)), null];
  }
}

function unitWord(unit) {
  if (!unit) {
    return null;
  }
  const key = { 万元: "money.wan", "万元/年": "money.wanPerYear" }[unit];
  return key ? t(key) : unit;
}
