import { resourceOf } from "../aws/arn";
import type { Place } from "../aws/place";
import { serviceNames } from "../aws/service-names";
import { allow } from "./policy-document";

/**
 * A statement of a role that lets it use a key through a service of its region.
 *
 * Source: KMS Developer Guide, "Using aliases to control access to KMS keys": a policy of IAM names no alias as its resource.
 *
 * @param key ARN of the key, or of an alias of the key
 */
export function keyStatement(
  sid: string,
  actions: readonly string[],
  key: string,
  service: "s3" | "sns",
  { region, partition }: Place,
): object {
  const resource = resourceOf(key);
  const isAlias = resource.startsWith("alias/");
  return allow(sid, actions, isAlias ? `${key.slice(0, -resource.length)}key/*` : key, {
    StringEquals: { "kms:ViaService": serviceNames(partition, `${service}.${region}`) },
    ...(isAlias ? { "ForAnyValue:StringEquals": { "kms:ResourceAliases": resource } } : {}),
  });
}
