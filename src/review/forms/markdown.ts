import { counted } from "../../collections/counted";
import { changedPart, type Graph } from "../drawing/graph";
import { stateInWords } from "../drawing/svg";
import type { Review, ReviewedChange } from "../review";
import type { DocumentChange } from "../story/story";
import { withinBudget } from "./budget";
import { type FindingGroup, findingGroups } from "./finding-groups";
import {
  byType,
  type ChangeInWords,
  changeInWords,
  countsInWords,
  documentTitle,
  driftInWords,
  headline,
  otherChanges,
  place,
  storiesInWords,
  type StoryInWords,
} from "./words";

/** Maximum size in bytes. GitHub refuses comments of more than 65,536 characters; the rest is for text that a workflow adds. */
const MOST_BYTES = 64_000;

/** Maximum number of resources that a finding names, because a finding must fit as a whole. */
const MOST_ADDRESSES = 20;

/**
 * Returns the review as Markdown for a comment on a pull request: the result first, findings never folded, long parts folded. Blocks that
 * do not fit are omitted and counted, the least important first.
 *
 * @param graph graph whose changed part is drawn. Default: no drawing
 */
export function markdownReport(review: Review, graph?: Graph): string {
  const sections = withinBudget(
    [
      { blocks: [`## ${mark(review)} ${inline(headline(review))}`], name: "" },
      { blocks: findingGroups(review).map(findingBlock), name: "findings" },
      { blocks: storiesInWords(review).map(storyBlock), name: "images" },
      { blocks: review.documents.map(documentBlock), name: "texts" },
      { blocks: byType(otherChanges(review)).map(typeBlock), name: "kinds of other changes" },
      { blocks: driftBlocks(review), name: "changes outside Terraform" },
      { blocks: graph === undefined ? [] : sketch(graph), name: "" },
      { blocks: [closing(review)], name: "" },
    ],
    MOST_BYTES,
  );
  return `${sections.join("\n\n")}\n`;
}

function mark(review: Review): string {
  if (review.open.some((finding) => finding.class === "destructive")) return "🛑";
  if (review.exitCode === 3) return "⚠️";
  return review.changed ? "🔄" : "✅";
}

function findingBlock(group: FindingGroup): string {
  const { code: found, word, outside, address, addresses, message } = group;
  const where = address === undefined ? "" : `${code(address)}: `;
  const more = addresses.length > MOST_ADDRESSES ? [`${addresses.length - MOST_ADDRESSES} more`] : [];
  const named = [...addresses.slice(0, MOST_ADDRESSES).map(code), ...more].join(", ");
  const details = [
    ...(addresses.length === 0 ? [] : [`${addresses.length} resources: ${named}`]),
    ...group.permissions.map(inline),
  ];
  return [
    `- ${word === "accepted" ? word : `**${word}**`} ${code(found)} ${outside}${where}${inline(message)}${definedAt(group)}`,
    ...details.map((detail) => `  - ${detail}`),
  ].join("\n");
}

function definedAt({ definedAt: at }: { readonly definedAt?: string }): string {
  return at === undefined ? "" : ` (${code(at)})`;
}

function storyBlock(story: StoryInWords): string {
  const { kind, title, because, reasons, lines } = story;
  const why =
    reasons.length === 0 ? "" : `${because === "" ? ":" : ","} ${because}${reasons.map(inline).join(" and ")}`;
  return `- ${kind} **${inline(title)}**${definedAt(story)}${why}${lines.map((line) => `; ${inline(line)}`).join("")}`;
}

function documentBlock(document: DocumentChange): string {
  const { diff } = document;
  // GitHub reads a summary as HTML and shows backticks in it as text.
  const at = place(document);
  const title = `${inline(documentTitle(document))}${at === undefined ? "" : ` (${inline(at)})`}`;
  if (diff.kind === "unknown") return `- ${title}: ${inline(diff.why)}`;
  const lines = diff.lines.map(({ sign, text }) => (sign === "@" ? `@@ ${text} @@` : `${sign} ${text}`)).join("\n");
  return folded(`${title} (+${diff.added} −${diff.removed})`, fenced(lines, "diff"));
}

function typeBlock([type, changes]: readonly [string, readonly ReviewedChange[]]): string {
  const most = 100;
  const lines = changes.slice(0, most).map((change) => lineOf(changeInWords(change)));
  const more = changes.length > most ? [`- and ${changes.length - most} more`] : [];
  return folded(`${inline(type)}: ${changes.length}`, [...lines, ...more].join("\n"));
}

function lineOf({ address, says }: ChangeInWords): string {
  return `- ${code(address)} ${inline(says)}`;
}

function driftBlocks({ drift }: Review): string[] {
  const lines = drift.changes.map((change) => lineOf(driftInWords(change)));
  const blocks = lines.length === 0 ? [] : [folded(`Changed outside Terraform: ${lines.length}`, lines.join("\n"))];
  return drift.others === 0
    ? blocks
    : [...blocks, `${counted(drift.others, "more resource")} changed outside Terraform, with no effect on this plan.`];
}

/** Returns the changed part of a graph as a Mermaid diagram. A large one is omitted because the text contains the same information. */
function sketch(graph: Graph): string[] {
  const { nodes, edges } = changedPart(graph);
  if (nodes.length < 2 || nodes.length > 40) return [];
  const nodeOf = (id: string): string => `n${nodes.findIndex((node) => node.id === id)}`;
  const label = (text: string): string => text.replace(/["<>&#;`\\]/g, (character) => `#${character.charCodeAt(0)};`);
  const lines = [
    "flowchart LR",
    ...nodes.map(
      ({ id, label: text, detail, state }) =>
        `  ${nodeOf(id)}["${label(text)}${detail === undefined ? "" : `<br>${label(detail)}`}${state === "same" ? "" : `<br>(${stateInWords[state]})`}"]`,
    ),
    ...edges.map(({ from, to }) => `  ${nodeOf(from)} --> ${nodeOf(to)}`),
  ];
  return [folded("Drawing", fenced(lines.join("\n"), "mermaid"))];
}

function closing({ counts, accepted, exitCode }: Review): string {
  const acceptance =
    exitCode === 3 ? ` Accept what is meant with \`--accept CODE,…\`; every code is in docs/review-rules.md.` : "";
  return `<sub>Terraform: ${countsInWords(counts) ?? "no resource changes"}.${accepted.length === 0 ? "" : ` Accepted: ${accepted.map(code).join(", ")}.`}${acceptance}</sub>`;
}

function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function fenced(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Escapes a text so that no part of it is Markdown, HTML or a mention of a user. */
export function inline(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replace(/[\r\n]+/g, " ");
}

function code(text: string): string {
  const plain = text.replace(/[\r\n]+/g, " ");
  const ticks = "`".repeat(Math.max(1, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const space = /^`|`$/.test(plain) ? " " : "";
  return `${ticks}${space}${plain}${space}${ticks}`;
}
