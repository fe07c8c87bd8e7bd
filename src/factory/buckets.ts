import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { DocumentsBucket, LogBucket } from "./image-factory";
import type { Names } from "./names";

export function documentBucketOf({ documents }: EnvironmentDefinition, names: Names): DocumentsBucket {
  const { create, inline, protection } = documents;
  return { name: names.documentBucket, create: create === true, protection, inline };
}

/** The bucket of build logs that all share; undefined where there is none. */
export function logBucketOf({ build }: EnvironmentDefinition, names: Names): LogBucket | undefined {
  if (build.logs === undefined) return undefined;
  const { create, prefix, expireDays, protection } = build.logs;
  return { name: names.logBucket, create: create === true, prefix, expireDays, protection };
}
