import type { Graph, GraphNode, NodeState } from "./graph";
import { anchorOf, escaped } from "./html-text";
import { layoutOf, type PlacedEdge, type PlacedNode } from "./layout";

/** Words for each node state, shown in addition to its colour and line style. */
export const stateInWords: Readonly<Record<NodeState, string>> = {
  new: "new",
  rebuilt: "new version",
  changed: "changes",
  removed: "removed",
  same: "stays",
};

const signs: Readonly<Record<NodeState, string>> = { new: "+", rebuilt: "↻", changed: "~", removed: "−", same: "" };

/**
 * Returns a graph as SVG for a page that contains the style sheet. Nodes of images and containers link to their sections. The accessible
 * name of each node says what it is, how it changes, and which nodes it is connected to.
 *
 * Source: W3C, "WAI-ARIA Graphics Module".
 */
export function svgOf(graph: Graph, linked: ReadonlySet<string>, name: string): string {
  const { width, height, nodes, edges } = layoutOf(graph);
  const arrow = `${anchorOf(name)}-arrow`;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const drawnEdges = edges.map((edge) => edgeOf(edge, byId, arrow)).join("\n");
  const drawnNodes = nodes.map((node) => nodeOf(node, graph, byId, linked.has(node.id))).join("\n");
  return `<svg role="graphics-document" aria-roledescription="drawing" aria-label="What is built out of what, and where it goes" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs><marker id="${arrow}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" class="tip"/></marker></defs>
${drawnEdges}
${drawnNodes}
</svg>`;
}

function edgeOf({ from, to, points }: PlacedEdge, nodes: ReadonlyMap<string, GraphNode>, arrow: string): string {
  const faded = [from, to].some((id) => nodes.get(id)?.state === "same");
  const [start, ...rest] = points;
  if (start === undefined) return "";
  const path = `M${start.x} ${start.y}${rest.map(({ x, y }) => `L${x} ${y}`).join("")}`;
  return `<path class="edge${faded ? " faded" : ""}" d="${path}" marker-end="url(#${arrow})"/>`;
}

function nodeOf(node: PlacedNode, graph: Graph, nodes: ReadonlyMap<string, GraphNode>, isLink: boolean): string {
  const { id, kind, label, detail, state, x, y, width, height } = node;
  const names = (ids: readonly string[]): string => ids.map((each) => nodes.get(each)?.label ?? each).join(", ");
  const madeOf = graph.edges.filter(({ to }) => to === id).map(({ from }) => from);
  const feeds = graph.edges.filter(({ from }) => from === id).map(({ to }) => to);
  const said = [
    `${kind} ${label}`,
    ...(detail === undefined ? [] : [detail]),
    stateInWords[state],
    ...(madeOf.length === 0 ? [] : [`made of ${names(madeOf)}`]),
    ...(feeds.length === 0 ? [] : [`feeds ${names(feeds)}`]),
  ].join("; ");
  const sign =
    signs[state] === "" ? "" : `<text class="sign" x="${x + width - 16}" y="${y + 14}">${signs[state]}</text>`;
  const second =
    detail === undefined ? "" : `<text class="detail" x="${x + 10}" y="${y + 33}">${escaped(detail)}</text>`;
  const drawn = `<g class="node ${kind.replace(" ", "-")} ${state}" role="graphics-object" aria-label="${escaped(said)}"><title>${escaped(said)}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/><text x="${x + 10}" y="${y + 19}">${escaped(label)}</text>${second}${sign}</g>`;
  return isLink ? `<a href="#${anchorOf(id)}">${drawn}</a>` : drawn;
}
