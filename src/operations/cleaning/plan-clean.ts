import { oncePerText } from "../../collections/once-per";
import type { Built } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import { channelsByAmi } from "../channels/channels-by-ami";
import { amiFacts } from "../images/ami-facts";
import { type BuildSummary, findBuilds, hasEnded } from "../images/find-builds";
import { isForgotten, withLostAmis } from "./lost-amis";
import { ownAmisIn } from "./own-amis";
import { recipesByParent, recipesOn } from "./recipes-on";
import { usesIn } from "./uses";

/** A build that could be removed, and the reasons against it. */
export interface Candidate {
  readonly image: string;
  readonly build: BuildSummary;
  readonly amis: readonly { readonly id: string; readonly region: string; readonly snapshots: readonly string[] }[];
  /** Why the build is needed; empty if nothing needs it. */
  readonly kept: readonly string[];
  /** Why AWS would refuse to remove part of the build, even with --force. The removal must not be started then. */
  readonly refused: readonly string[];
}

export interface CleanOptions {
  /** Number of newest AVAILABLE builds to keep for each image. Builds without a record count if there are not enough. */
  readonly keep: number;
}

/** Returns all builds of the images that have ended, except the newest ones, with the reasons to keep each. */
export async function planClean(
  connection: Connection,
  factory: ImageFactory,
  images: readonly Built[],
  { keep }: CleanOptions,
): Promise<readonly Candidate[]> {
  const uses = oncePerText((region) => usesIn(connection, region));
  const ownAmis = oncePerText((region) => ownAmisIn(connection, region));
  const recipes = await recipesByParent(connection);
  const candidates: Candidate[] = [];
  for (const built of images) {
    const builds = await withLostAmis(connection, built, await findBuilds(connection, built), ownAmis);
    const good = builds.filter((build) => build.status === "AVAILABLE" || isForgotten(build));
    const newest = new Set(good.slice(0, keep));
    const old = builds
      .filter((build) => !newest.has(build) && build.status !== "DELETED")
      .filter((build) => hasEnded(build.status) || isForgotten(build));
    const facts = await amiFacts(
      connection,
      old.flatMap(({ amis }) => amis),
    );
    const channelsOf = await channelsByAmi(connection, factory, built);
    for (const build of old) {
      const amis = [];
      const kept: string[] = [];
      const refused = recipesOn(recipes, build, builds).map((recipe) => `${recipe} is built on it`);
      for (const { id, region, account } of build.amis) {
        if (account !== connection.place.account)
          kept.push(`${id} in ${region} is in account ${account}: clean it up there, or with a lifecycle policy`);
        kept.push(...channelsOf({ region, id }).map((channel) => `channel ${channel} points at ${id} in ${region}`));
        const known = facts.get(id);
        if (known === undefined) continue;
        amis.push({ id, region, snapshots: known.snapshots });
        if (known.isProtected) refused.push(`${id} in ${region} is protected from deregistration`);
        for (const snapshot of known.snapshots) {
          const others = (await ownAmis(region)).bySnapshot.get(snapshot)?.filter((ami) => ami !== id) ?? [];
          kept.push(...others.map((ami) => `${ami} in ${region} uses ${snapshot}, a snapshot of ${id}`));
        }
        if (known.sharedWith.length > 0) kept.push(`${id} in ${region} is shared with ${known.sharedWith.join(", ")}`);
        if (known.instances.length > 0)
          kept.push(`${id} in ${region} is used by instance ${known.instances.join(", ")}`);
        const using = [...((await uses(region)).get(id) ?? []), ...(recipes.get(id) ?? [])];
        kept.push(...using.map((who) => `${id} in ${region} is used by ${who}`));
      }
      const byTerraform = !build.ofPipeline && !isForgotten(build) && build.version === built.recipe.version;
      if (built.buildOnDeploy !== undefined && byTerraform)
        kept.push("Terraform built it (buildOnDeploy), and would build it again");
      // Rules of the repository itself remove container images.
      if (build.containers.length > 0)
        kept.push("it is a container image: repository.keep in the environment removes old ones");
      candidates.push({ image: built.name, build, amis, kept, refused });
    }
  }
  return candidates;
}
