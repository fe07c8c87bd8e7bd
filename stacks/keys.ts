import type { KeyArn } from "../src/constructs/key-arn";
import { KmsKey } from "../src/constructs/kms-key";
import type { ImageFactory } from "../src/factory/image-factory";
import { addressOfKey } from "../src/versions/created-address";
import type { ProjectStack } from "./project-stack";
import type { Providers } from "./provider";

/** Creates the KMS keys of a stack, one in each region of the environment. Returns a function that finds their ARNs. */
export function createKeys(stack: ProjectStack, factory: ImageFactory, providers: Providers): KeyArn {
  const { keys, place, created } = factory;
  const arns = new Map(
    keys?.regions.map((region) => {
      const address = addressOfKey(created, region);
      const props = { keys, place: { ...place, region }, address, provider: providers(region) };
      return [region, new KmsKey(stack, `key-${region}`, props).arn];
    }),
  );
  if (arns.size > 0)
    stack.output(
      "kms_key_arns",
      "ARN of each made key, by region, for kmsKeys where the images are received",
      Object.fromEntries(arns),
    );
  return (key, region) => {
    if (typeof key === "string") return key;
    const arn = arns.get(region);
    if (arn === undefined) throw new Error(`the stack creates no key in "${region}"`);
    return arn;
  };
}
