import { type Arguments, overridableTypes, providerArguments } from "../../aws/provider-arguments";
import { providerSixArguments } from "../../aws/provider-six-arguments";
import { lowestAdmitted } from "../../factory/terraform-versions";
import { writeOneOf } from "../../problems/suggest";
import type { YamlPath } from "../../problems/yaml-source";
import { compareVersions } from "../../versions/version";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const overriding = (text: string) => withSettings(`overrides:\n  aws_imagebuilder_image_pipeline.base:\n    ${text}\n`);

const pipelineLog = (argument: string) =>
  `overrides:\n  aws_imagebuilder_image_pipeline.base: { ${argument}: { image_log_group_name: /images } }\n`;

export const overrideArgument: ProjectRule = {
  code: "override-argument",
  refusedBy: "Terraform",
  summary: "An override is of a resource type or argument that the AWS provider does not have, or of another type.",
  source:
    "schema of AWS provider 5.100, as terraform providers schema prints it; for a providerVersion from 6 on, with what it added",
  fail: [
    overriding("▸image_test_configuration: { image_tests_enabled: false }"),
    overriding("image_tests_configuration: { image_tests_enabled: ▸maybe }"),
    overriding("image_tests_configuration: ▸true"),
    overriding("▸region: eu-west-1"),
    withSettings(`providerVersion: ">= 5.100, < 7"\n${pipelineLog("▸logging_configuration")}`),
    withSettings(`providerVersion: "~> 6.0"\noverrides:\n  aws_iam_role.build: { ▸region: eu-west-1 }\n`),
  ],
  pass: [
    overriding("image_tests_configuration: { image_tests_enabled: false }"),
    overriding("lifecycle: { prevent_destroy: true }"),
    overriding('image_tests_configuration: { timeout_minutes: "${var.minutes}" }'),
    withSettings(`providerVersion: "~> 6.0"\n${pipelineLog("region: us-east-1, logging_configuration")}`),
    withSettings(
      `providerVersion: ">= 6.20, < 7"\noverrides:\n  aws_imagebuilder_image_recipe.base: { ami_tags: { team: images } }\n`,
    ),
  ],
  eachEnvironment({ value: { overrides, providerVersion } }, report) {
    const isSix = compareVersions(lowestAdmitted(providerVersion), "6.0.0") >= 0;
    for (const [address, values] of Object.entries(overrides)) {
      const path = ["overrides", address];
      const type = overridableTypes.find((each) => address.startsWith(`${each}.`));
      if (type === undefined) {
        const message = `no stack contains resources of type "${address.slice(0, address.indexOf("."))}"`;
        report({ key: path }, message, writeOneOf(address, overridableTypes));
        continue;
      }
      const known = isSix ? providerSixArguments(type) : providerArguments[type];
      const all = { values: { ...known.values, ...meta.values }, blocks: { ...known.blocks, ...meta.blocks } };
      for (const { at, message, fix, isKey } of faultsOf(values, all, path))
        report(isKey ? { key: at } : at, message, fix);
    }
  },
};

/** Meta-arguments of Terraform, which the provider's schema does not contain. */
const meta: Arguments = {
  values: { depends_on: "list(string)", provider: "string" },
  blocks: {
    lifecycle: {
      values: {
        create_before_destroy: "bool",
        prevent_destroy: "bool",
        ignore_changes: "list(string)",
        replace_triggered_by: "list(string)",
      },
      blocks: {},
    },
  },
};

interface Fault {
  readonly at: YamlPath;
  /** Whether the key rather than its value is wrong. */
  readonly isKey: boolean;
  readonly message: string;
  readonly fix: string;
}

function* faultsOf(given: object, { values, blocks }: Arguments, path: YamlPath): Generator<Fault> {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const at = [...path, name];
    const block = blocks[name];
    const kind = values[name];
    if (block !== undefined) yield* blockFaults(value, block, at);
    else if (kind === undefined) {
      const names = [...Object.keys(values), ...Object.keys(blocks)].sort();
      yield { at, isKey: true, message: `the provider has no argument "${name}" here`, fix: writeOneOf(name, names) };
    } else if (!fits(value, kind))
      yield { at, isKey: false, message: `"${name}" does not fit the type ${kind}`, fix: `write a ${kind}, or null` };
  }
}

function* blockFaults(value: unknown, block: Arguments, at: YamlPath): Generator<Fault> {
  if (value === null) return;
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const [index, each] of all.entries()) {
    const where = Array.isArray(value) ? [...at, index] : at;
    if (typeof each !== "object" || each === null || Array.isArray(each))
      yield {
        at: where,
        isKey: false,
        message: `"${String(at.at(-1))}" is a block`,
        fix: "write a map, or a list of maps",
      };
    else yield* faultsOf(each, block, where);
  }
}

/**
 * Checks whether a value has a type or converts to it as in Terraform: numbers and booleans convert to strings and back. An expression may
 * have any type.
 */
function fits(value: unknown, kind: string): boolean {
  if (value === null || (typeof value === "string" && value.includes("${"))) return true;
  const [, outer = kind, inner = ""] = /^(list|set|map)\((.*)\)$/.exec(kind) ?? [];
  switch (outer) {
    case "list":
    case "set":
      return Array.isArray(value) && value.every((each) => fits(each, inner));
    case "map":
      return isMap(value) && Object.values(value).every((each) => fits(each, inner));
    case "object":
      return isMap(value);
    case "number":
      return typeof value === "number" || (typeof value === "string" && value.trim() !== "" && !isNaN(Number(value)));
    case "bool":
      return typeof value === "boolean" || value === "true" || value === "false";
    default:
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
