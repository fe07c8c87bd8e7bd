import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { namesOf } from "./names";
import { placeOf } from "./place";

/**
 * ARNs of the roles as which Image Builder works for an environment: its service-linked one, and the execution role that is given or created. Both,
 * whichever the pipelines use today: an image that learns to need the other one must not fail at the accounts that it goes to.
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
