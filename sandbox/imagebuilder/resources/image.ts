import { type Handler, text } from "../call";
import { type Kind, readOperationsOf } from "../kind";
import { page, pick } from "../list";
import { checkBuildReferences, makeImage } from "./build";
import { newestBuilds, owned } from "./component";

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
