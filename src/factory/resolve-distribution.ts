import { buildDate, holdsBuildDate } from "../aws/ami-name";
import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import { distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import type { ContainerDistribution, Distribution } from "./distribution";
import { namesOf } from "./names";
import { defaultKey } from "./resolve-keys";
import type { Tags } from "./tags";

/** Where an image goes. */
export function imageDistributions(
  name: string,
  definition: ImageDefinition,
  built: BuiltImage,
  environment: EnvironmentDefinition,
  origin: Tags,
): Distribution[] {
  const targets = built.distribute ?? [distribution.parse({ region: environment.region })];
  return targets.map(({ name: givenName, tags, copyTo, kmsKey, share, fastLaunch, ...target }) => ({
    ...target,
    amiName: amiName(givenName ?? namesOf(environment).ami(name)),
    amiTags: { ...environment.tags, ...definition.tags, ...tags, ...origin },
    share: { ...share, public: share.public === true },
    copyToAccounts: copyTo?.accounts ?? [],
    kmsKey: kmsKey ?? defaultKey(environment, target.region),
    fastLaunch: fastLaunch.map(({ account, ...settings }) => ({
      account: account ?? environment.account,
      ...settings,
    })),
  }));
}

/** AMI names are unique in an account and region, so the service wants the build date in each. */
function amiName(name: string): string {
  return holdsBuildDate(name) ? name : `${name}-${buildDate}`;
}

/** Where a container goes. */
export function containerDistributions(
  built: BuiltContainer,
  repository: string,
  environment: EnvironmentDefinition,
): ContainerDistribution[] {
  return (built.distribute ?? [{ region: environment.region }]).map((target) => ({
    region: target.region,
    repository: target.repository ?? repository,
    tags: target.tags ?? [],
    description: target.description,
  }));
}
