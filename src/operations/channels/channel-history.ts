import type { ParameterVersion } from "./parameter-history";

/**
 * The AMIs that a channel pointed at, the last one is where it points now. Going back takes what was gone back from out of it, so that going back twice
 * goes back two.
 */
export function promotions(versions: readonly ParameterVersion[]): readonly ParameterVersion[] {
  const stack: ParameterVersion[] = [];
  for (const version of versions) {
    const earlier = stack.findIndex(({ value }) => value === version.value);
    if (earlier >= 0) stack.length = earlier;
    stack.push(version);
  }
  return stack;
}
