import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { DocumentsBucket, LogBucket } from "./image-factory";
import type { Names } from "./names";

export function documentBucketOf({ documents }: EnvironmentDefinition, names: Names): DocumentsBucket {
  return { ...documents, name: names.documentBucket, create: documents.create === true };
}

/** Returns the common bucket of build logs. Undefined if the environment has none. */
export function logBucketOf({ build: { logs } }: EnvironmentDefinition, names: Names): LogBucket | undefined {
  return logs && { ...logs, name: names.logBucket, create: logs.create === true };
}
