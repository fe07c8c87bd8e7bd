import { spaced } from "../../collections/spaced";
import { printable } from "../../problems/printable";
import type { Graph } from "../drawing/graph";
import { anchorOf, escaped } from "../drawing/html-text";
import type { Review, ReviewedChange } from "../review";
import type { DocumentChange } from "../story/story";
import { type FindingGroup, findingGroups } from "./finding-groups";
import { drawingSection, htmlPage, type PageSection } from "./page";
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

/** Returns the review as one HTML page: findings, images, drawing, changed texts, other changes (folded), drift and counts. */
export function htmlReport(review: Review, graph: Graph): string {
  const stories = storiesInWords(review);
  const linked = new Set(stories.map(({ id }) => id));
  const sections: (PageSection | undefined)[] = [
    section("findings", "What needs attention", findingGroups(review).map(findingCard).join("\n")),
    section(
      "images",
      "What happens to each image",
      stories.length === 0 ? "" : `<div class="stories">${stories.map(storyCard).join("\n")}</div>`,
    ),
    drawingSection(graph, linked),
    section("texts", "Changed texts", review.documents.map(documentCard).join("\n")),
    section(
      "others",
      "Everything else",
      byType(otherChanges(review))
        .map(([type, changes]) => typeList(type, changes))
        .join("\n"),
    ),
    section("drift", "Changed outside Terraform", drift(review)),
    {
      id: "counts",
      title: "Terraform's own count",
      html: `<p>${escaped(countsInWords(review.counts) ?? "no resource changes")}</p><p class="soft">${escaped(printable(spaced("Terraform", review.context.plan.terraformVersion)))}. Auto Scaling groups and other users of the images are outside of what a plan can tell.</p>`,
    },
  ];
  return htmlPage({
    title: printable(review.title),
    mood: review.exitCode === 3 ? "alarm" : review.changed ? "changed" : "calm",
    headline: headline(review),
    sections: sections.filter((each) => each !== undefined),
  });
}

function section(id: string, title: string, html: string): PageSection | undefined {
  return html === "" ? undefined : { id, title, html };
}

function findingCard(group: FindingGroup): string {
  const { code, word, outside, address, addresses, message, permissions } = group;
  const inCode = (text: string): string => `<code>${escaped(text)}</code>`;
  const where = address === undefined ? "" : `${inCode(address)}: `;
  const details = [
    ...(addresses.length === 0 ? [] : [`${addresses.length} resources: ${addresses.map(inCode).join(", ")}`]),
    ...permissions.map(inCode),
  ];
  const list = details.map((detail) => `<li>${detail}</li>`).join("");
  return `<div class="card ${group.class}"><p><span class="word ${group.class}">${word}</span> ${inCode(code)} ${outside}${where}${escaped(message)}${definedAt(group)}</p>${list === "" ? "" : `<ul>${list}</ul>`}</div>`;
}

function definedAt({ definedAt: at }: { readonly definedAt?: string }): string {
  return at === undefined ? "" : ` <code class="soft">${escaped(at)}</code>`;
}

function storyCard(story: StoryInWords): string {
  const { kind, id, state, title, because, reasons, lines } = story;
  const why = because === "" || reasons.length === 0 ? "" : `<p>${because.trim()}</p>`;
  const rest = lines.map((each) => `<p>${escaped(each)}</p>`).join("");
  return `<article class="card ${state}" id="${anchorOf(id)}"><h3>${escaped(kind)} ${escaped(title)}${definedAt(story)}</h3>${why}${listOf(reasons)}${rest}</article>`;
}

/** Returns texts as a list; empty if there are none. */
function listOf(texts: readonly string[]): string {
  return texts.length === 0 ? "" : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;
}

const classOfSign = { "+": "add", "-": "del", "@": "at", " ": "ctx" } as const;

function documentCard(document: DocumentChange): string {
  const { diff } = document;
  const title = `${escaped(documentTitle(document))}${definedAt({ definedAt: place(document) })}`;
  if (diff.kind === "unknown") return `<p><b>${title}</b>: ${escaped(diff.why)}</p>`;
  const lines = diff.lines
    .map(
      ({ sign, text }) =>
        `<span class="${classOfSign[sign]}">${escaped(sign === "@" ? `@@ ${text} @@` : `${sign} ${text}`)}</span>`,
    )
    .join("");
  return `<details open><summary><b>${title}</b> <span class="soft">+${diff.added} −${diff.removed}</span></summary><pre tabindex="0" aria-label="${escaped(documentTitle(document))}">${lines}</pre></details>`;
}

function typeList(type: string, changes: readonly ReviewedChange[]): string {
  const lines = listOf(changes.map((change) => lineOf(changeInWords(change))));
  return `<details><summary>${escaped(type)}: ${changes.length}</summary>${lines}</details>`;
}

function drift({ drift: { changes, others } }: Review): string {
  const lines = listOf(changes.map((change) => lineOf(driftInWords(change))));
  const more = others === 0 ? "" : `<p class="soft">${others} more, with no effect on this plan</p>`;
  return `${lines}${more}`;
}
