import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { S3Access } from "../../documents/component-document";
import { namesOf } from "../../factory/names";
import { documentBucketOf, logBucketOf } from "../../factory/resolve-factory";
import { keysBelow, s3Place, type S3Place } from "../../factory/s3-place";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { listOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { recipesOf } from "../context/recipes";
import { componentUses } from "../context/component-uses";

const steps = (action: string, inputs: string) =>
  `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Transfer\n        action: ${action}\n        inputs:\n          - ${inputs}\n`;
const using = (document: string, profile: string) => ({
  "components/linux/tools.yaml": document,
  "images/base.yaml": exampleProject.image.replace("aws: update-linux", "linux/tools"),
  "environments/dev.yaml": `${exampleProject.environment}build:\n  instanceProfile: ${profile}\n`,
});
const download = (marker = "") =>
  steps("S3Download", `source: ${marker}s3://tools/linux/agent.rpm\n            destination: /tmp/agent.rpm`);
const upload = (marker = "") =>
  steps("S3Upload", `source: /tmp/report.html\n            destination: ${marker}s3://reports/base/report.html`);

export const s3NotReadable: Rule = {
  code: "s3-not-readable",
  severity: "warning",
  summary:
    "A component downloads from a bucket that the created instance role cannot read. The build would fail with 403.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3download",
  fail: [using(download("▸"), "{ create: true }")],
  pass: [using(download(), "{ create: true, read: [tools/linux] }")],
};

export const s3NotWritable: Rule = {
  code: "s3-not-writable",
  severity: "warning",
  summary:
    "A component uploads to a bucket that the created instance role cannot write to. The build would fail with 403.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3upload",
  fail: [using(upload("▸"), "{ create: true }")],
  pass: [using(upload(), "{ create: true, write: [reports] }")],
};

export const s3AccessRules: readonly Rule[] = [s3NotReadable, s3NotWritable];

const rules = {
  read: { rule: s3NotReadable, does: "read" },
  write: { rule: s3NotWritable, does: "write to" },
} as const;

/** Checks that the made roles of build instances may go where the steps of components go in S3. */
export function checkS3Access(project: Project): Problem[] {
  const recipes = recipesOf(project);
  const uses = recipes.flatMap((recipe) => componentUses(recipe, project));
  const documents = new Map(uses.map((use) => [use.name, use.document]));
  return [...documents].flatMap(([name, document]) => {
    const users = new Set(uses.filter((use) => use.name === name).map(({ recipe }) => `${recipe.kind} ${recipe.name}`));
    const environments = [...project.environments].filter(
      ([, { value }]) => value !== undefined && builtIn(value).some((each) => users.has(each)),
    );
    return document.s3.flatMap((access) => {
      const without = environments.filter(([, { value }]) => value !== undefined && !mayAccess(access, value));
      if (without.length === 0) return [];
      const { rule, does } = rules[access.access];
      const file = project.components.get(name)?.file ?? "";
      const names = listOf(without.map(([environment]) => environment));
      const message = `build instances of ${names} cannot ${does} ${access.bucket}, for the address "${access.address}"`;
      const folder = access.key.includes("/") ? `/${access.key.slice(0, access.key.lastIndexOf("/"))}` : "";
      const fix = `add "${access.bucket}${folder}" to build.instanceProfile.${access.access} in ${without.map(([, { source }]) => source.file).join(", ")}`;
      return [problemOf(rule, file, access.range, message, fix)];
    });
  });
}

function builtIn({ images, containers }: EnvironmentDefinition): string[] {
  return [
    ...Object.keys(images).map((name) => `image ${name}`),
    ...Object.keys(containers).map((name) => `container ${name}`),
  ];
}

/** Whether the build role may; what a given profile or a managed policy allows is not known, so it is taken to. */
function mayAccess(access: S3Access, environment: EnvironmentDefinition): boolean {
  const { create, policies, read, write } = environment.build.instanceProfile;
  if (create !== true || policies.some(mayGrantS3)) return true;
  const { bucket, key, whole } = access;
  const within = (place: S3Place): boolean => {
    if (place.bucket !== bucket) return false;
    const start = place.folder === "" ? "" : keysBelow(place.folder);
    return key === place.folder || key.startsWith(start) || (!whole && start.startsWith(key));
  };
  if (access.access === "write") {
    const logs = logBucketOf(environment, namesOf(environment));
    return [...write.map(s3Place), ...(logs === undefined ? [] : [{ bucket: logs.name, folder: logs.prefix }])].some(
      within,
    );
  }
  // EC2InstanceProfileForImageBuilder reads these.
  if (bucket.startsWith("ec2imagebuilder") || /\.(ISO|iso|Iso)$/.test(key)) return true;
  return [
    ...read.map(s3Place),
    { bucket: documentBucketOf(environment, namesOf(environment)).name, folder: "components" },
  ].some(within);
}

/** A policy of the account may say anything; of AWS's, the name says what it is about. */
function mayGrantS3(arn: string): boolean {
  return !arn.includes(":iam::aws:policy/") || /S3|Administrator|PowerUser|ReadOnly/.test(arn);
}
