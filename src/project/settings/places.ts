import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ImageDefinition } from "../../definitions/schema/image";
import { partitionOf, partitionOfRegion } from "../../factory/arn";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../load-project";
import { regionFix } from "./regions";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": text });

export const regionUnknown: Rule = {
  code: "region-unknown",
  severity: "error",
  summary: "A region is none of AWS.",
  source: "AWS General Reference, Regions and Availability Zones",
  breaks: ofEnvironment(environment.replace("us-east-1", "▸us-esat-1")),
  mends: {},
};

export const partitionMismatch: Rule = {
  code: "partition-mismatch",
  severity: "error",
  summary: "A region or an ARN is in another partition than the environment; nothing crosses partitions.",
  source: "AWS General Reference, Amazon Resource Names: aws, aws-cn and aws-us-gov",
  breaks: ofEnvironment(`${environment}partition: ▸aws-cn\n`),
  mends: ofEnvironment(`${environment}partition: aws\n`),
};

export const arnRegion: Rule = {
  code: "arn-region",
  severity: "error",
  summary: "An ARN points to another region than the one it is used in.",
  source: "KMS keys, SNS topics and Image Builder resources are found in their own region alone",
  breaks: ofEnvironment(`${environment}build:\n  topic: ▸arn:aws:sns:eu-west-1:123456789012:images\n`),
  mends: ofEnvironment(`${environment}build:\n  topic: arn:aws:sns:us-east-1:123456789012:images\n`),
};

export const policyArn: Rule = {
  code: "policy-arn",
  severity: "error",
  summary: "What is to be attached to the made role is not the ARN of a managed policy.",
  source: "IAM API field AttachRolePolicy.PolicyArn",
  breaks: ofEnvironment(
    `${environment}build:\n  instanceProfile:\n    create: true\n    policies: [▸arn:aws:iam::123456789012:role/images]\n`,
  ),
  mends: ofEnvironment(
    `${environment}build:\n  instanceProfile:\n    create: true\n    policies: [arn:aws:iam::123456789012:policy/images]\n`,
  ),
};

export const placeRules: readonly Rule[] = [regionUnknown, partitionMismatch, arnRegion, policyArn];

/** An ARN that the user wrote, and the region it has to be in, where that is certain. */
interface WrittenArn {
  readonly path: YamlPath;
  readonly arn: string;
  readonly region?: string;
}

