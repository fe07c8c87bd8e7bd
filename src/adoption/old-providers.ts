import { parseArn } from "../aws/arn";
import { at, textAt, type Value } from "../review/plan/value";
import type { TerraformCode } from "./code/terraform-code";
import { regionsOf } from "./state/region";
import type { ResourceInstance } from "./state/state";

/** Who the provider is and where, and nothing that is a secret. */
const carried = ["region", "profile", "assume_role", "allowed_account_ids"];

/**
 * A file for terraform/<stack>/ with the provider configurations that what leaves the state was made with: Terraform forgets nothing without
 * them. They may go with the first apply.
 *
 * @param left what leaves the state
 * @param all the state, for the regions of configurations that the code does not tell
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
    const said = Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
    const plain = carried.flatMap((name): [string, Value][] => {
      const value = at(said ?? null, name);
      return value === null ? [] : [[name, value]];
    });
    const made = all.filter(({ configuredBy }) => configuredBy?.module === "" && configuredBy.alias === alias);
    const accounts = new Set(made.flatMap((each) => parseArn(textAt(each.attributes, "arn") ?? "")?.account ?? []));
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

/** What leaves the state and was made with a provider that a module configures itself: only `terraform state rm` lets go of it. */
export function boundToModules(left: readonly ResourceInstance[]): readonly ResourceInstance[] {
  return left.filter(({ configuredBy }) => configuredBy !== undefined && configuredBy.module !== "");
}
