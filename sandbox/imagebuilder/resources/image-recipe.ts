import { invalidValue } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Fields, type Handler, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { pick } from "../list";
import { owned } from "../versions";
import { checkDevices, checkParentImage, checkRecipe } from "./recipe";

const kind: CreatableKind = {
  type: "image-recipe",
  noun: "ImageRecipe",
  plural: "ImageRecipes",
  arnField: "imageRecipeArn",
  field: "imageRecipe",
  listField: "imageRecipeSummaryList",
  filters: ["name", "parentImage", "platform"],
  arn: ({ input, place }) =>
    formatArn(place, "image-recipe", slug(text(input, "name")), text(input, "semanticVersion")),
  create: (call) => {
    checkParentImage(call);
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

export const imageRecipeOperations: Record<string, Handler> = operationsOf(kind);

/**
 * What becomes of the SSM agent is for Linux to say: on Windows, Image Builder neither installs nor removes it.
 * Source: issues 23568 and 23569 of hashicorp/terraform-provider-aws; the words are the sandbox's own.
 */
function checkAgent(input: Fields, platform: string): void {
  const instance = input.additionalInstanceConfiguration as Fields | undefined;
  if (platform !== "Windows" || instance?.systemsManagerAgent === undefined) return;
  throw invalidValue(
    "additionalInstanceConfiguration",
    "systemsManagerAgent cannot be specified for a recipe with a Windows base image.",
  );
}
