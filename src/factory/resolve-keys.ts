import { sortedUnique, unique } from "../collections/unique";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { KmsKey } from "../model/recipe";
import type { CreatedKeys } from "./image-factory";
import { namesOf } from "./names";
import { writtenTargets } from "./written-builds";

/** Returns the default KMS key in a region. A given key of the environment exists only in the environment's region; created keys in all. */
export function defaultKey({ encryption, region }: EnvironmentDefinition, target = region): KmsKey | undefined {
  if (encryption?.create === true) return { created: true };
  return target === region ? encryption?.kmsKey : undefined;
}

/** Returns the KMS keys that an environment creates, in all regions that receive its AMIs. Undefined if the environment creates none. */
export function createdKeys(environment: EnvironmentDefinition): CreatedKeys | undefined {
  const { encryption, region } = environment;
  if (encryption?.create !== true) return undefined;
  const targets = writtenTargets(environment).map(({ target }) => target);
  const { deletionDays, users, administrators, statements } = encryption;
  return {
    alias: namesOf(environment).keyAlias,
    deletionDays,
    users,
    administrators,
    statements,
    regions: unique([region, ...targets.map((target) => target.region)]),
    sharedWith: {
      accounts: sortedUnique(targets.flatMap(({ share, copyTo }) => [...share.accounts, ...(copyTo?.accounts ?? [])])),
      organizations: sortedUnique(targets.flatMap(({ share }) => share.organizations)),
      organizationalUnits: sortedUnique(targets.flatMap(({ share }) => share.organizationalUnits)),
    },
  };
}
