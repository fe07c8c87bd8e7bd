import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { namesOf } from "./names";
import { placeOf } from "./place";

/**
 * Returns the ARNs of the roles that Image Builder uses for an environment: its service-linked role and the execution role. Always both, so that
 * a pipeline that later needs the other role does not fail in the accounts that receive its images.
 *
 * Source: Image Builder User Guide, "Use IAM service-linked roles for Image Builder".
 */
export function builderRoles(environment: EnvironmentDefinition): string[] {
  const place = placeOf(environment);
  const role = (name: string) => `arn:${place.partition}:iam::${place.account}:role/${name}`;
  return [
    role("aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder"),
    environment.executionRole.arn ?? role(environment.executionRole.path.slice(1) + namesOf(environment).executionRole),
  ];
}
