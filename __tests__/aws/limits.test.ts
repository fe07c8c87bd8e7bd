import { shapeNamed } from "../../sandbox/imagebuilder/api-model";
import { amiNamePattern, maxAmiName } from "../../src/aws/ami-name";
import {
  maxInlineDocument,
  maxParameterName,
  maxRecipesOfPolicy,
  maxText,
  maxUserDataBytes,
} from "../../src/aws/limits";
import { maxResourceTags, maxTags, maxTagValue } from "../../src/aws/tags";
import { recipeVolume } from "../../src/aws/volume-types";

test.each([
  ["NonEmptyString", maxText],
  ["InlineComponentData", maxInlineDocument],
  ["InlineWorkflowData", maxInlineDocument],
  ["ComponentParameterName", maxParameterName.component],
  ["WorkflowParameterName", maxParameterName.workflow],
  ["TagMap", maxTags],
  ["ResourceTagMap", maxResourceTags],
  ["TagValue", maxTagValue],
  ["AmiNameString", maxAmiName],
  ["LifecyclePolicyResourceSelectionRecipes", maxRecipesOfPolicy],
  ["EbsVolumeSizeInteger", recipeVolume.size.maximum],
  ["EbsVolumeThroughput", recipeVolume.throughput.maximum],
])("%s of the API has at most %d", (shape, most) => {
  expect(shapeNamed(shape).max).toBe(most);
});

test("user data is what base64 makes of it: four characters for three bytes", () => {
  const most = shapeNamed("UserDataOverride").max ?? 0;
  expect(Buffer.alloc(maxUserDataBytes).toString("base64").length).toBeLessThanOrEqual(most);
  expect(Buffer.alloc(maxUserDataBytes + 1).toString("base64").length).toBeGreaterThan(most);
});

test("the pattern of AMI names is the API's", () => {
  expect(amiNamePattern.source.replaceAll("\\.", ".")).toBe(
    shapeNamed("AmiNameString").pattern?.replaceAll("\\.", "."),
  );
});
