/**
 * Waits for an import in the background.
 */
import * as api from "../../api.js";

const POLL_MS = 500;

/**
 * Asks until an import has ended.
 * @param {any} job @param {(standing: any) => void} onProgress
 */
export async function followImport(job, onProgress) {
  let standing = job;
  while (standing.state === "queued" || standing.state === "running") {
    onProgress(standing);
    await new Promise((wake) => setTimeout(wake, POLL_MS));
    standing = await api.importStanding(job.id);
  }
  return standing;
}
