import type { z } from "zod";

import { nonEmpty, nonEmptyMap, onlyDefined, withoutUndefined } from "../../collections/non-empty";
import type { build } from "../../definitions/schema/build";
import type { ownBuild } from "../../definitions/schema/own-build";
import { at, booleanAt, numberAt, textAt, textsAt, type Value } from "../../review/plan/value";
import { canonicalJson } from "../../versions/canonical";
import { tagsAt } from "./tags";

type Build = z.input<typeof build>;

/** The build settings of a single image. */
export type OwnBuildDraft = z.input<typeof ownBuild>;

/** The settings of an infrastructure configuration, with the keys of `OwnBuildDraft`. Unset settings are omitted. */
export type InfrastructureSettings = { readonly [Key in keyof OwnBuildDraft]: Exclude<OwnBuildDraft[Key], "none"> };

/** Translates an infrastructure configuration. @param description its attributes in the state */
export function infrastructureOf(description: Value): InfrastructureSettings {
  const logs = at(description, "logging", 0, "s3_logs", 0);
  const bucket = textAt(logs, "s3_bucket_name");
  const profile = textAt(description, "instance_profile_name");
  const network = withoutUndefined({
    subnet: textAt(description, "subnet_id"),
    securityGroups: nonEmpty([...textsAt(description, "security_group_ids")].sort()),
  });
  return withoutUndefined({
    instanceTypes: nonEmpty([...textsAt(description, "instance_types")]),
    instanceProfile: profile === undefined ? undefined : { name: profile },
    network: nonEmptyMap(network),
    keyPair: textAt(description, "key_pair"),
    terminateOnFailure: booleanAt(description, "terminate_instance_on_failure") === false ? false : undefined,
    logs: bucket === undefined ? undefined : withoutUndefined({ bucket, prefix: textAt(logs, "s3_key_prefix") }),
    topic: textAt(description, "sns_topic_arn"),
    placement: placementOf(at(description, "placement", 0)),
    metadata: metadataOf(at(description, "instance_metadata_options", 0)),
    tags: nonEmptyMap(tagsAt(description, "resource_tags")),
  });
}

/** The values with which an image removes a build setting of its environment. */
const absent: OwnBuildDraft = {
  instanceTypes: "none",
  network: "none",
  keyPair: "none",
  terminateOnFailure: true,
  logs: "none",
  topic: "none",
  placement: {},
  tags: {},
};

/** Returns the settings that differ from those of another infrastructure configuration. */
export function differenceOf(settings: InfrastructureSettings, base: InfrastructureSettings): OwnBuildDraft {
  const keys = [...new Set([...Object.keys(settings), ...Object.keys(base)])] as (keyof OwnBuildDraft)[];
  const differing = keys.filter((key) => !equal(settings[key], base[key]));
  return withoutUndefined(Object.fromEntries(differing.map((key) => [key, settings[key] ?? absent[key]])));
}

export function equal(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
}

function placementOf(placement: Value): Build["placement"] {
  const tenancy = textAt(placement, "tenancy") as "default" | "dedicated" | "host" | undefined;
  return onlyDefined({
    tenancy: tenancy === "default" ? undefined : tenancy,
    availabilityZone: textAt(placement, "availability_zone"),
    host: textAt(placement, "host_id"),
    hostResourceGroup: textAt(placement, "host_resource_group_arn"),
  });
}

function metadataOf(options: Value): Build["metadata"] {
  const tokens = textAt(options, "http_tokens") as "required" | "optional" | undefined;
  const hopLimit = numberAt(options, "http_put_response_hop_limit");
  if (tokens === undefined) return "as-ami";
  return withoutUndefined({ tokens, hopLimit: hopLimit === 0 ? undefined : hopLimit });
}
