/**
 * Search as you type, by the combobox pattern: arrows move, Enter opens, Escape closes.
 */
import * as api from "../api.js";
import { byId, debounce, h } from "../dom.js";
import { dataWord, nameOf, t } from "../i18n.js";
import { latest } from "./feedback.js";

/** @param {object} app */
export function createSearch(app) {
  const newest = latest();
  let results = [];
  let active = -1;
  const list = h("ul", { id: "search-results", class: "search-results", role: "listbox", hidden: true });
  const input = h("input", {
    type: "search", class: "search-input", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-controls": "search-results", "aria-expanded": "false", "aria-autocomplete": "list",
    dataset: { testid: "search", tPlaceholder: "search.placeholder", tLabel: "search.label" },
  });
  const status = h("span", { class: "sr-only", role: "status" });
  byId("search").replaceChildren(input, list, status);

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function message(text) {
    list.replaceChildren(h("li", { class: "search-message", role: "option", "aria-disabled": "true", text }));
    openList();
  }

  function openList() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    const chosen = list.children[active];
    chosen?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
  }

  function draw() {
    list.replaceChildren(...results.map((result, index) => h("li", {
      id: `search-result-${index}`, role: "option", "aria-selected": "false",
      on: { pointerdown: (event) => { event.preventDefault(); choose(index); } },
    },
    h("span", { class: "search-type", text: t(`search.type.${result.type}`) }),
    h("span", { class: "search-title", text: titleOf(result) }),
    h("span", { class: "search-subtitle soft", text: dataWord("kind", result.subtitle ?? "") }))));
    status.textContent = t("search.found", { count: results.length });
    active = -1;
    openList();
  }

  /** Units are known here in both languages. */
  function titleOf(result) {
    return (result.type === "unit" && nameOf(app.unit(result.id))) || result.title;
  }

  const ask = debounce(async (text) => {
    try {
      const found = await newest((signal) => api.search(text, app.view.get().asOf, signal));
      if (!found || input.value.trim() !== text) {
        return;
      }
      results = found.results;
      if (results.length) {
        draw();
      } else {
        message(t("search.none", { text }));
      }
    } catch (failure) {
      results = [];
      message(failure.detail || t("failed.offline"));
    }
  }, 180);

  function choose(index) {
    const result = results[index];
    if (!result) {
      return;
    }
    close();
    input.value = titleOf(result);
    if (result.type === "parcel") {
      app.openParcel(result.id, result.bounds);
    } else if (result.type === "unit") {
      app.focusUnit(result.id);
    } else {
      app.map.fit(result.bounds, { maxZoom: 16 });
    }
  }

  input.addEventListener("input", () => {
    const text = input.value.trim();
    if (text) {
      ask(text);
    } else {
      results = [];
      close();
    }
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter") {
      choose(Math.max(0, active));
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && results.length) {
      event.preventDefault();
      openList();
      mark((active + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length);
    }
  });
  input.addEventListener("focus", () => results.length && openList());
  input.addEventListener("blur", close);
}
