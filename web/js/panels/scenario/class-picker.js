/**
 * A searchable list of land-use classes in their official colours.
 */
import { h } from "../../dom.js";
import { depth } from "../../classes.js";
import { nameOf, t } from "../../i18n.js";

const SHOWN = 60;

/**
 * @param {any[]} classes the classification's list
 * @param {(code: string) => string} colourOf
 */
export function createClassPicker(classes, colourOf) {
  let chosen = null;
  let text = "";
  const list = h("div", { class: "class-list", role: "listbox", dataset: { testid: "class-list" } });
  const input = h("input", {
    type: "search", class: "search-input", dataset: { key: "class-search", testid: "class-search" },
    on: { input: () => { text = input.value; fill(); },
      keydown: (event) => {
        const first = matching()[0];
        if (event.key === "Enter" && first) {
          event.preventDefault();
          choose(first.code);
        }
      } },
  });

  /** Codes are typed from the left; names anywhere. */
  function matching() {
    const wanted = text.trim().toLowerCase();
    return classes.filter((one) => wanted === "" || one.code.startsWith(wanted) || one.name.includes(wanted)
      || (one.nameEn ?? "").toLowerCase().includes(wanted)).slice(0, SHOWN);
  }

  function choose(code) {
    chosen = code;
    fill();
    element.dispatchEvent(new CustomEvent("picked"));
  }

  function fill() {
    list.replaceChildren(...matching().map((one) => h("button", {
      type: "button", role: "option", class: `class-option depth-${depth(one.code)}`,
      "aria-selected": String(one.code === chosen), dataset: { key: `class-${one.code}`, code: one.code },
      on: { click: () => choose(one.code) },
    }, h("span", { class: "swatch", style: { "background-color": colourOf(one.code) } }),
    h("span", { class: "code", text: one.code }), h("span", { text: nameOf(one) }))));
  }

  const element = h("div", { class: "class-picker" }, input, list);
  return {
    element,
    /** @returns {string|null} */
    chosen: () => chosen,
    words() {
      input.placeholder = t("scenario.class.search");
      input.setAttribute("aria-label", t("scenario.class.search"));
      list.setAttribute("aria-label", t("scenario.class.list"));
      fill();
    },
  };
}
