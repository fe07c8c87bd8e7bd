import { arnName } from "../../aws/resource-name";
import { sameNames } from "../same-names";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";
import { problemAt, problemAtKey } from "../problem-at";

const policy = (lines: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}lifecycle:\n  old-images:\n    ${lines}\n`,
});
const rule = (...lines: readonly string[]) =>
  policy(`images: [base]\n    rules:\n${lines.map((line) => `      - ${line}`).join("\n")}`);
const page = "Image Builder User Guide, how lifecycle rules work";

export const lifecycleNotBuilt: Rule = {
  code: "lifecycle-not-built",
  severity: "error",
  unsilenceable: true,
  summary: "A lifecycle policy names an image or container that the environment does not build.",
  source: "API field CreateLifecyclePolicy.resourceSelection: recipes of the account and region",
  fail: [policy("images: [▸bsae]\n    rules: [{ action: delete, keep: 5 }]")],
  pass: [policy("images: [base]\n    rules: [{ action: delete, keep: 5 }]")],
};

export const lifecycleAction: Rule = {
  code: "lifecycle-action",
  severity: "error",
  summary:
    "Two rules of a lifecycle policy have the same action, or a rule has an action that is not available for containers.",
  source: `${page}: containers can only be deleted`,
  fail: [rule("{ action: delete, keep: 5 }", "{ action: ▸delete, after: { years: 1 } }")],
  pass: [rule("{ action: deprecate, keep: 5 }", "{ action: delete, after: { years: 1 } }")],
};

export const lifecycleSetting: Rule = {
  code: "lifecycle-setting",
  severity: "error",
  unsilenceable: true,
  summary: "A lifecycle policy has a setting that does not apply to its kind of rule or image.",
  source: `API types LifecyclePolicyDetail and LifecyclePolicyDetailFilter; ${page}`,
  fail: [rule("{ action: delete, keep: 5, retainAtLeast: ▸2 }")],
  pass: [rule("{ action: delete, after: { years: 1 }, retainAtLeast: 2 }")],
};

export const lifecycleOrder: Rule = {
  code: "lifecycle-order",
  severity: "warning",
  summary: "A lifecycle policy deletes images before it would deprecate or disable them.",
  source: page,
  fail: [rule("{ action: deprecate, after: { months: 6 } }", "{ action: delete, ▸after: { weeks: 10 } }")],
  pass: [rule("{ action: deprecate, after: { months: 6 } }", "{ action: delete, after: { years: 1 } }")],
};

export const lifecycleNameTaken: Rule = {
  code: "lifecycle-name-taken",
  severity: "error",
  summary:
    "Two lifecycle policies of an environment have the same name in AWS, which ignores letter case and turns spaces and underscores into hyphens.",
  source: "ARNs of Image Builder: lifecycle-policy/<name>, the name in its normal form",
  fail: [
    {
      "environments/dev.yaml": `${exampleProject.environment}lifecycle:\n  ▸old images: &policy\n    images: [base]\n    rules: [{ action: delete, keep: 5 }]\n  ▸Old_Images: *policy\n`,
    },
  ],
  pass: [
    {
      "environments/dev.yaml": `${exampleProject.environment}lifecycle:\n  old images: &policy\n    images: [base]\n    rules: [{ action: delete, keep: 5 }]\n  older images: *policy\n`,
    },
  ],
};

export const lifecycleRules: readonly Rule[] = [
  lifecycleNameTaken,
  lifecycleNotBuilt,
  lifecycleAction,
  lifecycleSetting,
  lifecycleOrder,
];

const days = { days: 1, weeks: 7, months: 30, years: 365 } as const;

/** Checks the lifecycle policies of an environment. */
export function checkLifecycle({ source, raw }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const names = Object.keys(value.lifecycle).map((name) => ({ name }));
  const taken = sameNames(names).map(({ item, other }) => {
    const message = `"${other.name}" is "${arnName(item.name)}" in ARNs, too`;
    return problemAtKey(lifecycleNameTaken, source, ["lifecycle", item.name], message, "rename one of the two");
  });
  const ofEach = Object.entries(value.lifecycle).flatMap(([name, policyValue]) => {
    const at: Place = { source, path: ["lifecycle", name], raw: fieldOf(fieldOf(raw, "lifecycle"), name) };
    return [...checkSelection(at, policyValue, value), ...checkRules(at, policyValue)];
  });
  return [...taken, ...ofEach];
}

interface Place {
  readonly source: YamlSource;
  /** Of the policy. */
  readonly path: YamlPath;
  /** The policy as it is written: defaults are not to be taken for settings. */
  readonly raw: unknown;
}

function checkSelection(
  { source, path, raw }: Place,
  policyValue: LifecyclePolicyDefinition,
  value: EnvironmentDefinition,
): Problem[] {
  const problems = (["images", "containers"] as const).flatMap((key) => {
    const names = policyValue[key] ?? [];
    const built = Object.keys(value[key]);
    const found = names.flatMap((name, index) => {
      if (built.includes(name)) return [];
      const fix = built.length === 0 ? `add it to ${key} of this environment` : writeOneOf(name, built);
      const message = `this environment builds no ${key.slice(0, -1)} "${name}"`;
      return [problemAt(lifecycleNotBuilt, source, [...path, key, index], message, fix)];
    });
    return found;
  });
  const type = fieldOf(raw, "type");
  const chosen = policyValue.images ? "ami" : policyValue.containers ? "container" : undefined;
  if (type === undefined || chosen === undefined || type === chosen) return problems;
  const message = `"type" is "${policyValue.type}", but the policy is for ${policyValue.images ? "images" : "containers"}`;
  return [...problems, problemAt(lifecycleSetting, source, [...path, "type"], message, "remove it")];
}

function checkRules({ source, path, raw }: Place, policyValue: LifecyclePolicyDefinition): Problem[] {
  const ofContainers =
    policyValue.containers !== undefined || (policyValue.images === undefined && policyValue.type === "container");
  const rawRules = fieldOf(raw, "rules");
  const problems = policyValue.rules.flatMap((each, index) => {
    const at = [...path, "rules", index];
    const written: unknown = Array.isArray(rawRules) ? rawRules[index] : undefined;
    const found: Problem[] = [];
    const misplaced = (key: string, message: string, fix = "remove it") => {
      if (fieldOf(written, key) === undefined) return;
      found.push(problemAt(lifecycleSetting, source, [...at, key], message, fix));
    };
    if (policyValue.rules.findIndex(({ action }) => action === each.action) < index) {
      const message = `two rules "${each.action}", and the service takes one for each action`;
      const fix = "join the two, or write another action";
      found.push(problemAt(lifecycleAction, source, [...at, "action"], message, fix));
    }
    if (ofContainers && each.action !== "delete") {
      const message = `containers cannot be ${each.action}d, only deleted`;
      found.push(problemAt(lifecycleAction, source, [...at, "action"], message, "write delete"));
    }
    if (each.keep !== undefined)
      misplaced("retainAtLeast", '"retainAtLeast" goes with "after", and "keep" says by itself how many stay');
    for (const key of ofContainers ? ["amis", "snapshots"] : ["containers"])
      misplaced(key, `"${key}" in a policy for ${ofContainers ? "containers" : "images"}`);
    if (!ofContainers && each.action !== "delete")
      misplaced("snapshots", `"snapshots" goes with "delete", and this rule is "${each.action}"`);
    if (!ofContainers && each.action === "delete" && !each.amis && each.snapshots) {
      const message = "snapshots cannot be deleted while the AMIs that are made of them stay";
      found.push(
        problemAt(lifecycleSetting, source, [...at, "amis"], message, "write snapshots: false, or amis: true"),
      );
    }
    return found;
  });
  if (ofContainers && policyValue.exclude.amis !== undefined)
    problems.push(
      problemAtKey(
        lifecycleSetting,
        source,
        [...path, "exclude", "amis"],
        '"exclude.amis" in a policy for containers',
        "remove it",
      ),
    );
  return [...problems, ...checkOrder({ source, path, raw }, policyValue)];
}

function checkOrder({ source, path }: Place, { rules }: LifecyclePolicyDefinition): Problem[] {
  const index = rules.findIndex(({ action }) => action === "delete");
  const deletion = ageOf(rules[index]);
  const earlier = rules.find((each) => each.action !== "delete" && (ageOf(each) ?? -1) >= (deletion ?? Infinity));
  if (deletion === undefined || earlier === undefined) return [];
  const message = `images are deleted after ${deletion} days, but would ${earlier.action} after ${ageOf(earlier) ?? 0}`;
  const fix = `write a longer time, or a shorter one for ${earlier.action}`;
  return [problemAtKey(lifecycleOrder, source, [...path, "rules", index, "after"], message, fix)];
}

/** In days; undefined for a rule that counts. */
function ageOf(each: LifecyclePolicyDefinition["rules"][number] | undefined): number | undefined {
  const units = Object.keys(days) as (keyof typeof days)[];
  return each?.after && units.reduce((sum, unit) => sum + (each.after?.[unit] ?? 0) * days[unit], 0);
}
