import type { StackRole } from "../versions/environment-entry";

/** Returns the name of a stack. Stacks of an environment have different names, because a consumer may later build images, too. */
export function stackName(environment: string, role: StackRole): string {
  return role === "builder" ? environment : `${environment}-consumer`;
}
