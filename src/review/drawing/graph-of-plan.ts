import { resourceNameOf } from "../../aws/arn";
import { arnName } from "../../aws/resource-name";
import type { Change } from "../plan/plan";
import { textAt } from "../plan/value";
import type { Review } from "../review";
import { type Built, parentName, type Run } from "../story/built";
import { consumersOf } from "../story/consumers";
import type { Side } from "../story/links";
import { scheduleOf } from "../story/next-run";
import { componentsOf } from "../story/recipe-reasons";
import { versionStep } from "../story/story";
import { drawConsumers } from "./consumer-nodes";
import { type Graph, graphBuilder, type NodeState, stateOfFate } from "./graph";

/** Returns the graph of an environment after the plan is applied. Removed resources are included and marked as removed. */
export function graphOfPlan({ context: { built: all, links, documentName }, stories }: Review): Graph {
  const builder = graphBuilder();
  const ids = new Map(all.map((built) => [arnName(built.name), `${built.kind} ${built.name}`]));
  for (const built of all) {
    const story = stories.find(({ name, kind }) => name === built.name && kind === built.kind);
    const side: Side = story?.fate === "removed" ? "before" : "after";
    const id = builder.node({
      id: `${built.kind} ${built.name}`,
      kind: built.kind,
      label: built.name,
      detail: story && (versionStep(story) ?? story.versionAfter ?? story.versionBefore),
      state: stateOfFate[story?.fate ?? "same"],
    });
    const parent = parentName(built, side);
    const known = parent === undefined ? undefined : ids.get(parent);
    const standsOn = known ?? drawParent(builder, built, side);
    if (standsOn !== undefined) builder.edge(standsOn, id);
    for (const component of built.recipe === undefined ? [] : componentsOf(built.recipe, side, links)) {
      const node = builder.node({
        id: `component ${component.name}`,
        kind: "component",
        label: documentName(component.name),
        detail: component.version,
        state: stateOf(component.change),
      });
      builder.edge(node, id);
    }
    for (const [index, run] of built.pipelines.entries())
      drawPipeline(builder, { recipe: id, built: built.name, isOwn: index === 0, run, ofImage: side });
  }
  return builder.graph();
}

type Builder = ReturnType<typeof graphBuilder>;

function drawParent(builder: Builder, { recipe }: Built, side: Side): string | undefined {
  const arn = textAt(recipe?.[side] ?? null, "parent_image");
  if (arn === undefined) return undefined;
  return builder.node({ id: `parent ${arn}`, kind: "parent", label: resourceNameOf(arn), state: "same" });
}

interface DrawnPipeline {
  /** ID of the node of the pipeline's recipe. */
  readonly recipe: string;
  /** Name of the image or container that the pipeline builds. */
  readonly built: string;
  /** True for the first pipeline of an image, which is shown without a name. */
  readonly isOwn: boolean;
  readonly run: Run;
  readonly ofImage: Side;
}

function drawPipeline(builder: Builder, { recipe, built, isOwn, run, ofImage }: DrawnPipeline): void {
  const { change: pipeline, distribution } = run;
  const side = pipeline.after === null ? "before" : ofImage;
  const label = isOwn ? "pipeline" : `pipeline ${textAt(pipeline[side], "name") ?? pipeline.name}`;
  const schedule = scheduleOf(pipeline[side]);
  const disabled = textAt(pipeline[side], "status") === "DISABLED";
  const id = builder.node({
    id: `pipeline ${isOwn ? built : pipeline.name}`,
    kind: "pipeline",
    label: disabled ? `${label}, disabled` : label,
    detail: typeof schedule !== "object" ? (schedule ?? "by hand") : `${schedule.cron} ${schedule.timezone}`,
    state: stateOf(pipeline),
  });
  builder.edge(recipe, id);
  drawConsumers(builder, id, {
    before: consumersOf(distribution?.before ?? null),
    after: consumersOf(distribution?.after ?? null),
  });
}

function stateOf(change: Change | undefined): NodeState {
  const states: Partial<Record<Change["action"], NodeState>> = {
    create: "new",
    replace: "rebuilt",
    update: "changed",
    delete: "removed",
    forget: "removed",
  };
  return (change === undefined ? undefined : states[change.action]) ?? "same";
}
