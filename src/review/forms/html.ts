import { spaced } from "../../collections/spaced";
import type { Graph } from "../drawing/graph";
import { anchorOf, escaped } from "../drawing/html-text";
import type { Review, ReviewedChange } from "../review";
import type { DocumentChange, Story } from "../story/story";
import { type FindingGroup, findingGroups } from "./finding-groups";
import { drawingSection, htmlPage, type PageSection } from "./page";
import {
  byType,
  changeInWords,
  countsInWords,
  documentTitle,
  driftInWords,
  headline,
  storyLines,
  storyTitle,
} from "./words";

/** Returns the review as one HTML page: findings, images, drawing, changed texts, other changes (folded), drift and counts. */
export function htmlReport(review: Review, graph: Graph): string {
  const reported = review.stories.filter(({ fate }) => fate !== "same");
  const others = review.changes.filter(({ reported: isReported }) => !isReported);
  const linked = new Set(reported.map(({ kind, name }) => `${kind} ${name}`));
  const sections: (PageSection | undefined)[] = [
    section("findings", "What needs attention", findingGroups(review).map(findingCard).join("\n")),
    section(
      "images",
      "What happens to each image",
      reported.length === 0 ? "" : `<div class="stories">${reported.map(storyCard).join("\n")}</div>`,
    ),
    drawingSection(graph, linked),
    section("texts", "Changed texts", review.documents.map(documentCard).join("\n")),
    section(
      "others",
      "Everything else",
      byType(others)
        .map(([type, changes]) => typeList(type, changes))
        .join("\n"),
    ),
    section("drift", "Changed outside Terraform", drift(review)),
    {
      id: "counts",
      title: "Terraform's own count",
      html: `<p>${escaped(countsInWords(review.counts) ?? "no resource changes")}</p><p class="soft">${escaped(spaced("Terraform", review.plan.terraformVersion))}. Auto Scaling groups and other users of the images are outside of what a plan can tell.</p>`,
    },
  ];
  return htmlPage({
    title: review.title,
    mood: review.exitCode === 3 ? "alarm" : review.changed ? "changed" : "calm",
    headline: headline(review),
    sections: sections.filter((each) => each !== undefined),
  });
}

function section(id: string, title: string, html: string): PageSection | undefined {
  return html === "" ? undefined : { id, title, html };
}

function findingCard(group: FindingGroup): string {
  const { accepted, code, drifted, address, addresses, message, permissions } = group;
  const inCode = (text: string): string => `<code>${escaped(text)}</code>`;
  const word = accepted ? "accepted" : group.class;
  const where = address === undefined ? "" : `${inCode(address)}: `;
  const details = [
    ...(addresses.length === 0 ? [] : [`${addresses.length} resources: ${addresses.map(inCode).join(", ")}`]),
    ...permissions.map(inCode),
  ];
  const list = details.map((detail) => `<li>${detail}</li>`).join("");
  return `<div class="card ${group.class}"><p><span class="word ${group.class}">${word}</span> ${inCode(code)} ${drifted ? "changed outside Terraform: " : ""}${where}${escaped(message)}${definedAt(group)}</p>${list === "" ? "" : `<ul>${list}</ul>`}</div>`;
}

function definedAt({ definedAt: place }: { readonly definedAt?: string }): string {
  return place === undefined ? "" : ` <code class="soft">${escaped(place)}</code>`;
}

const cardOf: Readonly<Record<Story["fate"], string>> = {
  new: "new",
  rebuilt: "rebuilt",
  follows: "rebuilt",
  changed: "changed",
  removed: "removed",
  same: "",
};

function storyCard(story: Story): string {
  const { name, kind, reasons, fate } = story;
  const because =
    reasons.length === 0
      ? ""
      : `<p>${fate === "changed" ? "" : "because"}</p><ul>${reasons.map((reason) => `<li>${escaped(reason)}</li>`).join("")}</ul>`;
  const rest = storyLines(story).map((each) => `<p>${escaped(each)}</p>`);
  return `<article class="card ${cardOf[fate]}" id="${anchorOf(`${kind} ${name}`)}"><h3>${escaped(kind)} ${escaped(storyTitle(story))}${definedAt(story)}</h3>${because.replace("<p></p>", "")}${rest.join("")}</article>`;
}

const classOfSign = { "+": "add", "-": "del", "@": "at", " ": "ctx" } as const;

function documentCard(document: DocumentChange): string {
  const { diff } = document;
  const title = `${escaped(documentTitle(document))}${definedAt(document)}`;
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
  const lines = changes.map((change) => `<li>${escaped(changeInWords(change))}</li>`).join("");
  return `<details><summary>${escaped(type)}: ${changes.length}</summary><ul>${lines}</ul></details>`;
}

function drift({ drift: { changes, others } }: Review): string {
  const lines = changes.map((change) => `<li>${escaped(driftInWords(change))}</li>`).join("");
  const more = others === 0 ? "" : `<p class="soft">${others} more, with no effect on this plan</p>`;
  return `${lines === "" ? "" : `<ul>${lines}</ul>`}${more}`;
}
