import type { z } from "zod";

import { policiesOfBuilds } from "../../aws/managed-policies";
import { nonEmpty, withoutUndefined } from "../../collections/non-empty";
import type { build } from "../../definitions/schema/build";
import type { serviceRole } from "../../definitions/schema/lifecycle";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { EnvironmentDraft, Note } from "./draft";
import { filePlaces, otherPlaces } from "./file-places";
import type { AdoptedRun } from "./recipes";
import type { Surroundings } from "./surroundings";

type InstanceProfile = NonNullable<z.input<typeof build>["instanceProfile"]>;
type ServiceRole = z.input<typeof serviceRole>;

/** Translates the instance profile of builds. The project manages it if the state contains it and its role; otherwise it refers to it by name. */
export function instanceProfileOf(name: string, surroundings: Surroundings): InstanceProfile {
  const profile = surroundings.find("aws_iam_instance_profile", "name", name);
  const roleName = profile && textAt(profile.attributes, "role");
  const role = surroundings.find("aws_iam_role", "name", roleName);
  if (role === undefined || roleName === undefined) return { name };
  const own = policiesOfBuilds(surroundings.all("aws_imagebuilder_container_recipe").length > 0);
  const policies = policiesOf(role, surroundings).filter((arn) => !own.includes(lastPart(arn)));
  return withoutUndefined({
    create: true as const,
    name,
    roleName,
    policies: nonEmpty(policies),
    read: placesIn("ReadFiles", "s3:GetObject", roleName, surroundings),
    write: placesIn("WriteFiles", "s3:PutObject", roleName, surroundings),
  });
}

/** Translates a role that Image Builder assumes. The project manages it if the state contains it; otherwise it refers to it by ARN. */
function serviceRoleOf(arn: string, own: string, surroundings: Surroundings): ServiceRole {
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
    .flatMap(({ attributes }) => textAt(attributes, "policy_arn") ?? [])
    .sort();
}

/**
 * Returns the S3 locations in the inline policies of a role, as `instanceProfile.read` and `write` give them: those of this project, and those
 * of other code that a component names. Undefined if there are none.
 */
function placesIn(
  sid: "ReadFiles" | "WriteFiles",
  action: "s3:GetObject" | "s3:PutObject",
  role: string,
  surroundings: Surroundings,
): string[] | undefined {
  const texts = surroundings
    .all("aws_imagebuilder_component")
    .map(({ attributes }) => textAt(attributes, "data") ?? "");
  const isNamed = (place: string): boolean => texts.some((text) => text.includes(`s3://${place.split("/")[0] ?? ""}/`));
  const policies = surroundings
    .all("aws_iam_role_policy")
    .filter(({ attributes }) => textAt(attributes, "role") === role)
    .map(({ attributes }) => textAt(attributes, "policy"));
  return nonEmpty(
    policies.flatMap((policy) => [...filePlaces(policy, sid), ...otherPlaces(policy, action).filter(isNamed)]),
  );
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Translates the execution role and the lifecycle role. An environment has one of each; adds a note for each further role. */
export function serviceRoles(
  open: readonly ResourceInstance[],
  runs: readonly AdoptedRun[],
  surroundings: Surroundings,
  notes: Note[],
): Pick<EnvironmentDraft, "executionRole" | "lifecycleRole"> {
  const only = (roles: readonly (string | undefined)[], what: string): string | undefined => {
    const [role, ...others] = new Set(roles.filter((each) => each !== undefined));
    if (role === undefined) return undefined;
    const says = `a second ${what}: an environment has one, "${role}"`;
    notes.push(...others.map((about) => ({ about, says })));
    return role;
  };
  const policies = open.filter(({ type }) => type === "aws_imagebuilder_lifecycle_policy");
  const execution = only(
    runs.map(({ instance }) => textAt(instance.attributes, "execution_role")),
    "execution role",
  );
  const lifecycle = only(
    policies.map(({ attributes }) => textAt(attributes, "execution_role")),
    "lifecycle role",
  );
  return {
    executionRole:
      execution === undefined ? undefined : serviceRoleOf(execution, "EC2ImageBuilderExecutionPolicy", surroundings),
    lifecycleRole:
      lifecycle === undefined
        ? undefined
        : serviceRoleOf(lifecycle, "EC2ImageBuilderLifecycleExecutionPolicy", surroundings),
  };
}
