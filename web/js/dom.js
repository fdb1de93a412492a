/**
 * Builds page elements without markup strings, so that nothing from the data can become markup.
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props] class, text, dataset, on (listeners), style (custom properties and CSSOM names),
 *   true/false for boolean attributes; everything else becomes an attribute
 * @param {...(Node|string|null|undefined|false|Array<any>)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    setProp(element, name, value);
  }
  element.append(...present(children));
  return element;
}

/** What is not there is left out: the browser would write it as "null". */
function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === "text") {
    element.textContent = value;
  } else if (name === "dataset") {
    Object.assign(element.dataset, value);
  } else if (name === "on") {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (name === "style") {
    Object.entries(value).forEach(([property, setting]) => element.style.setProperty(property, setting));
  } else {
    element.setAttribute(name, value === true ? "" : value);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A line drawing of 16 by 16, hidden from screen readers: its button carries the name.
 * @param {string} path
 * @returns {SVGElement}
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return svg;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`index.html has no element #${id}`);
  }
  return element;
}

/**
 * Calls at most once per pause.
 * @template {any[]} A
 * @param {(...given: A) => void} action
 * @param {number} milliseconds
 * @returns {(...given: A) => void}
 */
export function debounce(action, milliseconds) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), milliseconds);
  };
}

/** Keeps the focus on the same control when a panel is drawn anew; controls carry data-key. */
export function replaceKeepingFocus(container, ...children) {
  const key = container.contains(document.activeElement) ? focusedKey() : null;
  const { scrollTop } = container;
  container.replaceChildren(...present(children));
  container.scrollTop = scrollTop;
  if (key) {
    focusKey(container, key);
  }
}

/** @returns {string|undefined} the data-key of the control that has the focus */
export function focusedKey() {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
}

/** @param {HTMLElement} container @param {string|undefined} key */
export function focusKey(container, key) {
  const control = key && container.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (control instanceof HTMLElement) {
    control.focus({ preventScroll: true });
  }
}
