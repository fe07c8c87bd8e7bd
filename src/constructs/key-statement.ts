import { resourceOf } from "../aws/arn";
import type { Place } from "../aws/place";
import { serviceNames } from "../aws/service-names";
import { allow } from "./policy-document";

/**
 * Returns a statement of an IAM policy that allows the use of a KMS key through a service in its region.
 *
 * Source: KMS Developer Guide, "Using aliases to control access to KMS keys": an IAM policy cannot name an alias as a resource.
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
