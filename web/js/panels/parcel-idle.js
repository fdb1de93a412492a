/**
 * Where a parcel stands on the ladder of idle land, with clause, evidence and what may follow; and the tests of
 * inefficient use, each with its figure against its threshold.
 */
import { h } from "../dom.js";
import { formatDate, formatNumber } from "../format.js";
import { fieldLabel } from "../fields.js";
import { isSettled, statusName } from "../idle-ladder.js";
import { comma, language, t } from "../i18n.js";
import { both } from "./idle-site.js";

/** @param {{idle?: any, inefficient?: any}} parcel @returns {Array<HTMLElement|null>} */
export function idleBlocks({ idle, inefficient }) {
  const tests = inefficient ?? idle?.inefficient ?? null;
  return [idle && idleBlock(idle), tests && testBlock(tests)];
}

function idleBlock(idle) {
  return h("section", { class: `idle-block ${isSettled(idle.status) ? "is-settled" : ""}` },
    h("p", {}, h("strong", { text: statusName(idle) }),
      idle.daysOverdue > 0 ? h("span", { class: "num", text: t("idle.overdue", { days: formatNumber(idle.daysOverdue) }) }) : null),
    idle.clause ? h("p", { text: both(idle, "clause") }) : null,
    list(both(idle, "evidence")),
    line("idle.missingHead", missingWords(idle)),
    idle.dueOn ? line("idle.dueOn", formatDate(idle.dueOn, language())) : null,
    idle.nextOn ? line("idle.nextOn", formatDate(idle.nextOn, language())) : null,
    isSettled(idle.status) ? null : line("idle.cause", both(idle, "trackTitle")),
    line("idle.treatment", both(idle, "treatment")),
    line("idle.fee", idle.feeEstimateWan ? `${formatNumber(idle.feeEstimateWan, 2)} ${t("money.wan")}` : null),
    line("idle.outlook", both(idle, "outlook")));
}

/** Field names become labels; words the server has already put into a language stay. */
function missingWords(idle) {
  return (both(idle, "missing") ?? []).map(fieldLabel).join(comma());
}

function list(items) {
  return items?.length ? h("ul", { class: "evidence" }, items.map((text) => h("li", { text }))) : null;
}

function line(key, value) {
  return value ? h("p", {}, h("span", { class: "soft", text: `${t(key)} ` }), value) : null;
}

const OUTCOME_SIGN = { hit: "●", watch: "◐", pass: "○", missing: "?" };

function testBlock(tests) {
  const row = (test) => h("tr", {},
    h("th", { scope: "row", text: both(test, "title") }),
    h("td", { class: "num", text: test.value === null ? "—" : formatNumber(test.value, 2) }),
    h("td", { class: "num soft", text: test.threshold === null ? "—" : formatNumber(test.threshold, 2) }),
    h("td", {}, h("span", { "aria-hidden": "true", text: `${OUTCOME_SIGN[test.outcome] ?? ""} ` }),
      t(`inefficient.${test.outcome}`)));
  return h("section", { class: "card-section" },
    h("h3", { text: `${t("inefficient.title")}: ${statusName(tests)}` }),
    h("table", { class: "table tests" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("inefficient.test") }),
        h("th", { scope: "col", class: "num", text: t("inefficient.value") }),
        h("th", { scope: "col", class: "num", text: t("inefficient.threshold") }),
        h("th", { scope: "col", text: t("inefficient.outcome") }))),
      h("tbody", {}, tests.tests.map(row))));
}
