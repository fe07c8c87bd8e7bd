import type { Context } from "../helpers/iam/conditions";
import type { CreatedPolicy } from "../helpers/iam/created-policies";
import { decide, type Decision } from "../helpers/iam/evaluate";

/** What the policies of one role, bucket, key or topic have to say of one request. */
export interface Requirement {
  /** The feature that fails without it, or what must not be. */
  readonly feature: string;
  /** As in CreatedPolicy; or the address of one policy, where it has to say so by itself. */
  readonly of: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
  readonly principal?: string;
  readonly expected: Decision;
}

type Rest = Partial<Pick<Requirement, "context" | "principal" | "expected">>;

/** Requirements of one holder: `needs(feature, actions, resources, rest)`. */
export function requirementsOf(of: string) {
  return (
    feature: string,
    actions: string | readonly string[],
    resources: string | readonly string[],
    { context = {}, principal, expected = "allow" }: Rest = {},
  ): Requirement[] =>
    [actions]
      .flat()
      .flatMap((action) =>
        [resources].flat().map((resource) => ({ feature, of, action, resource, context, principal, expected })),
      );
}

/** Those that policies do not meet, in words. */
export function unmet(requirements: readonly Requirement[], policies: readonly CreatedPolicy[]): string[] {
  return requirements.flatMap((requirement) => {
    const own = policies
      .filter(({ of, address }) => [of, address].includes(requirement.of))
      .map(({ policy }) => policy);
    const decision = decide(own, requirement);
    const { feature, of, action, resource, expected } = requirement;
    return decision === expected
      ? []
      : [`${feature}: ${of}: ${action} on ${resource} is "${decision}", not "${expected}"`];
  });
}
