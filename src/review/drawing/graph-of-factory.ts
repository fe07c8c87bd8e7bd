import { resourceNameOf } from "../../aws/arn";
import { builtIn } from "../../factory/built";
import type { ContainerDistribution, Distribution } from "../../factory/distribution";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import type { RecipeKind } from "../../model/recipe";
import { parentImage } from "../../model/recipe-parent";
import { withoutCron } from "../../schedules/written";
import type { Consumers } from "../story/consumers";
import { drawConsumers } from "./consumer-nodes";
import { type Graph, graphBuilder } from "./graph";

/** Returns the graph of an environment as its files define it, without a plan. No node is marked as changed. */
export function graphOfFactory(factory: ImageFactory): Graph {
  const builder = graphBuilder();
  const all = builtIn(factory);
  const names = new Set(all.map(({ name }) => name));
  for (const built of all) {
    const { kind, name, standsOn, recipe, pipelines } = built;
    const id = builder.node({ id: `${kind} ${name}`, kind, label: name, detail: recipe.version, state: "same" });
    const image = parentImage(recipe.parent, factory.place);
    const parent =
      standsOn !== undefined && names.has(standsOn)
        ? `${kind} ${standsOn}`
        : builder.node({
            id: `parent ${image}`,
            kind: "parent",
            label: resourceNameOf(image),
            state: "same",
          });
    builder.edge(parent, id);
    for (const component of recipe.components) {
      const [label, detail] =
        component.from === "project"
          ? [component.document, component.version]
          : component.from === "aws"
            ? [component.name, component.version]
            : namedByArn(component.arn);
      builder.edge(builder.node({ id: `component ${label}`, kind: "component", label, detail, state: "same" }), id);
    }
    for (const pipeline of pipelines) drawPipeline(builder, kind, id, pipeline);
  }
  return builder.graph();
}

function drawPipeline(
  builder: ReturnType<typeof graphBuilder>,
  kind: RecipeKind,
  recipe: string,
  { id, key, schedule, enabled, settings }: ImagePipeline,
): void {
  const node = builder.node({
    id: `pipeline ${kind} ${id}`,
    kind: "pipeline",
    label: `pipeline${key === undefined ? "" : ` ${key}`}${enabled === false ? ", disabled" : ""}`,
    detail: schedule === undefined ? "by hand" : `${withoutCron(schedule.expression)} ${schedule.timezone}`,
    state: "same",
  });
  builder.edge(recipe, node);
  const consumers = (settings.distribution?.targets ?? []).map(consumersOf);
  drawConsumers(builder, node, { before: consumers, after: consumers });
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

/** Returns the name and version in a component ARN, such as `arn:…:component/update-linux/x.x.x`. */
function namedByArn(arn: string): [string, string | undefined] {
  const [, name, version] = /component\/([^/]+)\/([^/]+)/.exec(arn) ?? [];
  return [name ?? arn, version];
}
