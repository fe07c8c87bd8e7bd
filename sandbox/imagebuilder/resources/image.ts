import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import { ApiError } from "../api-error";
import { type Call, type Handler, named } from "../call";
import { type Fields, text } from "../fields";
import { page, pick } from "../list";
import { readOperationsOf, type ResourceType } from "../resource-type";
import type { Resource } from "../store";
import { buildsOf, versionsListed } from "../versions";
import { checkBuild, startBuild } from "./build";

const resourceType: ResourceType = {
  type: "image",
  singular: "Image",
  plural: "Images",
  arnField: "imageBuildVersionArn",
  field: "image",
  listField: "imageVersionList",
  filters: ["name", "osVersion", "platform", "type", "version"],
  summary: (image) => ({
    ...pick(image, "name", "type", "platform", "osVersion", "owner", "dateCreated", "buildType", "imageSource"),
    version: text(image, "version").replace(/\/\d+$/, ""),
    arn: image.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) =>
    versionsListed(call, "image").filter(
      (image) => call.input.includeDeprecated === true || statusOf(image) !== "DEPRECATED",
    ),
};

const operations = readOperationsOf(resourceType);

export const imageOperations: Record<string, Handler> = {
  ...operations,
  CreateImage: async (call) => {
    checkBuild(call);
    const imageBuildVersionArn = await startBuild(call, call.input);
    return {
      clientToken: call.input.clientToken,
      imageBuildVersionArn,
      latestVersionReferences: latestVersions(imageBuildVersionArn),
    };
  },
  DeleteImage: (call) => {
    const { arn } = named(call, "imageBuildVersionArn");
    if (call.builds.isRunning(arn))
      throw new ApiError("ResourceDependencyException", `The image '${arn}' is being created.`);
    call.store.executions.forget(arn);
    return operations.DeleteImage?.(call) ?? {};
  },
  CancelImageCreation: async (call) => {
    const { arn } = named(call, "imageBuildVersionArn");
    if (!call.builds.isRunning(arn))
      throw new ApiError("InvalidRequestException", `The image '${arn}' is not being created.`);
    await call.builds.cancel(arn);
    return { clientToken: call.input.clientToken, imageBuildVersionArn: arn };
  },
  RetryImage: async (call) => {
    const image = named(call, "imageBuildVersionArn");
    await call.builds.retry(image.arn, stageToRetry(call, image));
    return { clientToken: call.input.clientToken, imageBuildVersionArn: image.arn };
  },
  ListImageBuildVersions: (call) => {
    const builds = buildsOf(call, "image", text(call.input, "imageVersionArn"));
    return page(call, builds, "imageSummaryList", imageSummary, resourceType.filters);
  },
  ListImagePipelineImages: (call: Call) => {
    const source = named(call, "imagePipelineArn");
    const images = call.store.list("image").filter((image) => image.sourcePipelineArn === source.arn);
    return page(call, images, "imageSummaryList", imageSummary, ["name", "version"]);
  },
};

/**
 * Returns the stage from which an image is retried: the stage that failed, without a new build.
 * Source: AWS's agent toolkit, Image Builder: from the test or the distribution, not from the integration.
 */
function stageToRetry({ store, builds }: Call, image: Resource): WorkflowType {
  const failed = store.executions
    .ofImage(image.arn)
    .filter(({ status }) => status === "FAILED" || status === "ROLLBACK_COMPLETED")
    .at(-1);
  if (statusOf(image) !== "FAILED" || builds.isRunning(image.arn))
    throw new ApiError(
      "InvalidRequestException",
      `The image '${image.arn}' is ${statusOf(image)}: only a FAILED one can be retried.`,
    );
  const atIntegration = failed?.steps.some(
    ({ status, definition }) => status === "FAILED" && definition.action === "ApplyImageConfigurations",
  );
  if (failed === undefined || failed.type === "BUILD" || atIntegration === true)
    throw new ApiError(
      "InvalidRequestException",
      `The image '${image.arn}' failed before its tests or at its integration: build it anew.`,
    );
  return failed.type;
}

/** Returns the references to the latest versions of an image. API type LatestVersionReferences. */
function latestVersions(arn: string): Fields {
  const [, name = "", major = "", minor = "", patch = ""] = /^(.*)\/(\d+)\.(\d+)\.(\d+)\/\d+$/.exec(arn) ?? [];
  return {
    latestVersionArn: `${name}/x.x.x`,
    latestMajorVersionArn: `${name}/${major}.x.x`,
    latestMinorVersionArn: `${name}/${major}.${minor}.x`,
    latestPatchVersionArn: `${name}/${major}.${minor}.${patch}`,
  };
}

function statusOf({ state }: Resource): string {
  return text(state as Fields, "status");
}

function imageSummary(image: Resource): Fields {
  return pick(
    image,
    "arn",
    "name",
    "type",
    "version",
    "platform",
    "osVersion",
    "state",
    "owner",
    "dateCreated",
    "buildType",
    "imageSource",
    "outputResources",
    "deprecationTime",
    "lifecycleExecutionId",
    "loggingConfiguration",
    "tags",
  );
}
