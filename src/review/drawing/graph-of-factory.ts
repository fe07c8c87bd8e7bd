import { resourceNameOf } from "../../aws/arn";
import type { Distribution } from "../../factory/distribution";
import { type Built, builtIn } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import { parentImage } from "../../model/recipe-parent";
import type { Receiver } from "../story/receivers";
import { type Graph, graphBuilder } from "./graph";
import { drawReceivers } from "./receiver-nodes";

/** The environment as its files say, without a plan: the same drawing with nothing in it that changes. */
export function graphOfFactory(factory: ImageFactory): Graph {
  const builder = graphBuilder();
  const all = builtIn(factory);
  const names = new Set(all.map(({ name }) => name));
  for (const built of all) {
    const { kind, name, standsOn, recipe, pipeline } = built;
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
    const { schedule, enabled } = pipeline;
    const pipelineId = builder.node({
      id: `pipeline ${kind} ${name}`,
      kind: "pipeline",
      label: enabled ? "pipeline" : "pipeline, disabled",
      detail:
        schedule === undefined
          ? "by hand"
          : `${schedule.expression.replace(/^cron\((.*)\)$/, "$1")} ${schedule.timezone}`,
      state: "same",
    });
    builder.edge(id, pipelineId);
    drawReceivers(builder, pipelineId, receiversOf(built), () => "same");
  }
  return builder.graph();
}

function receiversOf(built: Built): Receiver[] {
  return built.kind === "image"
    ? built.distributions.map(receiverOf)
    : built.distributions.map(({ region, repository }) => ({ ...nobody, region, repository }));
}

const nobody = { launch: [], copies: [], parameters: [], launchTemplates: [], exports: false };

function receiverOf({
  region,
  share,
  copyToAccounts,
  ssmParameters,
  launchTemplates,
  export: exported,
}: Distribution): Receiver {
  return {
    region,
    launch: [
      ...(share.public ? ["everybody"] : []),
      ...share.accounts,
      ...share.organizations,
      ...share.organizationalUnits,
    ],
    copies: copyToAccounts,
    parameters: ssmParameters.map(({ name }) => name),
    launchTemplates: launchTemplates.map(({ id }) => id),
    exports: exported !== undefined,
  };
}

/** `arn:…:component/update-linux/x.x.x` → name and version. */
function namedByArn(arn: string): [string, string | undefined] {
  const [, name, version] = /component\/([^/]+)\/([^/]+)/.exec(arn) ?? [];
  return [name ?? arn, version];
}
