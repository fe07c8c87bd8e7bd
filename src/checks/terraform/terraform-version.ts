import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { knows, type NewerSyntax, terraformSince } from "../../factory/terraform-versions";
import type { YamlPath } from "../../problems/yaml-source";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const locked = (version: string, lock: string) =>
  withEnvironment({
    before: `terraformVersion: "${version}"
`,
    more: `state:
  s3:
    bucket: states
    key: dev
    region: us-east-1
    lock: ${lock}
`,
  });

export const terraformVersion: ProjectRule = {
  code: "terraform-version",
  refusedBy: "Terraform",
  summary: "A setting needs a newer Terraform than the oldest one that deploys the environment.",
  source:
    "change logs of Terraform 1.1 (cloud), 1.2 (replace_triggered_by), 1.6 (assume_role, project), 1.10 (use_lockfile)",
  fail: [locked("1.9", "▸file")],
  pass: [locked("1.10", "file"), locked("1.9", "{ dynamodbTable: locks }")],
  eachEnvironment({ value }, report) {
    const { terraformVersion: oldest } = value;
    if (oldest === undefined) return;
    for (const { path, needs, name, instead } of newerSettings(value)) {
      if (knows(oldest, needs)) continue;
      const message = `"${name}" needs Terraform ${terraformSince[needs]}, and "terraformVersion" is "${oldest}"`;
      report(path, message, `${instead}, or raise terraformVersion`);
    }
  },
};

/** A setting that older Terraform versions refuse. */
interface Newer {
  readonly path: YamlPath;
  readonly needs: NewerSyntax;
  /** Name of the setting. */
  readonly name: string;
  /** Alternative for older Terraform versions. */
  readonly instead: string;
}

function* newerSettings({ state, overrides }: EnvironmentDefinition): Generator<Newer> {
  const { s3, cloud, backend } = state;
  if (s3?.lock === "file")
    yield {
      path: ["state", "s3", "lock"],
      needs: "lockFile",
      name: "lock: file",
      instead: "write { dynamodbTable: … }",
    };
  if (s3?.role !== undefined)
    yield {
      path: ["state", "s3", "role"],
      needs: "assumeRole",
      name: "role",
      instead: "write a profile with the role",
    };
  if (cloud !== undefined)
    yield { path: ["state", "cloud"], needs: "cloud", name: "cloud", instead: "write a backend of type remote" };
  if (cloud?.project !== undefined)
    yield { path: ["state", "cloud", "project"], needs: "cloudProject", name: "project", instead: "remove it" };
  if (backend?.type === "s3")
    for (const [name, needs] of [
      ["use_lockfile", "lockFile"],
      ["assume_role", "assumeRole"],
    ] as const)
      if (backend.config[name] !== undefined)
        yield { path: ["state", "backend", "config", name], needs, name, instead: "remove it" };
  for (const [address, { lifecycle }] of Object.entries(overrides))
    for (const path of replaceTriggers(lifecycle))
      yield {
        path: ["overrides", address, "lifecycle", ...path],
        needs: "replaceTriggeredBy",
        name: "replace_triggered_by",
        instead: "remove it",
      };
}

/** Returns the paths of `replace_triggered_by` in a lifecycle, which is a map or a list of one map. */
function replaceTriggers(lifecycle: unknown): YamlPath[] {
  if (Array.isArray(lifecycle))
    return lifecycle.flatMap((each, index) => replaceTriggers(each).map((path) => [index, ...path]));
  return typeof lifecycle === "object" && lifecycle !== null && "replace_triggered_by" in lifecycle
    ? [["replace_triggered_by"]]
    : [];
}
