import { graphlib, layout as dagreLayout } from "@dagrejs/dagre";

import type { Graph, GraphNode } from "./graph";

/** A graph with a place for everything, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode extends GraphNode {
  /** Left edge of the box. */
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
/** Widths of a character; measured generously, for no two browsers draw alike. */
const LABEL = 7.6;
const DETAIL = 6.4;
/** Room for the sign of what is not the same, in the corner above the label. */
const SIGN = 12;

/** Lays a graph out from left to right. The same graph gets the same layout. */
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

/** An empty graph has no size. */
function whole(value: number | undefined): number {
  return value === undefined || !Number.isFinite(value) ? 0 : Math.round(value);
}
