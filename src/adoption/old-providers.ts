import { parseArn } from "../aws/arn";
import { own } from "../collections/own";
import { at, textAt, type Value } from "../review/plan/value";
import type { TerraformCode } from "./code/terraform-code";
import { regionsOf } from "./state/region";
import type { ResourceInstance } from "./state/state";

/** Provider arguments that are taken over: identity and region, and no secrets. */
const carried = ["region", "profile", "assume_role", "allowed_account_ids"];

/**
 * Returns a file for terraform/<stack>/ with the provider configurations of resources that are removed from the state. Terraform needs them
 * to remove these resources. They can be deleted after the first apply.
 *
 * @param left instances that are removed from the state
 * @param all all instances of the state, to find the region of provider configurations if the code does not set it
 * @param region region of configurations whose region is not known otherwise
 * @returns undefined if no configuration is needed
 */
export function oldProviders(
  left: readonly ResourceInstance[],
  all: readonly ResourceInstance[],
  { aliases }: TerraformCode,
  region: string,
): string | undefined {
  const regionOf = regionsOf(all);
  const needed = new Set(
    left.flatMap(({ configuredBy }) => (configuredBy?.module === "" ? (configuredBy.alias ?? []) : [])),
  );
  if (needed.size === 0) return undefined;
  const aws = [...needed].sort().map((alias) => {
    const said = own(aliases, alias);
    const plain = carried.flatMap((name): [string, Value][] => {
      const value = at(said ?? null, name);
      return value === null ? [] : [[name, value]];
    });
    const made = all.filter(({ configuredBy }) => configuredBy?.module === "" && configuredBy.alias === alias);
    const accounts = new Set(made.flatMap((each) => parseArn(textAt(each.attributes, "arn"))?.account ?? []));
    accounts.delete("");
    return {
      alias,
      region: made.map(regionOf).find((found) => found !== undefined) ?? region,
      ...(accounts.size === 0 ? {} : { allowed_account_ids: [...accounts] }),
      ...(Object.fromEntries(plain) as object),
    };
  });
  return `${JSON.stringify({ provider: { aws } }, undefined, 2)}\n`;
}

/** Finds removed instances whose provider is configured in a module. Only `terraform state rm` can remove them from the state. */
export function boundToModules(left: readonly ResourceInstance[]): readonly ResourceInstance[] {
  return left.filter(({ configuredBy }) => configuredBy !== undefined && configuredBy.module !== "");
}
