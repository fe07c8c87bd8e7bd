import { parseArn } from "../../aws/arn";
import { partitionOfRegion } from "../../aws/regions";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { partitionOf } from "../../factory/place";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import type { Recipe } from "../recipes/recipes";
import { regionFix } from "./regions";
import { environmentArns, recipeArns, type WrittenArn } from "./written-arns";
import { targetsOf } from "./regions-twice";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": text });

export const regionUnknown: Rule = {
  code: "region-unknown",
  severity: "error",
  summary: "A region does not exist in AWS.",
  source: "AWS General Reference, Regions and Availability Zones",
  fail: [ofEnvironment(environment.replace("us-east-1", "▸us-esat-1"))],
  pass: [],
};

export const partitionMismatch: Rule = {
  code: "partition-mismatch",
  severity: "error",
  summary: "A region or an ARN is in another AWS partition than the environment. Nothing works across partitions.",
  source: "AWS General Reference, Amazon Resource Names: aws, aws-cn and aws-us-gov",
  fail: [ofEnvironment(`${environment}partition: ▸aws-cn\n`)],
  pass: [ofEnvironment(`${environment}partition: aws\n`)],
};

export const arnRegion: Rule = {
  code: "arn-region",
  severity: "error",
  summary: "An ARN belongs to another region than the one in which it is used.",
  source: "KMS keys, SNS topics and Image Builder resources are found in their own region alone",
  fail: [ofEnvironment(`${environment}build:\n  topic: ▸arn:aws:sns:eu-west-1:123456789012:images\n`)],
  pass: [ofEnvironment(`${environment}build:\n  topic: arn:aws:sns:us-east-1:123456789012:images\n`)],
};

export const placeRules: readonly Rule[] = [regionUnknown, partitionMismatch, arnRegion];

/** Checks the regions and ARNs of an environment against its region and partition. */
export function checkPlaces({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const partition = partitionOf(value);
  const targets = targetsOf(value).flatMap(({ path, regions }) =>
    regions.map((region, index) => ({ path: [...path, index, "region"] as YamlPath, region })),
  );
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
    const path = ["state", "s3", "region"];
    problems.push(...checkRegion(source, path, state.s3.region));
    const other = partitionOfRegion(state.s3.region);
    if (other !== own) {
      const message = `the state is in partition "${other}", but the environment in "${own}", and credentials are of one`;
      problems.push(...mismatch(source, path, message, "write a region of the same partition"));
    }
    if (state.s3.kmsKey !== undefined)
      problems.push(
        ...checkArn(source, { path: ["state", "s3", "kmsKey"], arn: state.s3.kmsKey, region: state.s3.region }),
      );
  }
  return [
    ...problems,
    ...excludedRegions(value).flatMap(({ path, region }) => checkRegion(source, path, region)),
    ...environmentArns(value).flatMap((written) => checkArn(source, written, own)),
  ];
}

/** Checks the regions and ARNs of an image or container against every environment that builds it; each is reported once. */
export function checkRecipePlaces(recipe: Recipe, project: Project): Problem[] {
  const { kind, name, source } = recipe;
  const environments = [...project.environments.values()].flatMap(({ value }) =>
    value !== undefined && name in value[`${kind}s`] ? [value] : [],
  );
  const arns = recipeArns(recipe).flatMap((written) =>
    environments
      .map(({ region }) => checkArn(source, { ...written, region }, partitionOfRegion(region)))
      .filter(({ length }) => length > 0)
      .slice(0, 1)
      .flat(),
  );
  return [...amiRegions(recipe), ...arns];
}

/** Regions are the keys of AMI ids. */
function amiRegions({ source, definition }: Recipe): Problem[] {
  const [path, amis] =
    "instance" in definition
      ? [["instance", "amis"], definition.instance.amis]
      : [["parent", "amis"], definition.parent.from === "amis" ? definition.parent.amis : undefined];
  return Object.keys(amis ?? {}).flatMap((region) => {
    const fix = regionFix(region);
    if (fix === undefined) return [];
    const at = source.locateKey([...path, region]);
    return [problemOf(regionUnknown, source.file, at, `there is no region "${region}"`, fix)];
  });
}

function excludedRegions({ lifecycle }: EnvironmentDefinition): { readonly path: YamlPath; readonly region: string }[] {
  return Object.entries(lifecycle).flatMap(([name, { exclude }]) =>
    (exclude.amis?.regions ?? []).map((region, index) => ({
      path: ["lifecycle", name, "exclude", "amis", "regions", index],
      region,
    })),
  );
}

function checkRegion(source: YamlSource, path: YamlPath, region: string): Problem[] {
  const fix = regionFix(region);
  if (fix === undefined) return [];
  return [problemOf(regionUnknown, source.file, source.locate(path), `there is no region "${region}"`, fix)];
}

function checkArn(source: YamlSource, { path, arn, region }: WrittenArn, partition?: string): Problem[] {
  const { partition: ownPartition = "", service = "", region: ownRegion = "" } = parseArn(arn) ?? {};
  if (partition !== undefined && ownPartition !== partition) {
    const message = `"${arn}" is in partition "${ownPartition}", but is used in "${partition}"`;
    return mismatch(source, path, message, `write arn:${partition}:…`);
  }
  if (region === undefined || ownRegion === "" || ownRegion === region) return [];
  const message = `"${arn}" is in region "${ownRegion}", but is used in "${region}"`;
  const fix = `write the ARN of one in ${region}: arn:${ownPartition}:${service}:${region}:…`;
  return [problemOf(arnRegion, source.file, source.locate(path), message, fix)];
}

function mismatch(source: YamlSource, path: YamlPath, message: string, fix: string): Problem[] {
  return [problemOf(partitionMismatch, source.file, source.locate(path), message, fix)];
}
