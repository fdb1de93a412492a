/**
 * A part of the monitoring screen that reads its figures when it comes into sight.
 */
import { h } from "../../dom.js";
import { t } from "../../i18n.js";
import { failed, latest } from "../feedback.js";
import { loading } from "../progress.js";

/**
 * @param {object} given
 * @param {string} given.name of the section, as in `monitor.<name>`
 * @param {() => Promise<any>} given.load
 * @param {(answer: any) => Array<any>} given.draw its content; may be asked again without a new reading
 * @param {() => any} [given.controls] beside the title
 */
export function createSection({ name, load, draw, controls }) {
  const title = h("h2", { id: `monitor-${name}` });
  const tools = h("div", { class: "section-tools" });
  const body = h("div", { class: "section-body" });
  const place = h("section", { class: `monitor-section monitor-${name}`, "aria-labelledby": `monitor-${name}`,
    dataset: { testid: `monitor-${name}` } }, h("div", { class: "panel-head" }, title, tools), body);
  const newest = latest();
  let answer = null;
  let seen = false;

  async function read() {
    if (answer === null) {
      body.replaceChildren(loading(5));
    }
    place.setAttribute("aria-busy", "true");
    try {
      const found = await newest(load);
      if (found !== undefined) {
        answer = found;
        show();
      }
    } catch (failure) {
      answer = null;
      body.replaceChildren(failed(failure, read));
    }
    place.setAttribute("aria-busy", "false");
  }

  function show() {
    title.textContent = t(`monitor.${name}`);
    const key = body.contains(document.activeElement) && document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset.key : null;
    tools.replaceChildren(...[controls?.()].flat().filter(Boolean));
    if (answer !== null) {
      body.replaceChildren(...draw(answer).flat().filter(Boolean));
      const control = key && body.querySelector(`[data-key="${CSS.escape(key)}"]`);
      control instanceof HTMLElement && control.focus({ preventScroll: true });
    }
  }

  new IntersectionObserver((entries) => {
    if (!seen && entries.some(({ isIntersecting }) => isIntersecting)) {
      seen = true;
      read();
    }
  }, { rootMargin: "200px" }).observe(place);

  show();
  body.replaceChildren(loading(5));
  return {
    place,
    /** Draws anew what is known: language, units of area. */
    show,
    /** Reads anew; what is not yet in sight reads when it comes. */
    refresh() {
      if (seen) {
        read();
      }
    },
  };
}
