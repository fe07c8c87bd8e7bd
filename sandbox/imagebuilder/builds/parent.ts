import { createHash } from "node:crypto";

import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { ssmParameterName } from "../../../src/aws/ssm-parameter";
import { type Fields, text } from "../fields";
import type { Build } from "./build";
import { BuildFailure } from "./failure";

/**
 * Finds the AMI from which the instance of the build starts.
 *
 * @throws BuildFailure if the parent image no longer exists
 */
export async function resolveParent(build: Build): Promise<void> {
  const { recipe, log, isContainer } = build;
  const parent = text(recipe, "parentImage");
  if (isContainer) {
    const instance = (recipe.instanceConfiguration ?? {}) as Fields;
    // By default, the service uses an AMI that is optimised for ECS.
    build.parentAmiId = await amiOf(build, text(instance, "image") || "ssm:/aws/service/ecs/optimized-ami");
    if (parseImageBuilderArn(parent) !== undefined) await amiOf(build, parent);
    return;
  }
  build.parentAmiId = await amiOf(build, parent);
  log.add(`Resolved Image Recipe parent image ${parent} to AMI ${build.parentAmiId}`);
}

async function amiOf({ site }: Build, parent: string): Promise<string> {
  if (parent.startsWith("ami-")) return parent;
  if (parent.startsWith("ssm:")) {
    const name = ssmParameterName(parent.slice("ssm:".length));
    const value = await site.world.parameter(site.place.region, name);
    if (value !== undefined) return value;
    // AWS's parameters exist in every region, but the sandbox does not have all of them.
    if (name.startsWith("/aws/service/")) return standIn(parent);
    throw new BuildFailure(`The parent image '${parent}' could not be resolved: the parameter does not exist.`);
  }
  if (parseImageBuilderArn(parent)?.owner !== site.place.account) return standIn(parent);
  const newest = site.store.matching(parent).find(({ state }) => (state as Fields).status === "AVAILABLE");
  if (newest === undefined) throw new BuildFailure(`The parent image '${parent}' does not exist, or is not available.`);
  const { amis = [] } = (newest.outputResources ?? {}) as { readonly amis?: readonly Fields[] };
  const ami = amis.find(({ region }) => region === site.place.region);
  return ami === undefined ? standIn(parent) : text(ami, "image");
}

/** Returns an AMI ID for an image that AWS manages, which does not exist in the sandbox. The same image always gets the same ID. */
function standIn(parent: string): string {
  return `ami-${createHash("sha256").update(parent).digest("hex").slice(0, 17)}`;
}
