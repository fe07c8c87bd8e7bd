import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { placeOf } from "./resolve-factory";
import type { Place } from "./arn";

/** Name of the role that an environment makes for Image Builder to execute its pipelines. */
export function executionRoleName({ region }: Pick<Place, "region">): string {
  return `ec2-image-builder-execution-${region}`;
}

/**
 * ARNs of the roles as which Image Builder works for an environment: its service-linked one, and the execution role that is given or made. Both,
 * whichever the pipelines use today: an image that learns to need the other one must not fail at the accounts that it goes to.
 *
 * Source: Image Builder User Guide, "Use IAM service-linked roles for Image Builder".
 */
export function builderRoles(environment: EnvironmentDefinition): string[] {
  const place = placeOf(environment);
  const role = (name: string) => `arn:${place.partition}:iam::${place.account}:role/${name}`;
  return [
    role("aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder"),
    environment.executionRole.arn ?? role(executionRoleName(place)),
  ];
}
