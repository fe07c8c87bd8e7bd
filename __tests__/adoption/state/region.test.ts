import { regionsOf } from "../../../src/adoption/state/region";
import type { ResourceInstance } from "../../../src/adoption/state/state";

function instance(configuredBy: ResourceInstance["configuredBy"], attributes: object): ResourceInstance {
  return { address: "aws_x.y", type: "aws_x", configuredBy, attributes } as unknown as ResourceInstance;
}

const inFrankfurt = { arn: "arn:aws:sns:eu-central-1:123456789012:builds" };
const root = { module: "", alias: undefined } as ResourceInstance["configuredBy"];
const aliased = { module: "", alias: "eu" } as ResourceInstance["configuredBy"];

describe("regions of a state", () => {
  it.each([
    ["its own ARN", aliased, inFrankfurt, "eu-central-1"],
    ["an ARN of the same provider configuration", root, { arn: "arn:aws:s3:::logs" }, "eu-central-1"],
    ["no ARN of another provider configuration", aliased, {}, undefined],
    ["no ARN of the root provider, if its own is not known", undefined, {}, undefined],
  ])("come from %s", (_, configuredBy, attributes, region) => {
    const regionOf = regionsOf([instance(root, inFrankfurt)]);
    expect(regionOf(instance(configuredBy, attributes))).toBe(region);
  });
});
