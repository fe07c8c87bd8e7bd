import { maxRecipesOfPolicy } from "../../aws/limits";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { Example } from "../../problems/rule";
import { lockFile } from "../../project/load-project";
import { digestOfText } from "../../versions/digest";
import { Ledger } from "../../versions/ledger";
import { lockText } from "../../versions/lock-text";
import type { ProjectRule } from "../project-rule";
import { withRules } from "./example";
import { policiesOf } from "./policies";

const locked = (versions: readonly string[], rule: string): Example => {
  const entry = {
    current: versions.at(-1),
    versions: new Map(versions.map((version) => [version, digestOfText(version)])),
  };
  return {
    ...withRules(rule),
    [lockFile]: lockText(new Map([["imageRecipe", new Map([["base", entry]])]]), new Map()),
  };
};

export const lifecycleCount: ProjectRule = {
  code: "lifecycle-count",
  severity: "note",
  summary:
    "Image Builder counts the images to keep for each recipe version separately, and the lock keeps several versions. More images stay than the number says.",
  source: "AWS's samples of lifecycle policies: count and retainAtLeast are of one recipe version; docs/reference.md",
  fail: [
    locked(["1.0.0", "1.0.1"], "{ action: delete, keep: ▸5 }"),
    locked(["1.0.0", "1.0.1"], "{ action: delete, after: { years: 1 }, retainAtLeast: ▸2 }"),
  ],
  pass: [
    locked(["1.0.0"], "{ action: delete, keep: 5 }"),
    locked(["1.0.0", "1.0.1"], "{ action: delete, after: { years: 1 } }"),
  ],
  eachEnvironment(environment, report, { project }) {
    const policies = policiesOf(environment);
    if (policies.length === 0) return;
    const { ledger } = Ledger.read(lockFile, project.lock);
    for (const { path, value } of policies) {
      const versions = versionsIn(value, ledger);
      if (versions.every((count) => count < 2)) continue;
      const all = versions.reduce((sum, count) => sum + count, 0);
      const held = Math.min(maxRecipesOfPolicy, all);
      value.rules.forEach(({ keep, retainAtLeast }, index) => {
        const [key, count] = keep === undefined ? ["retainAtLeast", retainAtLeast] : ["keep", keep];
        if (count === undefined) return;
        const message = `"${key}" counts for each version of a recipe, and the policy selects ${held}: up to ${count * held} images stay`;
        const fix = `expect that many, or decide by age alone, with "after" and without "retainAtLeast"`;
        report([...path, "rules", index, key], message, fix);
      });
    }
  },
};

/** Returns the number of versions of each recipe that the policy selects; empty if it selects by tags. */
function versionsIn({ images, containers = [], versions }: LifecyclePolicyDefinition, ledger: Ledger): number[] {
  const kind = images === undefined ? "containerRecipe" : "imageRecipe";
  return (images ?? containers).map((recipe) => (versions === "current" ? 1 : ledger.history(kind, recipe).length));
}
