/**
 * Screen 数据: a file dropped here is looked at, corrected, imported with progress; its findings are read as a list and
 * on the map; snapshots are listed and withdrawn; below them stands who did what.
 */
import * as api from "../../api.js";
import { byId, h } from "../../dom.js";
import { t } from "../../i18n.js";
import { failed } from "../feedback.js";
import { createAudit } from "./audit.js";
import { createDrop } from "./drop.js";
import { createFindings } from "./findings.js";
import { followImport } from "./follow.js";
import { createJob } from "./job.js";
import { createPreview } from "./preview.js";
import { createSnapshots } from "./snapshots.js";

/** @param {object} app */
export function createDataPanel(app) {
  const panel = byId("panel-data");
  const head = h("div", { class: "panel-head" });
  const drop = h("div");
  const work = h("div", { class: "data-work", "aria-live": "polite" });
  const findings = h("div");
  const snapshots = h("div");
  const trail = h("div");
  /** What is being done now, drawn again when the language changes. */
  let current = null;
  const list = createSnapshots(app, snapshots, { onFindings: showFindings, onChanged: changed });
  const found = createFindings(app, findings);
  const audit = createAudit(app, trail);
  const door = createDrop(drop, { onFile: send });

  function show(next) {
    current = next;
    next?.draw();
    if (!next) {
      work.replaceChildren();
    }
    drop.hidden = next !== null;
  }

  async function send(file) {
    found.clear();
    const job = createJob(work, { title: file.name, cancel: () => sending.cancel() });
    show(job);
    const sending = api.upload(file, (sent, total) => job.update({ phase: "sending", done: sent, total }));
    try {
      look(await sending.answer);
    } catch (failure) {
      refuse(failure);
    }
  }

  function look(answer) {
    show(createPreview(app, work, answer, {
      onImport: start,
      onGiveUp: () => {
        api.giveUp(answer.upload).catch(() => {});
        rest();
      },
    }));
  }

  async function start(choice) {
    app.map.draft.clear();
    try {
      const begun = await api.startImport(choice);
      const job = createJob(work, { title: begun.file, cancel: () => api.cancelImport(begun.id).catch(() => {}) });
      show(job);
      ended(await followImport(begun, (standing) => job.update({ phase: standing.state, ...standing })));
    } catch (failure) {
      refuse(failure);
    }
  }

  async function ended(job) {
    if (job.state === "done") {
      await changed();
      if (job.result.kind === "parcels") {
        app.view.set({ asOf: job.result.asOf === app.district.asOf ? null : job.result.asOf });
      }
    }
    if (job.state === "failed") {
      refuse(new api.ApiError(422, job.problem));
      return;
    }
    rest();
    door.say(job.state === "cancelled" ? t("data.cancelled")
      : job.result.alreadyStored ? t("data.alreadyStored", job.result)
        : t("data.stored", job.result) + (job.result.checked ? "" : ` ${t("data.unchecked")}`));
    if (job.result) {
      showFindings(job.result.snapshot);
    }
  }

  async function changed() {
    await app.refresh();
    await load();
  }

  async function load() {
    await Promise.all([list.load(), audit.load()]);
  }

  function refuse(failure) {
    if (failure.name === "AbortError") {
      rest();
      door.say(t("data.cancelled"));
      return;
    }
    rest();
    work.replaceChildren(failed(failure, rest));
  }

  function rest() {
    app.map.draft.clear();
    door.say("");
    show(null);
  }

  function showFindings(snapshot) {
    found.show(snapshot);
  }

  function draw() {
    head.replaceChildren(h("h2", { text: t("data.title") }), app.hasLand() ? "" : h("p", { class: "data-empty", dataset: { testid: "data-empty" } },
      h("strong", { text: t("data.empty") }), t("data.empty.what")));
    door.draw();
    current?.draw();
    found.draw();
    list.draw();
    audit.draw();
  }

  panel.replaceChildren(head, drop, work, findings, snapshots, trail);
  draw();
  app.onLanguage(draw);
  app.view.on(["panel"], ({ panel: shown }) => app.map.draft.show(shown === "data"));
  return { load, show: load };
}
