import { productIdPattern } from "../../../src/aws/product-id";
import { arnName } from "../../../src/aws/resource-name";
import { invalidValue } from "../api-error";
import { formatArn } from "../arn";
import type { Handler } from "../call";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { type CreatableType, operationsOf } from "../resource-type";
import { owned } from "../versions";
import { agentOnWindows } from "../words-of-aws";
import { checkDevices, checkParentImage, checkRecipe } from "./recipe";

const resourceType: CreatableType = {
  type: "image-recipe",
  singular: "ImageRecipe",
  plural: "ImageRecipes",
  arnField: "imageRecipeArn",
  field: "imageRecipe",
  listField: "imageRecipeSummaryList",
  filters: ["name", "parentImage", "platform"],
  arn: ({ input, place }) =>
    formatArn(place, "image-recipe", arnName(text(input, "name")), text(input, "semanticVersion")),
  create: (call) => {
    checkParentImage(call);
    checkAmiParent(text(call.input, "parentImage"));
    checkWatermarks(call.input);
    const platform = checkRecipe(call);
    checkDevices("blockDeviceMappings", call.input.blockDeviceMappings);
    checkAgent(call.input, platform);
    return {
      semanticVersion: undefined,
      version: text(call.input, "semanticVersion"),
      type: "AMI",
      platform,
      owner: call.place.account,
    };
  },
  summary: (recipe) => pick(recipe, "arn", "name", "platform", "owner", "parentImage", "dateCreated", "tags"),
  listed: (call) => (owned(call) ? call.store.list("image-recipe") : []),
};

export const imageRecipeOperations: Record<string, Handler> = operationsOf(resourceType);

/** Checks that the parent is not a container image. Source: API field CreateImageRecipe.parentImage; the message is the sandbox's own. */
function checkAmiParent(parent: string): void {
  if (!/^(arn:|ami-|ssm:)/.test(parent) && !productIdPattern.test(parent))
    throw invalidValue("parentImage", `'${parent}' is a container image, and the recipe is for an AMI.`);
}

/** Checks that watermarks are unique. Source: API type AmiWatermarksList; the message is the sandbox's own. */
function checkWatermarks({ amiWatermarks }: Fields): void {
  const names = (amiWatermarks ?? []) as readonly string[];
  if (new Set(names).size < names.length) throw invalidValue("amiWatermarks", "A name can be there only once.");
}

/**
 * Refuses settings of the SSM agent for Windows, on which Image Builder neither installs nor removes it.
 * Source: issues 23568 and 23569 of hashicorp/terraform-provider-aws, for both true and false.
 */
function checkAgent(input: Fields, platform: string): void {
  const instance = input.additionalInstanceConfiguration as Fields | undefined;
  if (platform !== "Windows" || instance?.systemsManagerAgent === undefined) return;
  throw agentOnWindows();
}
