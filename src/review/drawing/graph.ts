import { printable } from "../../problems/printable";
import type { Story } from "../story/story";

/** Change of a node. The drawing shows it as a colour, a line style and a word. */
export type NodeState = "new" | "rebuilt" | "changed" | "removed" | "same";

/** Returns the state of the node of an image whose changes have this fate. */
export const stateOfFate: Readonly<Record<Story["fate"], NodeState>> = {
  new: "new",
  rebuilt: "rebuilt",
  follows: "rebuilt",
  changed: "changed",
  removed: "removed",
  same: "same",
};

type NodeKind =
  "parent" | "component" | "image" | "container" | "pipeline" | "region" | "consumer" | "parameter" | "launch template";

export interface GraphNode {
  /** ID, unique in the graph. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Second line in smaller type: a version or a schedule. */
  readonly detail?: string;
  readonly state: NodeState;
}

/** An arrow from an input to the node that is made of it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** Parents, components, recipes, pipelines and consumers of an environment's images. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type GraphBuilder = ReturnType<typeof graphBuilder>;

/** Creates a builder that collects nodes and edges. A node or edge that is added twice appears once. */
export function graphBuilder() {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  return {
    node(node: GraphNode): string {
      const { id, kind, label, detail, state } = node;
      if (!nodes.has(id))
        nodes.set(id, { id, kind, label: printable(label), detail: detail && printable(detail), state });
      return id;
    },
    edge(from: string, to: string): void {
      edges.set(`${from}\n${to}`, { from, to });
    },
    graph: (): Graph => ({ nodes: [...nodes.values()], edges: [...edges.values()] }),
  };
}

/** Returns the changed nodes of a graph and their direct neighbours. */
export function changedPart({ nodes, edges }: Graph): Graph {
  const changed = new Set(nodes.filter(({ state }) => state !== "same").map(({ id }) => id));
  const kept = edges.filter(({ from, to }) => changed.has(from) || changed.has(to));
  const ids = new Set([...changed, ...kept.flatMap(({ from, to }) => [from, to])]);
  return { nodes: nodes.filter(({ id }) => ids.has(id)), edges: kept };
}
