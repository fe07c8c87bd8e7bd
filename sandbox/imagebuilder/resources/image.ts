import { type Call, type Fields, type Handler, named, text } from "../call";
import { type Kind, readOperationsOf } from "../kind";
import { page, pick } from "../list";
import type { Resource } from "../store";
import { buildsOf, versionsListed } from "../versions";
import { checkBuild, makeImage } from "./build";

const kind: Kind = {
  type: "image",
  noun: "Image",
  plural: "Images",
  arnField: "imageBuildVersionArn",
  field: "image",
  listField: "imageVersionList",
  filters: ["name", "osVersion", "platform", "type", "version"],
  summary: (image) => ({
    ...pick(image, "name", "type", "platform", "osVersion", "owner", "dateCreated", "buildType"),
    version: text(image, "version").replace(/\/\d+$/, ""),
    arn: image.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) => versionsListed(call, "image"),
};

export const imageOperations: Record<string, Handler> = {
  ...readOperationsOf(kind),
  CreateImage: (call) => {
    checkBuild(call);
    return { clientToken: call.input.clientToken, imageBuildVersionArn: makeImage(call, call.input) };
  },
  ListImageBuildVersions: (call) => {
    const builds = buildsOf(call, "image", text(call.input, "imageVersionArn"));
    return page(call, builds, "imageSummaryList", imageSummary, kind.filters);
  },
  ListImagePipelineImages: (call: Call) => {
    const source = named(call, "imagePipelineArn");
    const images = call.store.list("image").filter((image) => image.sourcePipelineArn === source.arn);
    return page(call, images, "imageSummaryList", imageSummary, ["name", "version"]);
  },
};

function imageSummary(image: Resource): Fields {
  return pick(
    image,
    "arn",
    "name",
    "type",
    "version",
    "platform",
    "state",
    "owner",
    "dateCreated",
    "buildType",
    "outputResources",
    "tags",
  );
}
