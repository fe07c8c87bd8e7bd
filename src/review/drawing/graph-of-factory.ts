import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { builtIn } from "../../factory/built";
import type { ContainerDistribution, Distribution } from "../../factory/distribution";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import type { RecipeComponent } from "../../model/component-reference";
import type { RecipeKind } from "../../model/recipe";
import { parentImage } from "../../model/recipe-parent";
import { withoutCron } from "../../schedules/written";
import type { Consumers } from "../story/consumers";
import { builtId, drawBuilt, type DrawnPipeline } from "./draw-built";
import { type Graph, graphBuilder } from "./graph";

/** Returns the graph of an environment as its files define it, without a plan. No node is marked as changed. */
export function graphOfFactory(factory: ImageFactory): Graph {
  const builder = graphBuilder();
  const all = builtIn(factory);
  for (const { kind, name, standsOn, recipe, pipelines } of all)
    drawBuilt(builder, {
      kind,
      label: name,
      detail: recipe.version,
      state: "same",
      standsOn:
        standsOn !== undefined && all.some((each) => each.name === standsOn)
          ? builtId({ kind, name: standsOn })
          : undefined,
      parentImage: parentImage(recipe.parent, factory.place),
      components: recipe.components.map(componentOf),
      pipelines: pipelines.map((pipeline) => pipelineOf(pipeline, kind)),
    });
  return builder.graph();
}

function componentOf(component: RecipeComponent) {
  const [label, detail] =
    component.from === "project"
      ? [component.document, component.version]
      : component.from === "aws"
        ? [component.name, component.version]
        : (parseImageBuilderArn(component.arn)?.path ?? [component.arn]);
  return { id: `component ${label}`, label, detail, state: "same" } as const;
}

function pipelineOf({ id, key, schedule, enabled, settings }: ImagePipeline, kind: RecipeKind): DrawnPipeline {
  const consumers = (settings.distribution?.targets ?? []).map(consumersOf);
  return {
    id: `pipeline ${kind} ${id}`,
    label: `pipeline${key === undefined ? "" : ` ${key}`}${enabled === false ? ", disabled" : ""}`,
    detail: schedule === undefined ? "by hand" : `${withoutCron(schedule.expression)} ${schedule.timezone}`,
    state: "same",
    consumers: { before: consumers, after: consumers },
  };
}

const nobody = { launch: [], copies: [], parameters: [], launchTemplates: [], exports: false };

function consumersOf(target: Distribution | ContainerDistribution): Consumers {
  const { region } = target;
  if ("repository" in target) return { ...nobody, region, repository: target.repository };
  const { share } = target;
  return {
    region,
    launch: [
      ...(share.public ? ["everybody"] : []),
      ...share.accounts,
      ...share.organizations,
      ...share.organizationalUnits,
    ],
    copies: target.copyToAccounts,
    parameters: target.ssmParameters.map(({ name }) => name),
    launchTemplates: target.launchTemplates.map(({ id }) => id),
    exports: target.export !== undefined,
  };
}
