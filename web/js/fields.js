/**
 * The attributes' labels and units, as /api/fields delivers them.
 */
import { language } from "./i18n.js";

let labels = new Map();
let byKind = {};

/** @param {Record<string, Array<{name: string, label: string, labelEn: string}>>} fields */
export function useFieldLabels(fields) {
  byKind = fields;
  labels = new Map((fields.parcels ?? []).map((field) => [field.name, field]));
}

/** A field's label; the name as it came where no field has it. @param {string} name */
export function fieldLabel(name) {
  const field = labels.get(name);
  return (language() === "en" ? field?.labelEn : field?.label) ?? name;
}

/** The attributes of a kind of layer. @param {string} kind */
export function attributesOf(kind) {
  return byKind[kind] ?? [];
}

/** @param {string} name */
export function fieldOf(name) {
  return labels.get(name) ?? null;
}
