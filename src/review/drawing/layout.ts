import { graphlib, layout as dagreLayout } from "@dagrejs/dagre";

import type { Graph, GraphNode } from "./graph";

/** A graph with the position of each node and edge, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode extends GraphNode {
  /** Left edge of the box, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const MARGIN = 12;
/** Width of a character in pixels. Generous, because browsers draw text differently. */
const LABEL = 7.6;
const DETAIL = 6.4;
/** Width in pixels of the sign of a changed node, in the corner above the label. */
const SIGN = 12;

/** Lays out a graph from left to right. The same graph always gets the same layout. */
export function layoutOf({ nodes, edges }: Graph): Layout {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 10, ranksep: 44, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    const label = node.label.length * LABEL + (node.state === "same" ? 0 : SIGN);
    const width = Math.max(label, (node.detail?.length ?? 0) * DETAIL, 40) + 20;
    graph.setNode(node.id, { width: Math.ceil(width), height: node.detail === undefined ? 30 : 42 });
  }
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagreLayout(graph);
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: whole(size.width),
    height: whole(size.height),
    nodes: nodes.map((node) => {
      const { x, y, width, height } = graph.node(node.id) as { x: number; y: number; width: number; height: number };
      return { ...node, x: whole(x - width / 2), y: whole(y - height / 2), width, height };
    }),
    edges: edges.map(({ from, to }) => {
      const { points = [] } = graph.edge(from, to) as { points?: { x: number; y: number }[] };
      return { from, to, points: points.map(({ x, y }) => ({ x: whole(x), y: whole(y) })) };
    }),
  };
}

/** Rounds a pixel value. Returns 0 if it is undefined or infinite, as for an empty graph. */
function whole(value: number | undefined): number {
  return value === undefined || !Number.isFinite(value) ? 0 : Math.round(value);
}
