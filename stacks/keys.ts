import { TerraformOutput, type TerraformStack } from "cdktf";

import type { KeyArn } from "../src/constructs/key-arn";
import { KmsKey } from "../src/constructs/kms-key";
import type { ImageFactory } from "../src/factory/image-factory";
import { providerOf } from "./provider";

/** The keys of a stack: makes one in each region where the environment wants it. */
export function keysOf(stack: TerraformStack, factory: ImageFactory): KeyArn {
  const { keys, place } = factory;
  const made = new Map(
    keys?.regions.map((region) => {
      const provider = region === place.region ? undefined : providerOf(region, stack, factory);
      return [region, new KmsKey(stack, `key-${region}`, { keys, place: { ...place, region }, provider }).arn];
    }),
  );
  if (made.size > 0)
    new TerraformOutput(stack, "kms_key_arns", {
      description: "ARN of each made key, by region, for kmsKeys where the images are received",
      value: Object.fromEntries(made),
    }).overrideLogicalId("kms_key_arns");
  return (key, region) => {
    if (typeof key === "string") return key;
    const arn = made.get(region);
    if (arn === undefined) throw new Error(`the stack makes no key in "${region}"`);
    return arn;
  };
}
