import { fieldOf } from "../../definitions/field-of";
import type { YamlPath } from "../../problems/yaml-source";
import type { ProjectRule } from "../project-rule";
import { withPolicy, withRules } from "./example";
import { exclusionsOf, policiesOf, type Policy } from "./policies";

export const lifecycleSetting: ProjectRule = {
  code: "lifecycle-setting",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A lifecycle policy has a setting that does not apply to its kind of rule or image.",
  source:
    "API types LifecyclePolicyDetail and LifecyclePolicyDetailFilter: the count filter only with DELETE; Image Builder User Guide, how lifecycle rules work",
  fail: [
    withRules("{ action: delete, keep: 5, retainAtLeast: ▸2 }"),
    withRules("{ action: deprecate, after: { days: 5 }, snapshots: ▸true }"),
    withRules("{ action: disable, keep: ▸5 }"),
    withRules("{ action: delete, keep: 5, amis: ▸false, snapshots: true }"),
    withRules("{ action: delete, keep: 5, containers: ▸true }"),
    withPolicy("images: [base]", "type: ▸container", "rules: [{ action: delete, keep: 5 }]"),
    withPolicy(
      "tags: { stage: dev }",
      "type: container",
      "rules: [{ action: delete, keep: 5, exclude: { ▸amis: { public: true } } }]",
    ),
  ],
  pass: [
    withRules("{ action: delete, after: { years: 1 }, retainAtLeast: 2 }"),
    withRules("{ action: delete, keep: 5, amis: false, snapshots: false }"),
    withPolicy("images: [base]", "type: ami", "rules: [{ action: delete, keep: 5 }]"),
  ],
  eachEnvironment(environment, report) {
    for (const policy of policiesOf(environment))
      for (const { at, isKey, message, fix } of faultsOf(policy)) {
        const path = [...policy.path, ...at];
        report(isKey === true ? { key: path } : path, message, fix);
      }
  },
};

interface Fault {
  /** Path below the policy. */
  readonly at: YamlPath;
  readonly isKey?: true;
  readonly message: string;
  readonly fix: string;
}

function* faultsOf({ raw, value, isForContainers }: Policy): Generator<Fault> {
  const type = fieldOf(raw, "type");
  const chosen = value.images ? "ami" : value.containers ? "container" : undefined;
  if (type !== undefined && chosen !== undefined && type !== chosen) {
    const message = `"type" is "${value.type}", but the policy is for ${value.images ? "images" : "containers"}`;
    yield { at: ["type"], message, fix: "remove it" };
  }
  for (const [index, rule] of value.rules.entries()) {
    for (const { key, message, fix = "remove it" } of misplacedIn(rule, isForContainers))
      if (fieldOf(raw, "rules", index, key) !== undefined) yield { at: ["rules", index, key], message, fix };
    if (!isForContainers && rule.action === "delete" && !rule.amis && rule.snapshots) {
      const message = "snapshots cannot be deleted while the AMIs that use them stay";
      yield { at: ["rules", index, "amis"], message, fix: "write snapshots: false, or amis: true" };
    }
  }
  for (const { at, exclude } of exclusionsOf(value))
    if (isForContainers && exclude.amis !== undefined) {
      const message = '"exclude.amis" in a policy for containers';
      yield { at: [...at, "amis"], isKey: true, message, fix: "remove it" };
    }
}

interface Misplaced {
  readonly key: string;
  readonly message: string;
  readonly fix?: string;
}

/** Returns the settings that a rule must not have, whether they are written or not. */
function* misplacedIn(
  { action, keep }: Policy["value"]["rules"][number],
  isForContainers: boolean,
): Generator<Misplaced> {
  const isDeletion = action === "delete";
  const goesWithDelete = (key: string) => `"${key}" goes with "delete", and this rule is "${action}"`;
  if (keep !== undefined) {
    if (!isDeletion) yield { key: "keep", message: goesWithDelete("keep"), fix: "write after in its place" };
    const message = '"retainAtLeast" goes with "after", and "keep" says by itself how many stay';
    yield { key: "retainAtLeast", message };
  }
  for (const key of isForContainers ? ["amis", "snapshots"] : ["containers"])
    yield { key, message: `"${key}" in a policy for ${isForContainers ? "containers" : "images"}` };
  if (!isForContainers && !isDeletion) yield { key: "snapshots", message: goesWithDelete("snapshots") };
}
