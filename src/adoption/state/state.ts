import { type Json, member, objectOf } from "../../review/plan/json";
import type { Path, Value } from "../../review/plan/value";

/** An instance of a managed resource in a Terraform state, in the same form for all kinds of state files. */
export interface ResourceInstance {
  /** Address in Terraform's notation: `module.images["web"].aws_iam_role.build[0]`. */
  readonly address: string;
  /** Address of the module, such as `module.images["web"]`; empty for the root module. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** Key of the instance if the resource has `count` or `for_each`. */
  readonly key?: number | string;
  /** Source of the provider, such as `hashicorp/aws`. */
  readonly provider: string;
  /** The provider configuration. Undefined for the default configuration of the root module. */
  readonly configuredBy?: { readonly module: string; readonly alias?: string };
  /** Attributes. Old states contain numbers and booleans as texts; `numberAt` and `booleanAt` read both forms. */
  readonly attributes: Value;
  /** Paths of the attributes that Terraform or the provider marks as sensitive. */
  readonly sensitive: readonly Path[];
  /** Import id. Only for resources that are in AWS but in no state. */
  readonly importId?: string;
}

/** The content of a Terraform state that an adoption uses. */
export interface State {
  /** Format of the file. It decides whether the file can be used as a state. */
  readonly form: "version 3" | "version 4" | "terraform show";
  readonly terraformVersion?: string;
  /** True if providers have the address format of Terraform 0.12 and older, which newer versions refuse. */
  readonly legacyProviders: boolean;
  /** Instances of managed resources, without data sources, which Terraform reads again. */
  readonly resources: readonly ResourceInstance[];
  /** Data sources as they were read last. Empty for version 3. */
  readonly dataSources: readonly ResourceInstance[];
  /** Addresses of objects that are left over from unfinished replacements. */
  readonly deposed: readonly string[];
  /** Addresses of instances that the next apply replaces. */
  readonly tainted: readonly string[];
  /** Values of the outputs of the root module by name, without sensitive outputs. */
  readonly outputs: Readonly<Record<string, Value>>;
  readonly sensitiveOutputs: readonly Value[];
}

/** The reason why a file cannot be taken over, and how to fix it. */
export interface StateFault {
  /** Stable code in kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

export function isStateFault(value: State | StateFault): value is StateFault {
  return "code" in value;
}

/** Formats the key of an instance as in addresses: `["a"]` or `[0]`. Empty if there is no key. */
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

/** Reads the outputs of a state. @param outputs objects with `value` and `sensitive` by name; all state formats have them */
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
