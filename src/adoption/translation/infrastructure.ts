import type { z } from "zod";

import type { build } from "../../definitions/schema/build";
import type { network } from "../../definitions/schema/network";
import { at, booleanAt, numberAt, textAt, textsAt, type Value } from "../../review/plan/value";
import { compact, filledList, filledMap, tagsAt } from "./distribution";

type Build = z.input<typeof build>;

/** What an infrastructure configuration says. */
export interface Infrastructure {
  /** What an image may have for itself. */
  readonly own: Pick<Build, "instanceTypes" | "placement" | "metadata">;
  /** What is the environment's. */
  readonly shared: Omit<Build, "instanceTypes" | "placement" | "metadata">;
  readonly network?: z.input<typeof network>;
}

/** @param description the infrastructure configuration, as the state has it */
export function infrastructureOf(description: Value): Infrastructure {
  const logs = at(description, "logging", 0, "s3_logs", 0);
  const bucket = textAt(logs, "s3_bucket_name");
  const subnet = textAt(description, "subnet_id");
  const groups = filledList([...textsAt(description, "security_group_ids")].sort());
  return {
    own: compact({
      instanceTypes: filledList([...textsAt(description, "instance_types")]),
      placement: placementOf(at(description, "placement", 0)),
      metadata: metadataOf(at(description, "instance_metadata_options", 0)),
    }),
    shared: compact({
      instanceProfile: { name: textAt(description, "instance_profile_name") ?? "" },
      keyPair: textAt(description, "key_pair"),
      terminateOnFailure: booleanAt(description, "terminate_instance_on_failure") === false ? false : undefined,
      logs: bucket === undefined ? undefined : compact({ bucket, prefix: textAt(logs, "s3_key_prefix") }),
      topic: textAt(description, "sns_topic_arn"),
      tags: filledMap(tagsAt(description, "resource_tags")),
    }),
    network: subnet === undefined ? undefined : compact({ subnet, securityGroups: groups }),
  };
}

function placementOf(placement: Value): Build["placement"] {
  const tenancy = textAt(placement, "tenancy") as "default" | "dedicated" | "host" | undefined;
  return filledMap(
    compact({
      tenancy: tenancy === "default" ? undefined : tenancy,
      availabilityZone: textAt(placement, "availability_zone"),
      host: textAt(placement, "host_id"),
      hostResourceGroup: textAt(placement, "host_resource_group_arn"),
    }),
  );
}

function metadataOf(options: Value): Build["metadata"] {
  const tokens = textAt(options, "http_tokens") as "required" | "optional" | undefined;
  const hopLimit = numberAt(options, "http_put_response_hop_limit");
  if (tokens === undefined) return "as-ami";
  return compact({ tokens, hopLimit: hopLimit === 0 ? undefined : hopLimit });
}
