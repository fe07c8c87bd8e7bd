import { fieldOf } from "../../definitions/field-of";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** A lifecycle policy of an environment. */
export interface Policy {
  readonly name: string;
  readonly path: YamlPath;
  /** Content as written, without defaults. */
  readonly raw: unknown;
  readonly value: LifecyclePolicyDefinition;
  readonly isForContainers: boolean;
}

/** Returns the lifecycle policies of an environment with their paths. */
export function policiesOf({ value: { lifecycle }, raw }: Environment): Policy[] {
  return Object.entries(lifecycle).map(([name, value]) => ({
    name,
    path: ["lifecycle", name],
    raw: fieldOf(raw, "lifecycle", name),
    value,
    isForContainers: value.containers !== undefined || (value.images === undefined && value.type === "container"),
  }));
}

/** Returns the exclusions of a policy and of its rules, with their paths below the policy. */
export function exclusionsOf({ exclude, rules }: LifecyclePolicyDefinition): readonly {
  readonly at: YamlPath;
  readonly exclude: LifecyclePolicyDefinition["exclude"];
}[] {
  return [
    { at: ["exclude"], exclude },
    ...rules.flatMap((rule, index) =>
      rule.exclude === undefined ? [] : [{ at: ["rules", index, "exclude"], exclude: rule.exclude }],
    ),
  ];
}
