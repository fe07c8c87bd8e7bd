import { resourceNameOf } from "../../aws/arn";
import type { Distribution } from "../../factory/distribution";
import type { Container, Image, ImageFactory } from "../../factory/image-factory";
import { parentImage } from "../../model/recipe-parent";
import type { Receiver } from "../story/receivers";
import { type Graph, graphBuilder } from "./graph";
import { drawReceivers } from "./receiver-nodes";

/** The environment as its files say, without a plan: the same drawing with nothing in it that changes. */
export function graphOfFactory({ images, containers, place }: ImageFactory): Graph {
  const builder = graphBuilder();
  const names = new Set([...images, ...containers].map(({ name }) => name));
  const draw = (noun: "image" | "container", built: Image | Container, receivers: readonly Receiver[]): void => {
    const { name, standsOn, recipe, pipeline } = built;
    const id = builder.node({ id: `${noun} ${name}`, kind: noun, label: name, detail: recipe.version, state: "same" });
    const image = parentImage(recipe.parent, place);
    const parent =
      standsOn !== undefined && names.has(standsOn)
        ? `${noun} ${standsOn}`
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
      id: `pipeline ${noun} ${name}`,
      kind: "pipeline",
      label: enabled ? "pipeline" : "pipeline, disabled",
      detail:
        schedule === undefined
          ? "by hand"
          : `${schedule.expression.replace(/^cron\((.*)\)$/, "$1")} ${schedule.timezone}`,
      state: "same",
    });
    builder.edge(id, pipelineId);
    drawReceivers(builder, pipelineId, receivers, () => "same");
  };
  for (const image of images) draw("image", image, image.distributions.map(receiverOf));
  for (const container of containers)
    draw(
      "container",
      container,
      container.distributions.map(({ region, repository }) => ({ ...nobody, region, repository })),
    );
  return builder.graph();
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
