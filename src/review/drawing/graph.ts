/** What happens to something: drawn by its colour, its line and a word. */
export type NodeState = "new" | "rebuilt" | "changed" | "removed" | "same";

type NodeKind =
  "parent" | "component" | "image" | "container" | "pipeline" | "region" | "receiver" | "parameter" | "launch template";

export interface GraphNode {
  /** Unique in its graph. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** A second line, smaller: a version, a schedule. */
  readonly detail?: string;
  readonly state: NodeState;
}

/** From what something is made of to what is made of it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** What an environment builds: parents, components, recipes, pipelines, and where their images go. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Collects nodes and edges; what is added twice is there once. */
export function graphBuilder() {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  return {
    node(node: GraphNode): string {
      if (!nodes.has(node.id)) nodes.set(node.id, node);
      return node.id;
    },
    edge(from: string, to: string): void {
      edges.set(`${from}\n${to}`, { from, to });
    },
    graph: (): Graph => ({ nodes: [...nodes.values()], edges: [...edges.values()] }),
  };
}

/** The part of a graph that changes, and what is next to it. */
export function changedPart({ nodes, edges }: Graph): Graph {
  const changed = new Set(nodes.filter(({ state }) => state !== "same").map(({ id }) => id));
  const kept = edges.filter(({ from, to }) => changed.has(from) || changed.has(to));
  const ids = new Set([...changed, ...kept.flatMap(({ from, to }) => [from, to])]);
  return { nodes: nodes.filter(({ id }) => ids.has(id)), edges: kept };
}
