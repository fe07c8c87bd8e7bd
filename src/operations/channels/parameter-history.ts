import { paginateGetParameterHistory } from "@aws-sdk/client-ssm";

import { oncePerText } from "../../collections/once-per";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";

/** One version of a parameter. Systems Manager keeps up to 100 of them. */
export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly labels: readonly string[];
  /** Time of the change, in milliseconds since 1970. */
  readonly since?: number;
  /** ARN of the identity that wrote the version. */
  readonly by?: string;
}

/** Returns the versions of a parameter, the oldest first; empty if the parameter does not exist. */
export async function parameterHistory(
  { ssm }: Connection,
  region: string,
  name: string,
): Promise<readonly ParameterVersion[]> {
  const versions: ParameterVersion[] = [];
  await ifExists(async () => {
    const pages = paginateGetParameterHistory({ client: ssm(region) }, { Name: name, MaxResults: 50 });
    for await (const { Parameters: parameters = [] } of pages)
      for (const each of parameters) {
        const { Version: version, Value: value, Labels: labels = [], ...rest } = complete(each, "Version", "Value");
        versions.push({ version, value, labels, since: rest.LastModifiedDate?.getTime(), by: rest.LastModifiedUser });
      }
  });
  return versions.sort((a, b) => a.version - b.version);
}

/** Returns a function that reads each history once, by region and then by the name of the parameter. */
export function historiesOf(connection: Connection) {
  return oncePerText((region) => oncePerText(async (name) => parameterHistory(connection, region, name)));
}

/** Number of versions that Systems Manager keeps. It refuses a new version if the oldest of them has a label. */
const kept = 100;
const warnFrom = 80;

/**
 * Warns if a label on an old version will soon block new builds. Returns undefined if more than 20 new versions can still be written.
 *
 * Source: Systems Manager API Reference, ParameterMaxVersionLimitExceeded.
 */
export function fullWarning(name: string, region: string, versions: readonly ParameterVersion[]): string | undefined {
  const labelled = versions.find(({ labels }) => labels.length > 0);
  const newest = versions.at(-1);
  if (labelled === undefined || newest === undefined) return undefined;
  const used = newest.version - labelled.version + 1;
  if (used < warnFrom) return undefined;
  const labels = labelled.labels.map((label) => `"${label}"`).join(", ");
  const left = Math.max(0, kept - used);
  return `${name} in ${region}: version ${labelled.version} has the label ${labels} and is ${used - 1} versions behind the newest; ${left === 0 ? "builds can no longer write it" : `after ${left} more ${left === 1 ? "build" : "builds"}, no build can write it`}; promote a newer build to that channel`;
}
