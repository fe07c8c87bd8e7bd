import type { Place } from "../factory/arn";
import type { RecipeComponent } from "../factory/recipe-content";

/**
 * A recipe without the account and region in its ARNs: these are of the environment, not of the content, and the same recipe is to have
 * the same version everywhere.
 */
export function placeless<T extends { readonly parentImage: string; readonly components: readonly RecipeComponent[] }>(
  content: T,
  { partition, region, account }: Place,
): T {
  const prefix = `arn:${partition}:imagebuilder:${region}:`;
  const neutral = (arn: string): string => {
    if (!arn.startsWith(prefix)) return arn;
    const rest = arn.slice(prefix.length);
    return rest.startsWith(`${account}:`) ? `own:${rest.slice(account.length + 1)}` : rest;
  };
  return {
    ...content,
    parentImage: neutral(content.parentImage),
    components: content.components.map((component) =>
      "arn" in component ? { ...component, arn: neutral(component.arn) } : component,
    ),
  };
}
