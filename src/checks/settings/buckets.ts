import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": environment + text });

export const bucketTwice: Rule = {
  code: "bucket-twice",
  severity: "error",
  summary: "A bucket is created twice, or is created although it must exist before: it holds the Terraform state.",
  source: "S3 User Guide, bucket naming rules: a name is unique in the world",
  fail: [
    ofEnvironment(
      "documents: { create: true, bucket: golden-files }\nbuild:\n  logs: { create: true, bucket: ▸golden-files }\n",
    ),
  ],
  pass: [
    ofEnvironment("documents: { create: true, bucket: golden-files }\nbuild:\n  logs: { bucket: golden-files }\n"),
  ],
};

export const logExpiry: Rule = {
  code: "log-expiry",
  severity: "warning",
  summary:
    "Log expiry is set for a bucket that this environment does not create. The bucket's own lifecycle rules apply instead.",
  source: "docs/reference.md: expireDays is for a made bucket",
  fail: [ofEnvironment("build:\n  logs: { bucket: golden-logs, ▸expireDays: 30 }\n")],
  pass: [ofEnvironment("build:\n  logs: { create: true, bucket: golden-logs, expireDays: 30 }\n")],
};

export const bucketRules: readonly Rule[] = [bucketTwice, logExpiry];

/** Checks the buckets of all environments against each other. */
export function checkBuckets(project: Project): Problem[] {
  const made = new Map<string, string>();
  return [...project.environments].flatMap(([name, { source, value }]) => {
    // What only receives makes no bucket.
    if (value === undefined || !buildsAnything(value)) return [];
    return [...checkMade(source, value, name, made), ...checkExpiry(source, value)];
  });
}

/** @param made the environment that makes each bucket first; grows */
function checkMade(
  source: YamlSource,
  value: EnvironmentDefinition,
  name: string,
  made: Map<string, string>,
): Problem[] {
  const { documents, build, state: kept } = value;
  const names = namesOf(value);
  const buckets: readonly {
    readonly path: YamlPath;
    readonly bucket: string | undefined;
    readonly written: boolean;
  }[] = [
    {
      path: ["documents", "bucket"],
      written: documents.bucket !== undefined,
      bucket: documents.create === true ? names.documentBucket : undefined,
    },
    {
      path: ["build", "logs", "bucket"],
      written: build.logs?.bucket !== undefined,
      bucket: build.logs?.create === true ? names.logBucket : undefined,
    },
  ];
  const line = (path: YamlPath) => source.locate(path).start.line;
  const inOrder = [...buckets].sort((a, b) => line(a.path) - line(b.path));
  return inOrder.flatMap(({ path, bucket, written }) => {
    if (bucket === undefined) return [];
    const report = (message: string, fix: string) => [problemAt(bucketTwice, source, path, message, fix)];
    if (bucket === kept.s3?.bucket)
      return report(
        `the bucket "${bucket}" holds the state of Terraform, so it has to exist before`,
        "write another bucket, or remove create",
      );
    const other = made.get(bucket);
    made.set(bucket, other ?? name);
    if (other === undefined) return [];
    // Two default names are the same in one account and region alone, which is a problem of its own.
    if (!written && other !== name) return [];
    const where = other === name ? "this environment" : `environment "${other}"`;
    return report(`the bucket "${bucket}" is made by ${where} already`, "write another name, or remove create");
  });
}

function checkExpiry(source: YamlSource, { build: { logs } }: EnvironmentDefinition): Problem[] {
  if (logs?.expireDays === undefined || logs.create === true) return [];
  const message = '"expireDays" is only for a bucket that this environment creates';
  return [problemAtKey(logExpiry, source, ["build", "logs", "expireDays"], message, "remove it, or add create: true")];
}
