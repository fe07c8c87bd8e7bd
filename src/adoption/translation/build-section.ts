import { nonEmptyMap, onlyDefined, withoutUndefined } from "../../collections/non-empty";
import { textAt } from "../../review/plan/value";
import { blockOf, type TerraformCode } from "../code/terraform-code";
import type { ResourceInstance } from "../state/state";
import { type BuiltContext, likeNote } from "./built-context";
import { documentBucketOf } from "./document-bucket";
import type { EnvironmentDraft } from "./draft";
import { type AdoptedRecipe, ownRunOf, type SharedInfrastructure } from "./recipes";
import { instanceProfileOf } from "./roles";
import { bucketsOf, logGroupsOf, topicOf } from "./settings";
import type { Surroundings } from "./surroundings";
import { nameOf } from "./versions-of";

/** Returns the keys `build` and `documents` of an environment. */
export function buildSection(
  open: readonly ResourceInstance[],
  surroundings: Surroundings,
  recipes: readonly AdoptedRecipe[],
  { place, base, baseWords, shared, notes }: BuiltContext,
): Pick<EnvironmentDraft, "documents" | "build"> {
  const { instanceTypes, instanceProfile: profile, keyPair, terminateOnFailure, placement, metadata, tags } = base;
  const { documents, logs } = bucketsOf(
    documentBucketOf(open, place),
    surroundings,
    typeof base.logs === "object" ? base.logs : undefined,
  );
  const named = (of: SharedInfrastructure | undefined, usual: string): string | undefined =>
    of === undefined || nameOf(of.instance) === usual ? undefined : nameOf(of.instance);
  // Names are unique. If images and containers share a configuration, containers get their own with the same content.
  const isOne = shared.container !== undefined && shared.container.instance === shared.image?.instance;
  if (isOne) notes.push(likeNote("containers", shared.container.instance));
  const ofContainers = isOne ? undefined : shared.container;
  return {
    documents,
    build: withoutUndefined({
      name: named(shared.image, "image-factory"),
      containersName: named(ofContainers, "image-factory-containers"),
      instanceTypes,
      placement,
      metadata,
      instanceProfile: profile === undefined ? undefined : instanceProfileOf(profile.name, surroundings),
      keyPair,
      terminateOnFailure,
      logs,
      logGroups: logGroupsOf(
        recipes
          .filter((each) => ownRunOf(each) !== undefined)
          .map(({ recipe, pipelines }) => ({
            recipe: nameOf(recipe),
            pipelines: pipelines.map(({ instance }) => nameOf(instance)),
          })),
        surroundings,
      ),
      topic: topicOf(base.topic, surroundings),
      description: baseWords.description,
      configurationTags: nonEmptyMap(baseWords.tags),
      tags,
    }),
  };
}

/** Returns the key `deployment` of an environment: the profile and role with which the old code deploys. */
export function deploymentOf({ provider }: TerraformCode): EnvironmentDraft["deployment"] {
  const role = blockOf(provider, "assume_role");
  const arn = textAt(role, "role_arn");
  const assumed = { externalId: textAt(role, "external_id"), sessionName: textAt(role, "session_name") };
  return onlyDefined({
    profile: textAt(provider, "profile"),
    role: arn === undefined ? undefined : withoutUndefined({ arn, ...assumed }),
  });
}