/** Checks the regions and ARNs of an environment against its region and partition. */
export function checkPlaces({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const partition = partitionOf(value);
  const targets = targetsOf(value);
  const problems = [{ path: ["region"] as YamlPath, region: value.region }, ...targets].flatMap(({ path, region }) =>
    checkRegion(source, path, region),
  );
  const own = partitionOfRegion(value.region);
  if (partition !== own)
    problems.push(
      ...mismatch(
        source,
        ["partition"],
        `"${value.region}" is in partition "${own}", not "${partition}"`,
        `write ${own}, or leave it out`,
      ),
    );
  for (const { path, region } of targets) {
    const other = partitionOfRegion(region);
    if (other === own) continue;
    const message = `"${region}" is in partition "${other}", but the environment in "${own}"`;
    problems.push(...mismatch(source, path, message, "write a region of the same partition"));
  }
  const { state } = value;
  if (state.s3 !== undefined) {
    problems.push(...checkRegion(source, ["state", "s3", "region"], state.s3.region));
    if (state.s3.kmsKey !== undefined)
      problems.push(
        ...checkArn(source, { path: ["state", "s3", "kmsKey"], arn: state.s3.kmsKey, region: state.s3.region }),
      );
  }
  return [
    ...problems,
    ...arnsOf(value).flatMap((written) => checkArn(source, written, own)),
    ...checkPolicies(source, value),
  ];
}

/** Checks the regions and ARNs of an image against every environment that builds it; each is reported once. */
export function checkImagePlaces(
  name: string,
  { source }: Definition<unknown>,
  image: ImageDefinition,
  project: Project,
): Problem[] {
  const environments = [...project.environments.values()].flatMap(({ value }) =>
    value !== undefined && name in value.images ? [value] : [],
  );
  const regions = Object.keys(image.parent.amis ?? {}).flatMap((region) => {
    const fix = regionFix(region);
    if (fix === undefined) return [];
    const at = source.locateKey(["parent", "amis", region]);
    return [problemOf(regionUnknown, source.file, at, `there is no region "${region}"`, fix)];
  });
  const arns = imageArns(image).flatMap((written) =>
    environments
      .map(({ region }) => checkArn(source, { ...written, region }, partitionOfRegion(region)))
      .filter(({ length }) => length > 0)
      .slice(0, 1)
      .flat(),
  );
  return [...regions, ...arns];
}

function imageArns({ parent, components, volumes }: ImageDefinition): WrittenArn[] {
  return [
    ...arnAt(["parent", "arn"], parent.arn),
    ...components.flatMap((reference, index) =>
      typeof reference === "string" ? [] : arnAt(["components", index, "arn"], reference.arn),
    ),
    ...volumes.flatMap(({ kmsKey }, index) => arnAt(["volumes", index, "kmsKey"], kmsKey)),
  ];
}

function targetsOf({ images }: EnvironmentDefinition): { readonly path: YamlPath; readonly region: string }[] {
  return Object.entries(images).flatMap(([name, { distribute = [] }]) =>
    distribute.map(({ region }, index) => ({ path: ["images", name, "distribute", index, "region"], region })),
  );
}

function arnsOf({ build, encryption, images, region }: EnvironmentDefinition): WrittenArn[] {
  const { policies } = build.instanceProfile;
  return [
    ...(typeof build.topic === "string" ? arnAt(["build", "topic"], build.topic, region) : []),
    ...policies.flatMap((arn, index) => arnAt(["build", "instanceProfile", "policies", index], arn)),
    ...arnAt(["encryption", "kmsKey"], encryption?.kmsKey, region),
    ...Object.entries(images).flatMap(([name, { distribute = [] }]) =>
      distribute.flatMap((target, index) => {
        const path = ["images", name, "distribute", index];
        const shared = (key: "organizations" | "organizationalUnits") =>
          target.share[key].flatMap((arn, at) => arnAt([...path, "share", key, at], arn));
        return [
          ...arnAt([...path, "kmsKey"], target.kmsKey, target.region),
          ...shared("organizations"),
          ...shared("organizationalUnits"),
        ];
      }),
    ),
  ];
}

function arnAt(path: YamlPath, arn: string | undefined, region?: string): WrittenArn[] {
  return arn === undefined ? [] : [{ path, arn, region }];
}

function checkRegion(source: YamlSource, path: YamlPath, region: string): Problem[] {
  const fix = regionFix(region);
  if (fix === undefined) return [];
  return [problemOf(regionUnknown, source.file, source.locate(path), `there is no region "${region}"`, fix)];
}

function checkArn(source: YamlSource, { path, arn, region }: WrittenArn, partition?: string): Problem[] {
  const [, ownPartition = "", service, ownRegion = ""] = arn.split(":");
  if (partition !== undefined && ownPartition !== partition) {
    const message = `"${arn}" is in partition "${ownPartition}", but is used in "${partition}"`;
    return mismatch(source, path, message, `write arn:${partition}:…`);
  }
  if (region === undefined || ownRegion === region) return [];
  const message = `"${arn}" is in region "${ownRegion}", but is used in "${region}"`;
  const fix = `write the ARN of one in ${region}: arn:${ownPartition}:${service}:${region}:…`;
  return [problemOf(arnRegion, source.file, source.locate(path), message, fix)];
}

function checkPolicies(source: YamlSource, value: EnvironmentDefinition): Problem[] {
  return value.build.instanceProfile.policies.flatMap((arn, index) =>
    /^arn:[^:]+:iam::(aws|\d{12}):policy\/.+$/.test(arn)
      ? []
      : [
          problemOf(
            policyArn,
            source.file,
            source.locate(["build", "instanceProfile", "policies", index]),
            `"${arn}" is no managed policy`,
            "write arn:aws:iam::aws:policy/… or arn:aws:iam::<account>:policy/…",
          ),
        ],
  );
}

function mismatch(source: YamlSource, path: YamlPath, message: string, fix: string): Problem[] {
  return [problemOf(partitionMismatch, source.file, source.locate(path), message, fix)];
}
