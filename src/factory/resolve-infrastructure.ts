import type { Build } from "../definitions/schema/build";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { OwnBuild } from "../definitions/schema/own-build";
import type { RecipeKind } from "../model/recipe";
import { logBucketOf } from "./buckets";
import type { Infrastructure } from "./infrastructure";
import { type Names, sharedInfrastructures } from "./names";
import { resolveTopic } from "./resolve-topic";
import { pairId, type WrittenBuild } from "./written-builds";

/** Default hop limits. Docker adds a hop. Source: EC2 User Guide, "Instance metadata options", hop limit in a container environment. */
const HOPS = { image: 1, container: 2 } as const;

/** Default prefix of log keys if only an image sets a log bucket. */
const LOG_PREFIX = "image-builder";

/** Resolves the infrastructure configuration of a build: the shared one, that of its image, or one of the further pipeline. */
export function resolveInfrastructure(
  { kind, owner, infrastructureOf, build: own, descriptions, tags }: WrittenBuild,
  environment: EnvironmentDefinition,
  names: Names,
): Infrastructure {
  const { build } = environment;
  const topic = own?.topic ?? build.topic;
  const instanceTypes = own?.instanceTypes ?? build.instanceTypes;
  const network = own?.network === "none" ? undefined : own?.network;
  const ownId = infrastructureOf === undefined ? owner : pairId(owner, infrastructureOf);
  return {
    id: own === undefined ? sharedInfrastructures[kind] : ownId,
    name: names.infrastructure(kind, owner, infrastructureOf),
    description: (own && descriptions.infrastructure) ?? build.description,
    tags: (own && tags.infrastructure) ?? build.configurationTags,
    instanceTypes: instanceTypes === "none" ? undefined : instanceTypes,
    instanceProfile: own?.instanceProfile?.name,
    inDefaultVpc: own?.network === "none",
    subnet: network?.subnet,
    securityGroups: network?.securityGroups,
    keyPair: own?.keyPair === "none" ? undefined : (own?.keyPair ?? build.keyPair),
    terminateOnFailure: own?.terminateOnFailure ?? build.terminateOnFailure,
    logs: logsOf(own?.logs, environment, names),
    topic: topic === undefined || topic === "none" ? undefined : resolveTopic(topic, names),
    placement: own?.placement ?? build.placement,
    metadata: metadataOf(kind, own?.metadata ?? build.metadata, build.metadata),
    instanceTags: own?.tags ?? build.tags,
  };
}

function logsOf(own: OwnBuild["logs"], environment: EnvironmentDefinition, names: Names): Infrastructure["logs"] {
  if (own === "none") return undefined;
  const ofAll = logBucketOf(environment, names);
  const bucket = own?.bucket ?? ofAll?.name;
  return bucket === undefined ? undefined : { bucket, prefix: own?.prefix ?? ofAll?.prefix ?? LOG_PREFIX };
}

function metadataOf(
  kind: RecipeKind,
  metadata: Build["metadata"],
  ofAll: Build["metadata"],
): Infrastructure["metadata"] {
  if (metadata === "as-ami") return undefined;
  const hopLimit = metadata.hopLimit ?? (ofAll === "as-ami" ? undefined : ofAll.hopLimit);
  return { tokens: metadata.tokens, hopLimit: hopLimit ?? HOPS[kind] };
}
