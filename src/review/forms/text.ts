import { createColors } from "picocolors";

import { wrapped } from "../../problems/wrapped";
import type { NodeState } from "../drawing/graph";
import type { Review } from "../review";
import type { DocumentChange } from "../story/story";
import { type FindingGroup, findingGroups } from "./finding-groups";
import {
  byType,
  changeInWords,
  countsInWords,
  documentTitle,
  driftInWords,
  headline,
  lineOf,
  otherChanges,
  place,
  storiesInWords,
  type StoryInWords,
} from "./words";

export interface TextOptions {
  readonly colour: boolean;
  /** Width of the terminal in columns. Lines of diffs are never wrapped. Default: no line is wrapped. */
  readonly columns?: number;
}

/** Maximum number of lines of a diff that are shown; the others are counted. */
const DIFF_LINES = 12;
/** Maximum number of other changes that are listed by address; if there are more, they are counted by type. */
const LISTED_CHANGES = 8;

type Colours = ReturnType<typeof createColors>;

/** Returns the review as text for a terminal: the result, findings, images, changed texts, then everything else in a few lines. */
export function textReport(review: Review, { colour, columns = Infinity }: TextOptions): string {
  const c = createColors(colour);
  const alarming = review.exitCode === 3;
  const first = headline(review);
  const counts = countsInWords(review.counts);
  const fit: Fit = (lines) => lines.flatMap((line) => wrapped(line, columns));
  const lines = [
    ...fit([
      c.bold(alarming ? c.red(first) : review.changed ? c.yellow(first) : c.green(first)),
      ...findingLines(review, c),
      ...storiesInWords(review).flatMap((story) => linesOf(story, c)),
    ]),
    ...review.documents.flatMap((document) => documentLines(document, c, fit)),
    ...fit([
      ...otherLines(review),
      ...driftLines(review),
      ...(review.changed && counts !== undefined ? ["", c.dim(counts)] : []),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(review: Review, c: Colours): string[] {
  const groups = findingGroups(review);
  return groups.length === 0 ? [] : ["", ...groups.flatMap((group) => linesOfGroup(group, c))];
}

function linesOfGroup(group: FindingGroup, c: Colours): string[] {
  const { code, word, outside, address, addresses, message, permissions } = group;
  const colours = { accepted: c.dim, destructive: c.red, attention: c.yellow };
  const where = address === undefined ? "" : `${address}: `;
  return [
    `  ${colours[word](word)} ${code}: ${outside}${where}${message}${inBrackets(group, c)}`,
    ...(addresses.length === 0 ? [] : [`      ${addresses.length} resources: ${addresses.join(", ")}`]),
    ...permissions.map((permission) => `      ${permission}`),
  ];
}

/** Returns the place of a definition, such as ` (environments/dev.yaml:12)`, or an empty text. */
function inBrackets({ definedAt }: { readonly definedAt?: string }, c: Colours): string {
  return definedAt === undefined ? "" : c.dim(` (${definedAt})`);
}

const signs: Readonly<Record<NodeState, string>> = { new: "+", rebuilt: "↻", changed: "~", removed: "-", same: " " };

function linesOf(story: StoryInWords, c: Colours): string[] {
  const { state, title, because, reasons, lines } = story;
  return [
    "",
    `  ${signs[state]} ${c.bold(title)}${inBrackets(story, c)}`,
    ...reasons.map((reason, index) => `      ${index === 0 ? because : "and "}${reason}`),
    ...lines.map((line) => `      ${line}`),
  ];
}

type Fit = (lines: readonly string[]) => string[];

function documentLines(document: DocumentChange, c: Colours, fit: Fit): string[] {
  const { diff } = document;
  const title = `  ${c.bold(documentTitle(document))}${inBrackets({ definedAt: place(document) }, c)}`;
  if (diff.kind === "unknown") return ["", ...fit([`${title}: ${diff.why}`])];
  // If only one line is left, it is shown instead of a line that counts it.
  const room = diff.lines.length === DIFF_LINES + 1 ? DIFF_LINES + 1 : DIFF_LINES;
  const shown = diff.lines.slice(0, room).map(({ sign, text }) => {
    if (sign === "@") return c.dim(`    @@ ${text} @@`);
    const line = `    ${sign} ${text}`;
    return sign === "+" ? c.green(line) : sign === "-" ? c.red(line) : line;
  });
  const left = diff.lines.length - shown.length;
  return ["", ...fit([title]), ...shown, ...(left > 0 ? [c.dim(`    … ${left} more lines`)] : [])];
}

function otherLines(review: Review): string[] {
  const others = otherChanges(review);
  if (others.length === 0) return [];
  if (others.length <= LISTED_CHANGES)
    return ["", "  Besides:", ...others.map((change) => `    ${lineOf(changeInWords(change))}`)];
  const groups = byType(others).map(([type, group]) => `    ${type}: ${group.length}`);
  const shown = groups.slice(0, 2 * LISTED_CHANGES);
  return [
    "",
    `  Besides, ${others.length} resources:`,
    ...shown,
    ...(groups.length > shown.length ? [`    and ${groups.length - shown.length} more kinds`] : []),
  ];
}

function driftLines({ drift }: Review): string[] {
  if (drift.changes.length === 0 && drift.others === 0) return [];
  const others =
    drift.others === 0 ? [] : [`    ${drift.others} more with no effect on this plan (--drift lists them)`];
  return [
    "",
    "  Changed outside Terraform:",
    ...drift.changes.map((change) => `    ${lineOf(driftInWords(change))}`),
    ...others,
  ];
}
