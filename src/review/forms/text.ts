import { createColors } from "picocolors";

import type { Finding } from "../judgement/review-rule";
import type { Review } from "../review";
import type { DocumentChange, Story } from "../story/story";
import { byNoun, changeInWords, countsInWords, documentTitle, headline, signs, storyTitle } from "./words";

export interface TextOptions {
  readonly colour: boolean;
  /** Lines of a diff that are shown; the rest is counted. Default: 12. */
  readonly diffLines?: number;
  /** Other changes that are listed by address; beyond them they are counted by noun. Default: 8. */
  readonly changes?: number;
}

type Colours = ReturnType<typeof createColors>;

/** The review for a terminal: the result, what was found, the story, the texts, then everything else in few lines. */
export function textReport(review: Review, { colour, diffLines = 12, changes = 8 }: TextOptions): string {
  const c = createColors(colour);
  const alarming = review.exitCode === 3;
  const first = headline(review);
  const lines = [
    c.bold(alarming ? c.red(first) : review.changed ? c.yellow(first) : c.green(first)),
    ...findingLines(review, c),
    ...review.stories.filter(({ fate }) => fate !== "same").flatMap((story) => storyLines(story, c)),
    ...review.documents.flatMap((document) => documentLines(document, c, diffLines)),
    ...otherLines(review, changes),
    ...driftLines(review),
    ...(review.changed ? ["", c.dim(countsInWords(review.counts))] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines({ findings, accepted }: Review, c: Colours): string[] {
  if (findings.length === 0) return [];
  return [
    "",
    ...findings.flatMap((finding) => {
      const isAccepted = accepted.includes(finding.code);
      const word = isAccepted
        ? c.dim("accepted")
        : finding.class === "destructive"
          ? c.red("destructive")
          : c.yellow("attention");
      return [
        `  ${word} ${finding.code}: ${findingInWords(finding)}${definedAt(finding, c)}`,
        ...(finding.permissions ?? []).map((permission) => `      ${permission}`),
      ];
    }),
  ];
}

export function findingInWords({ address, message, drifted }: Finding): string {
  return `${drifted ? "changed outside Terraform: " : ""}${address === undefined ? "" : `${address}: `}${message}`;
}

/** ` (environments/dev.yaml:12)` */
function definedAt({ definedAt: place }: { readonly definedAt?: string }, c: Colours): string {
  return place === undefined ? "" : c.dim(` (${place})`);
}

function storyLines(story: Story, c: Colours): string[] {
  const { reasons, next, received, channels, fate } = story;
  const because = fate === "changed" ? "" : "because ";
  return [
    "",
    `  ${signs[fate]} ${c.bold(storyTitle(story))}${definedAt(story, c)}`,
    ...reasons.map((reason, index) => `      ${index === 0 ? because : "and "}${reason}`),
    ...[next, fate === "removed" ? undefined : received, channels].flatMap((line) =>
      line === undefined ? [] : [`      ${line}`],
    ),
  ];
}

function documentLines(document: DocumentChange, c: Colours, most: number): string[] {
  const { diff } = document;
  const title = `  ${c.bold(documentTitle(document))}${definedAt(document, c)}`;
  if (diff.kind === "same") return [];
  if (diff.kind === "unknown") return ["", `${title}: ${diff.why}`];
  const shown = diff.lines.slice(0, most).map(({ sign, text }) => {
    if (sign === "@") return c.dim(`    @@ ${text} @@`);
    const line = `    ${sign} ${text}`;
    return sign === "+" ? c.green(line) : sign === "-" ? c.red(line) : line;
  });
  const left = diff.lines.length - shown.length;
  return ["", title, ...shown, ...(left > 0 ? [c.dim(`    … ${left} more lines`)] : [])];
}

function otherLines({ changes }: Review, most: number): string[] {
  const others = changes.filter(({ told }) => !told);
  if (others.length === 0) return [];
  if (others.length <= most) return ["", "  Besides:", ...others.map((change) => `    ${changeInWords(change)}`)];
  const groups = byNoun(others).map(([noun, group]) => `    ${noun}: ${group.length}`);
  const shown = groups.slice(0, 2 * most);
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
    ...drift.changes.map((change) => `    ${changeInWords({ ...change, class: "routine", told: false })}`),
    ...others,
  ];
}
