import type { Graph } from "../drawing/graph";
import { escaped } from "../drawing/html-text";
import { stateInWords, svgOf } from "../drawing/svg";
import { style } from "./page-style";

/** A section of a page with its title and its content as safe HTML. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

export interface Page {
  readonly title: string;
  /** Style of the page header: `calm`, `changed` or `alarm`. */
  readonly mood: "calm" | "changed" | "alarm";
  readonly headline: string;
  readonly sections: readonly PageSection[];
}

/** Returns an HTML page in one file, without scripts or external resources. */
export function htmlPage({ title, mood, headline, sections }: Page): string {
  const nav = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`).join("");
  const body = sections
    .map(
      ({ id, title: name, html }) =>
        `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escaped(name)}</h2>\n${html}\n</section>`,
    )
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="${mood}">
<h1>${escaped(headline)}</h1>
<nav aria-label="Sections"><ul>${nav}</ul></nav>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Returns the section with the drawing, and the same content as a list for users who cannot see it. */
export function drawingSection(graph: Graph, linked: ReadonlySet<string>, id = "drawing"): PageSection {
  const label = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const list = graph.nodes
    .map(({ id: node, kind, label: name, detail, state }) => {
      const feeds = graph.edges.filter(({ from }) => from === node).map(({ to }) => escaped(label.get(to) ?? to));
      const to = feeds.length === 0 ? "" : ` → ${feeds.join(", ")}`;
      return `<li>${escaped(kind)} <b>${escaped(name)}</b>${detail === undefined ? "" : ` ${escaped(detail)}`} (${stateInWords[state]})${to}</li>`;
    })
    .join("\n");
  const used = (["new", "rebuilt", "changed", "removed", "same"] as const).filter((state) =>
    graph.nodes.some((node) => node.state === state),
  );
  const legend = used.map((state) => `<li class="${state}">${stateInWords[state]}</li>`).join("");
  const html =
    graph.nodes.length === 0
      ? "<p>There is nothing of Image Builder in this plan.</p>"
      : `<ul class="legend" aria-label="Legend">${legend}</ul>
<div class="drawing" tabindex="0" role="group" aria-label="Drawing, scrolls sideways">${svgOf(graph, linked, id)}</div>
<details><summary>The drawing as a list</summary><ul>${list}</ul></details>`;
  return { id, title: "What is built out of what", html };
}
