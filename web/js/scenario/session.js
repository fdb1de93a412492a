/**
 * A planner's working copy of a scenario: what is chosen, what was changed, and the figures that follow. Knows no
 * page and no map; panels and map listen to its store.
 */
import * as api from "../api/scenarios.js";
import { createStore } from "../state.js";

/**
 * @typedef {object} SessionState
 * @property {any} draft the working copy as the server answers it; null before one is begun
 * @property {any} figures of the state and unit asked for
 * @property {any[]} shapes GeoJSON features of the land that changed
 * @property {any[]} selected GeoJSON features of the chosen parcels
 * @property {any} conflicts
 * @property {any[]} broken units the last step made fall below the line
 * @property {boolean} dirty whether something is not saved
 * @property {boolean} busy
 * @property {(Error & {status?: number, detail?: string})|null} failure of the last action
 */

/** @type {SessionState} */
const NOTHING = {
  draft: null, figures: null, shapes: [], selected: [], conflicts: null, broken: [], dirty: false, busy: false,
  failure: null,
};

/** The working copy after a step: the server tells the step alone. @param {any} draft @param {any} answer @param {object} [made] */
function stepped(draft, answer, made) {
  const before = made ? answer.done - 1 : draft.changes.length;
  const changes = [...draft.changes.slice(0, before), ...(made ? [answer.change] : [])];
  return { ...draft, key: answer.key, done: answer.done, changes: changes.map((one, i) => ({ ...one, done: i < answer.done })),
    written: [...draft.written.slice(0, before), ...(made ? [made] : [])] };
}

/**
 * @param {() => {state: "current"|"planned", unit: string|null, asOf: string|null}} view
 */
export function createSession(view) {
  const store = createStore(NOTHING);
  const get = () => store.get();

  async function run(action) {
    if (get().busy) {
      return;
    }
    store.set({ busy: true, failure: null });
    try {
      await action();
    } catch (failure) {
      store.set({ failure });
    } finally {
      store.set({ busy: false });
    }
  }

  /** A server that forgot the working copy gets its changes again. */
  async function remembering(ask) {
    const { draft } = get();
    try {
      return await ask(draft.key);
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      const again = await api.beginScenario({
        asOf: draft.asOf, from: draft.saved?.id, changes: draft.written, done: draft.done });
      store.set({ draft: { ...again, saved: draft.saved } });
      return ask(again.key);
    }
  }

  async function drawn() {
    const { state, unit } = view();
    const [figures, { features }] = await Promise.all([
      remembering((key) => api.scenarioFigures(key, { state, unit })), remembering(api.scenarioShapes)]);
    store.set({ figures, shapes: features });
  }

  async function begun(draft, dirty) {
    store.set({ ...NOTHING, busy: true, draft, dirty });
    await drawn();
    store.set({ conflicts: await api.scenarioConflicts(draft.key) });
  }

  /** @param {"changes"|"undo"|"redo"} what @param {object} [body] */
  const step = (what, body) => run(async () => {
    const answer = await remembering((key) => api.scenarioDo(key, what, body));
    store.set({ draft: stepped(get().draft, answer, body), broken: answer.broken, dirty: true, selected: [] });
    await drawn();
  });

  return {
    on: store.on,
    get,
    start: () => run(async () => begun(await api.beginScenario({ asOf: view().asOf ?? undefined }), false)),
    /** @param {number} id of a saved scenario */
    open: (id) => run(async () => begun(await api.beginScenario({ from: id }), false)),
    close: () => store.set({ ...NOTHING }),
    redraw: () => (get().draft ? run(drawn) : undefined),
    /** Other parcels may have come under the working copy: its figures and its conflicts are asked for again. */
    recheck: () => (get().draft ? run(async () => {
      await drawn();
      store.set({ selected: [], conflicts: await remembering(api.scenarioConflicts) });
    }) : undefined),
    /** @param {object} change */
    apply: (change) => step("changes", change),
    undo: () => (get().draft?.done > 0 ? step("undo") : undefined),
    redo: () => (get().draft?.done < get().draft?.changes.length ? step("redo") : undefined),
    /** Chooses what a shape means; one that is chosen already is left out again. @param {object} shape GeoJSON */
    select: (shape) => run(async () => {
      const { features } = await remembering((key) => api.scenarioDo(key, "select", { state: view().state, shape }));
      const known = new Set(get().selected.map((one) => one.properties.id));
      const fresh = features.filter((one) => !known.has(one.properties.id));
      const single = shape.type === "Point" && features.length > 0 && fresh.length === 0;
      const gone = single ? features[0].properties.id : null;
      store.set({ selected: [...get().selected.filter((one) => one.properties.id !== gone), ...fresh] });
    }),
    clear: () => store.set({ selected: [] }),
    /** @param {{name: string, by: string, note: string, asNew: boolean}} given */
    save: (given) => run(async () => {
      const saved = await remembering((key) => api.scenarioDo(key, "save", given));
      store.set({ draft: { ...get().draft, saved }, dirty: false });
    }),
    rebase: () => run(async () => begun(await remembering((key) => api.scenarioDo(key, "rebase")), true)),
  };
}
