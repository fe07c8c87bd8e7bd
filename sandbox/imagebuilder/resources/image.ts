import { createHash } from "node:crypto";

import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, text } from "../call";
import { type Kind, readOperationsOf } from "../kind";
import { page, pick } from "../list";
import { newestBuilds, owned } from "./component";
import { buildDefaults, checkBuildReferences } from "./image-pipeline";

const kind: Kind = {
  type: "image",
  noun: "Image",
  plural: "Images",
  arnField: "imageBuildVersionArn",
  field: "image",
  listField: "imageVersionList",
  summary: (image) => ({
    ...pick(image, "name", "type", "version", "platform", "osVersion", "owner", "dateCreated"),
    arn: image.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) => (owned(call) ? newestBuilds(call.store.list("image")) : []),
};

export const imageOperations: Record<string, Handler> = {
  ...readOperationsOf(kind),
  CreateImage: (call) => {
    checkBuildReferences(call);
    return { clientToken: call.input.clientToken, imageBuildVersionArn: makeImage(call, call.input) };
  },
  ListImageBuildVersions: (call) => {
    const version = text(call.input, "imageVersionArn");
    const builds = call.store.list("image").filter(({ arn }) => arn.startsWith(`${version}/`));
    return page(call, builds, "imageSummaryList", (build) =>
      pick(
        build,
        "arn",
        "name",
        "type",
        "version",
        "platform",
        "state",
        "owner",
        "dateCreated",
        "outputResources",
        "tags",
      ),
    );
  },
};

/** Makes an image that is there at once: no instance runs, no script of a component is executed. Answers its ARN. */
export function makeImage(call: Call, source: Fields, pipelineArn?: string): string {
  const { store, place, now } = call;
  const recipe = store.resolve(text(source, "imageRecipeArn") || text(source, "containerRecipeArn"));
  const distribution = store.resolve(text(source, "distributionConfigurationArn"));
  const name = recipe?.name ?? "";
  const version = text(recipe ?? {}, "version");
  const builds = store
    .list("image")
    .filter(({ arn }) => arn.startsWith(`${formatArn(place, "image", slug(name), version)}/`));
  const arn = formatArn(place, "image", slug(name), version, builds.length + 1);
  const regions = ((distribution?.distributions ?? [{ region: place.region }]) as readonly Fields[]).map(({ region }) =>
    String(region),
  );
  const isContainer = source.containerRecipeArn !== undefined;
  store.put({
    arn,
    name,
    version: `${version}/${builds.length + 1}`,
    type: isContainer ? "DOCKER" : "AMI",
    platform: recipe?.platform,
    state: { status: "AVAILABLE" },
    owner: place.account,
    dateCreated: now.toISOString(),
    [isContainer ? "containerRecipe" : "imageRecipe"]: recipe,
    infrastructureConfiguration: store.resolve(text(source, "infrastructureConfigurationArn")),
    distributionConfiguration: distribution,
    sourcePipelineArn: pipelineArn,
    outputResources: isContainer
      ? {}
      : { amis: regions.map((region) => ({ region, image: amiId(arn, region), name, accountId: place.account })) },
    ...pick(source, "imageScanningConfiguration", "workflows", "executionRole"),
    ...buildDefaults(source),
    tags: (call.input.tags ?? {}) as Record<string, string>,
  });
  return arn;
}

/** An id of an AMI's form, the same for the same image and region. */
function amiId(arn: string, region: string): string {
  return `ami-${createHash("sha256").update(`${arn} ${region}`).digest("hex").slice(0, 17)}`;
}
