/**
 * Where a file is dropped or chosen.
 */
import { h } from "../../dom.js";
import { t } from "../../i18n.js";

/**
 * @param {HTMLElement} place
 * @param {{onFile: (file: File) => void}} events
 */
export function createDrop(place, { onFile }) {
  let said = "";
  const input = h("input", { type: "file", id: "data-file", class: "sr-only", dataset: { testid: "data-file" } });

  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) {
      onFile(file);
    }
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.toggle("is-over", name === "dragenter" || name === "dragover");
      const file = name === "drop" ? /** @type {DragEvent} */ (event).dataTransfer?.files[0] : null;
      if (file) {
        onFile(file);
      }
    });
  }
  // A file that misses the place must not replace the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }

  function draw() {
    place.className = "drop";
    place.dataset.testid = "data-drop";
    place.replaceChildren(
      h("p", { class: "drop-title", text: t("data.drop") }),
      h("p", { class: "soft", text: t("data.formats") }),
      h("label", { class: "button drop-choose", for: "data-file", text: t("data.choose") }), input,
      said ? h("p", { class: "drop-said", role: "status", dataset: { testid: "data-said" }, text: said }) : "");
  }

  return {
    draw,
    /** @param {string} text what came of the last file */
    say(text) {
      said = text;
      draw();
    },
  };
}
