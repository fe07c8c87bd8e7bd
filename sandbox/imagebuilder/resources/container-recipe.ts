import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { arnName } from "../../../src/aws/resource-name";
import { formatArn } from "../arn";
import type { Call, Handler } from "../call";
import { readText } from "../document";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { type CreatableType, operationsOf } from "../resource-type";
import { owned } from "../versions";
import {
  containerOnMac,
  marketplaceInContainer,
  osVersionRequired,
  platformOfImage,
  platformRequired,
  templateRequired,
} from "../words-of-aws";
import { checkDevices, checkParentImage, checkRecipe } from "./recipe";

const resourceType: CreatableType = {
  type: "container-recipe",
  singular: "ContainerRecipe",
  plural: "ContainerRecipes",
  arnField: "containerRecipeArn",
  field: "containerRecipe",
  listField: "containerRecipeSummaryList",
  filters: ["containerType", "name", "parentImage", "platform"],
  arn: ({ input, place }) =>
    formatArn(place, "container-recipe", arnName(text(input, "name")), text(input, "semanticVersion")),
  create: async (call) => {
    checkParentImage(call);
    const platform = checkRecipe(call);
    checkMarketplace(call.input);
    checkOverrides(call.input);
    const instance = call.input.instanceConfiguration as Fields | undefined;
    checkDevices("instanceConfiguration", instance?.blockDeviceMappings);
    return {
      semanticVersion: undefined,
      dockerfileTemplateUri: undefined,
      version: text(call.input, "semanticVersion"),
      dockerfileTemplateData: await dockerfile(call),
      platform: call.input.platformOverride ?? platform,
      owner: call.place.account,
      encrypted: true,
    };
  },
  summary: (recipe) =>
    pick(recipe, "arn", "containerType", "name", "platform", "owner", "parentImage", "dateCreated", "tags"),
  listed: (call) => (owned(call) ? call.store.list("container-recipe") : []),
};

export const containerRecipeOperations: Record<string, Handler> = operationsOf(resourceType);

function checkMarketplace({ components = [] }: Fields): void {
  const arns = (components as readonly Fields[]).map((component) => text(component, "componentArn"));
  if (arns.some((arn) => parseImageBuilderArn(arn)?.owner === "aws-marketplace")) throw marketplaceInContainer();
}

/** Checks the settings that an image of a registry requires, because the service does not inspect it. */
function checkOverrides(input: Fields): void {
  const { platformOverride, imageOsVersionOverride } = input;
  const parent = text(input, "parentImage");
  if (parseImageBuilderArn(parent) !== undefined) {
    if (platformOverride !== undefined) throw platformOfImage();
    return;
  }
  if (platformOverride === "macOS") throw containerOnMac();
  if (platformOverride === undefined) {
    if (parent.startsWith("public.ecr.aws/")) throw platformRequired("ECR Public Repositories");
    if (/^\d{12}\.dkr[.-]ecr/.test(parent)) throw platformRequired("ECR Repositories");
  }
  if (platformOverride === "Windows" && imageOsVersionOverride === undefined) throw osVersionRequired();
}

async function dockerfile(call: Call): Promise<string> {
  const { dockerfileTemplateData: data, dockerfileTemplateUri: uri } = call.input;
  if ((data === undefined) === (uri === undefined)) {
    throw templateRequired();
  }
  return data === undefined
    ? await readText(call, text(call.input, "dockerfileTemplateUri"), "dockerfileTemplateUri")
    : text(call.input, "dockerfileTemplateData");
}
