import { maxRecipesOfPolicy } from "../../aws/limits";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { lockFile, type Project } from "../../project/load-project";
import { digestOfText } from "../../versions/digest";
import { Ledger } from "../../versions/ledger";
import { lockText } from "../../versions/lock-text";
import { problemAt } from "../problem-at";

const example = (versions: readonly string[], keep: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}lifecycle:\n  old-images:\n    images: [base]\n    rules: [{ action: delete, keep: ${keep} }]\n`,
  [lockFile]: lockText(
    new Map([
      [
        "imageRecipe",
        new Map([
          [
            "base",
            {
              current: versions.at(-1),
              versions: new Map(versions.map((version) => [version, digestOfText(version)])),
            },
          ],
        ]),
      ],
    ]),
    new Map(),
  ),
});

export const lifecycleCount: Rule = {
  code: "lifecycle-count",
  severity: "note",
  summary:
    "Image Builder counts the images to keep for each recipe version separately, and the lock keeps several versions. More images stay than the number says.",
  source: "AWS's samples of lifecycle policies: count and retainAtLeast are of one recipe version; docs/reference.md",
  fail: [example(["1.0.0", "1.0.1"], "▸5")],
  pass: [example(["1.0.0"], "5")],
};

/** Finds numbers of images to keep that stand for more than they say. */
export function checkLifecycleCounts(
  { source }: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  const policies = Object.entries(value.lifecycle);
  if (policies.length === 0) return [];
  const { ledger } = Ledger.read(lockFile, project.lock);
  return policies.flatMap(([name, policy]) => {
    const versions = versionsIn(policy, ledger);
    const held = Math.min(
      maxRecipesOfPolicy,
      versions.reduce((sum, count) => sum + count, 0),
    );
    if (versions.every((count) => count < 2)) return [];
    return policy.rules.flatMap(({ keep, retainAtLeast }, index) => {
      const [key, count] = keep === undefined ? (["retainAtLeast", retainAtLeast] as const) : (["keep", keep] as const);
      if (count === undefined) return [];
      const message = `"${key}" counts for each version of a recipe, and the policy holds ${held}: up to ${count * held} images stay`;
      const fix = `expect that many, or decide by age alone, with "after" and without "retainAtLeast"`;
      return [problemAt(lifecycleCount, source, ["lifecycle", name, "rules", index, key], message, fix)];
    });
  });
}

/** How many versions of each recipe the policy holds; none where it goes by tags. */
function versionsIn({ images, containers = [], versions }: LifecyclePolicyDefinition, ledger: Ledger): number[] {
  const kind = images === undefined ? "containerRecipe" : "imageRecipe";
  return (images ?? containers).map((recipe) => (versions === "current" ? 1 : ledger.history(kind, recipe).length));
}
