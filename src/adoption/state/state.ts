import { type Json, member, objectOf } from "../../review/plan/json";
import type { Path, Value } from "../../review/plan/value";

/** One object that a Terraform state knows, whatever file it was read from. */
export interface ResourceInstance {
  /** As Terraform writes it: `module.images["web"].aws_iam_role.build[0]`. */
  readonly address: string;
  /** `module.images["web"]`; empty for the root module. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** The key of one of several, from `count` or `for_each`. */
  readonly key?: number | string;
  /** Source of the provider, such as `hashicorp/aws`. */
  readonly provider: string;
  /** The configuration of the provider, where it is not the default one of the root module. */
  readonly configuredBy?: { readonly module: string; readonly alias?: string };
  /** Old files hold numbers and booleans as text; `numberAt` and `booleanAt` read both. */
  readonly attributes: Value;
  /** What Terraform or the provider marks as sensitive. */
  readonly sensitive: readonly Path[];
  /** Of what is in AWS and in no state: what it is imported by. */
  readonly importId?: string;
}

/** What a Terraform state says, as far as it can be taken over. */
export interface State {
  /** What the file is: decides whether it can be put in the place of a state. */
  readonly form: "version 3" | "version 4" | "terraform show";
  readonly terraformVersion?: string;
  /** Whether it names providers as Terraform 0.12 and older do, which newer ones refuse. */
  readonly legacyProviders: boolean;
  /** Managed resources; data sources are read again. */
  readonly resources: readonly ResourceInstance[];
  /** Left over from replacements that did not come to their end: addresses. */
  readonly deposed: readonly string[];
  /** Marked to be replaced at the next apply: addresses. */
  readonly tainted: readonly string[];
  /** Values by name of those outputs of the root module that are not sensitive. */
  readonly outputs: Readonly<Record<string, Value>>;
  readonly sensitiveOutputs: readonly Value[];
}

/** Why a file cannot be taken over, and what to do; both for the user. */
export interface StateFault {
  /** Stable and kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

export function isStateFault(value: State | StateFault): value is StateFault {
  return "code" in value;
}

/** `["a"]` or `[0]`, as Terraform writes the key of an instance; empty without one. */
function keyText(key: number | string | undefined): string {
  if (key === undefined) return "";
  return typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key).replace(/([$%])\{/g, "$1$1{")}]`;
}

export function addressOfInstance(
  module: string,
  type: string,
  name: string,
  key: number | string | undefined,
): string {
  return `${module === "" ? "" : `${module}.`}${type}.${name}${keyText(key)}`;
}

/** @param outputs by name, each with its value and whether it is sensitive, as every form of a state has them */
export function outputsOf(outputs: Json): Pick<State, "outputs" | "sensitiveOutputs"> {
  const all = Object.entries(objectOf(outputs)).map(([name, output]) => ({
    name,
    value: member(output, "value") as Value,
    isSensitive: member(output, "sensitive") === true,
  }));
  return {
    outputs: Object.fromEntries(all.filter(({ isSensitive }) => !isSensitive).map(({ name, value }) => [name, value])),
    sensitiveOutputs: all.filter(({ isSensitive }) => isSensitive).map(({ value }) => value),
  };
}
