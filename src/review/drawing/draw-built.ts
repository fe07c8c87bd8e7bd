import { resourceNameOf } from "../../aws/arn";
import type { RecipeKind } from "../../model/recipe";
import { drawConsumers, type Sides } from "./consumer-nodes";
import type { GraphBuilder, GraphNode } from "./graph";

/** A node without the kind that follows from its place. */
type Drawn = Omit<GraphNode, "kind">;

export interface DrawnPipeline extends Drawn {
  readonly consumers: Sides;
}

/** An image or container with what it is made of and what builds it. */
interface DrawnBuilt extends Omit<Drawn, "id"> {
  readonly kind: RecipeKind;
  /** ID of the image or container on which it is based, if that is drawn too. */
  readonly standsOn?: string;
  /** ARN or other name of a parent that is not drawn; undefined if not known. */
  readonly parentImage?: string;
  readonly components: readonly Drawn[];
  readonly pipelines: readonly DrawnPipeline[];
}

/** Returns the ID of the node of an image or container. */
export function builtId({ kind, name }: { readonly kind: RecipeKind; readonly name: string }): string {
  return `${kind} ${name}`;
}

/** Draws an image or container: from its parent and components to its pipelines and their consumers. */
export function drawBuilt(builder: GraphBuilder, built: DrawnBuilt): void {
  const { kind, label, detail, state, standsOn, parentImage, components, pipelines } = built;
  const id = builder.node({ id: builtId({ kind, name: label }), kind, label, detail, state });
  if (standsOn !== undefined) builder.edge(standsOn, id);
  else if (parentImage !== undefined) {
    const parent = { id: `parent ${parentImage}`, kind: "parent", label: resourceNameOf(parentImage) } as const;
    builder.edge(builder.node({ ...parent, state: "same" }), id);
  }
  for (const component of components) builder.edge(builder.node({ ...component, kind: "component" }), id);
  for (const { consumers, ...pipeline } of pipelines) {
    const node = builder.node({ ...pipeline, kind: "pipeline" });
    builder.edge(id, node);
    drawConsumers(builder, node, consumers);
  }
}
