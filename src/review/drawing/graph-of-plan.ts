import { arnName } from "../../aws/resource-name";
import type { Change } from "../plan/plan";
import { textAt } from "../plan/value";
import type { Review } from "../review";
import { parentName, type Run } from "../story/built";
import { consumersOf } from "../story/consumers";
import type { Side } from "../story/links";
import { scheduleOf } from "../story/next-run";
import { componentsOf } from "../story/recipe-reasons";
import { versionStep } from "../story/story";
import { builtId, drawBuilt, type DrawnPipeline } from "./draw-built";
import { type Graph, graphBuilder, type NodeState, stateOfFate } from "./graph";

/** Returns the graph of an environment after the plan is applied. Removed resources are included and marked as removed. */
export function graphOfPlan({ context: { built: all, links, documentName }, stories }: Review): Graph {
  const builder = graphBuilder();
  const ids = new Map(all.map((built) => [arnName(built.name), builtId(built)]));
  for (const built of all) {
    const { kind, name, recipe, pipelines } = built;
    const story = stories.find((each) => each.name === name && each.kind === kind);
    const side: Side = story?.fate === "removed" ? "before" : "after";
    const components = recipe === undefined ? [] : componentsOf(recipe, side, links);
    drawBuilt(builder, {
      kind,
      label: name,
      detail: story && (versionStep(story) ?? story.versionAfter ?? story.versionBefore),
      state: stateOfFate[story?.fate ?? "same"],
      standsOn: ids.get(parentName(built, side) ?? ""),
      parentImage: textAt(recipe?.[side] ?? null, "parent_image"),
      components: components.map((component) => ({
        id: `component ${component.name}`,
        label: documentName(component.name),
        detail: component.version,
        state: stateOf(component.change),
      })),
      pipelines: pipelines.map((run, index) => pipelineOf(run, index === 0 ? name : undefined, side)),
    });
  }
  return builder.graph();
}

/**
 * Returns the node of a pipeline.
 *
 * @param own name of the image or container if this is its first pipeline, which is shown without a name
 * @param ofImage the side of the image; a removed pipeline of an image that stays is drawn as it was
 */
function pipelineOf({ change, distribution }: Run, own: string | undefined, ofImage: Side): DrawnPipeline {
  const pipeline = change[change.after === null ? "before" : ofImage];
  const label = own === undefined ? `pipeline ${textAt(pipeline, "name") ?? change.name}` : "pipeline";
  const schedule = scheduleOf(pipeline);
  return {
    id: `pipeline ${own ?? change.name}`,
    label: textAt(pipeline, "status") === "DISABLED" ? `${label}, disabled` : label,
    detail: typeof schedule !== "object" ? (schedule ?? "by hand") : `${schedule.cron} ${schedule.timezone}`,
    state: stateOf(change),
    consumers: {
      before: consumersOf(distribution?.before ?? null),
      after: consumersOf(distribution?.after ?? null),
    },
  };
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
