/**
 * Every word of the interface in the chosen language. Dictionaries are flat: key → text with {named} places.
 */
/** @type {Record<string, string>|null} */
let words = null;
/** @type {"zh-CN"|"en"} */
let current = "zh-CN";

/**
 * @param {"zh-CN"|"en"} language
 * @param {Record<string, string>} dictionary
 */
export function useDictionary(language, dictionary) {
  current = language;
  words = dictionary;
}

/** @returns {"zh-CN"|"en"} */
export function language() {
  return current;
}

/** What stands between the members of a list. */
export function comma() {
  return current === "en" ? ", " : "、";
}

/**
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 * @returns {string} the key itself where the dictionary has no such word, so that a gap is seen; nothing before it came
 */
export function t(key, values) {
  return words === null ? "" : fill(words[key] ?? key, values);
}

/**
 * A word of the data (a unit's kind, an idle status): translated where the dictionary knows it, else as delivered.
 * @param {string} prefix
 * @param {string} word
 * @returns {string}
 */
export function dataWord(prefix, word) {
  return words?.[`${prefix}.${word}`] ?? word;
}

/**
 * @param {string} template
 * @param {Record<string, string|number>} [values]
 * @returns {string}
 */
export function fill(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/**
 * The name of something that carries both languages.
 * @param {{name?: string|null, nameEn?: string|null}|null|undefined} thing
 * @returns {string}
 */
export function nameOf(thing) {
  return (current === "en" ? thing?.nameEn || thing?.name : thing?.name || thing?.nameEn) ?? "";
}

/**
 * Puts the words into the page's fixed parts: data-t for text, data-t-label for the accessible name,
 * data-t-title for the hint, data-t-placeholder for empty fields.
 * @param {ParentNode} root
 */
export function translate(root) {
  const targets = { t: null, tLabel: "aria-label", tTitle: "title", tPlaceholder: "placeholder" };
  for (const [data, attribute] of Object.entries(targets)) {
    const selector = `data-${data.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    /** @type {NodeListOf<HTMLElement>} */
    const elements = root.querySelectorAll(`[${selector}]`);
    for (const element of elements) {
      const text = t(element.dataset[data]);
      if (attribute) {
        element.setAttribute(attribute, text);
      } else {
        element.textContent = text;
      }
    }
  }
}
