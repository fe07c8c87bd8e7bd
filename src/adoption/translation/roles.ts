import type { z } from "zod";

import { nonEmpty, withoutUndefined } from "../../collections/non-empty";
import { policiesOfBuilds } from "../../aws/managed-policies";
import type { build } from "../../definitions/schema/build";
import type { serviceRole } from "../../definitions/schema/lifecycle";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { Surroundings } from "./surroundings";

type InstanceProfile = NonNullable<z.input<typeof build>["instanceProfile"]>;
type ServiceRole = z.input<typeof serviceRole>;

/** What a made role has besides what it is given: the names of AWS's own policies. */
const ofBuilds = policiesOfBuilds(true);

/** The instance profile of build instances: made where the state has it with its role, else named. */
export function instanceProfileOf(name: string, surroundings: Surroundings): InstanceProfile {
  const profile = surroundings.find("aws_iam_instance_profile", "name", name);
  const role = profile && surroundings.find("aws_iam_role", "name", textAt(profile.attributes, "role"));
  if (role === undefined) return { name };
  const roleName = textAt(role.attributes, "name") ?? "";
  const policies = policiesOf(role, surroundings).filter((arn) => !ofBuilds.includes(lastPart(arn)));
  return withoutUndefined({ create: true as const, name, roleName, policies: nonEmpty(policies) });
}

/** A role that Image Builder assumes: made where the state has it, else named. */
export function serviceRoleOf(arn: string, own: string, surroundings: Surroundings): ServiceRole {
  const role = surroundings.find("aws_iam_role", "arn", arn);
  if (role === undefined) return { arn };
  const policies = policiesOf(role, surroundings).filter((policy) => lastPart(policy) !== own);
  return withoutUndefined({
    create: true as const,
    name: textAt(role.attributes, "name"),
    policies: nonEmpty(policies),
  });
}

function policiesOf(role: ResourceInstance, surroundings: Surroundings): string[] {
  const name = textAt(role.attributes, "name");
  return surroundings
    .all("aws_iam_role_policy_attachment")
    .filter(({ attributes }) => textAt(attributes, "role") === name)
    .map(({ attributes }) => textAt(attributes, "policy_arn") ?? "")
    .sort();
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
