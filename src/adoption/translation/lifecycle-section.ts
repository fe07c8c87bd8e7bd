import { nonEmptyMap } from "../../collections/non-empty";
import type { ResourceInstance } from "../state/state";
import type { Tags } from "./built-context";
import type { EnvironmentDraft, Note } from "./draft";
import { lifecyclePolicyOf } from "./lifecycle";
import type { AdoptedRecipe } from "./recipes";
import { free, withoutKind } from "./slug";
import { ownTags } from "./tags";
import { nameOf } from "./versions-of";

/** `lifecycle` of an environment. */
interface LifecycleSection {
  readonly drafts: NonNullable<EnvironmentDraft["lifecycle"]>;
  /** Address of the policy, by name. */
  readonly origins: ReadonlyMap<string, string>;
}

/** The lifecycle policies of an environment; those that it cannot say are noted. */
export function lifecycleSection(
  policies: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
  tags: Tags,
  notes: Note[],
): LifecycleSection {
  const byRecipe = (kind: AdoptedRecipe["kind"]): ReadonlyMap<string, string> =>
    new Map(recipes.filter((each) => each.kind === kind).map(({ recipe, name }) => [nameOf(recipe), name]));
  const found = { images: byRecipe("image"), containers: byRecipe("container") };
  const taken = new Set<string>();
  const drafts: LifecycleSection["drafts"] = {};
  const origins = new Map<string, string>();
  for (const policy of policies) {
    const draft = lifecyclePolicyOf(policy.attributes, found);
    if ("reason" in draft) {
      notes.push({ about: policy.address, says: draft.reason });
      continue;
    }
    const name = free(withoutKind(nameOf(policy), "policy", "lifecycle"), taken);
    drafts[name] = {
      ...(name === nameOf(policy) ? {} : { name: nameOf(policy) }),
      ...draft,
      ownTags: nonEmptyMap(ownTags(policy, tags)),
    };
    origins.set(name, policy.address);
  }
  return { drafts, origins };
}
