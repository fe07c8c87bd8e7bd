import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Topic } from "../../definitions/schema/topic";
import { saidOf, writtenBuilds, writtenTargets } from "../../factory/written-builds";
import type { ComponentReference } from "../../model/component-reference";
import type { Parent } from "../../model/parent";
import type { WorkflowReference } from "../../model/workflow-reference";
import type { YamlPath } from "../../problems/yaml-source";
import type { Recipe } from "../context/recipes";
import { regionFix } from "./region-names";

/** An ARN in a definition, and the region that it must be in, if certain. */
export interface WrittenArn {
  readonly path: YamlPath;
  readonly arn: string;
  readonly region?: string;
}

/** Returns the ARNs in an image or container. */
export function recipeArns({ definition, volumes, volumesPath }: Recipe): WrittenArn[] {
  const { parent, components, workflows } = definition;
  return [
    ...arnAt(["parent", "arn"], arnIn(parent)),
    ...(parent.from === "ssm" && parent.parameter.startsWith("arn:") ? arnAt(["parent", "ssm"], parent.parameter) : []),
    ...components.flatMap((reference, index) => arnAt(["components", index, "arn"], arnIn(reference))),
    ...workflows.flatMap((reference, index) => arnAt(["workflows", index, "arn"], arnIn(reference))),
    ...volumes.flatMap(({ kmsKey }, index) => arnAt([...volumesPath, index, "kmsKey"], kmsKey)),
    ...("kmsKey" in definition ? arnAt(["kmsKey"], definition.kmsKey) : []),
  ];
}

function arnIn(named: Parent | ComponentReference | WorkflowReference): string | undefined {
  return named.from === "arn" ? named.arn : undefined;
}

/** Returns the ARNs in an environment, except those of its state. */
export function environmentArns(value: EnvironmentDefinition): WrittenArn[] {
  const { build, containers, documents, encryption, events, consumer } = value;
  // A misspelt region is reported separately; the ARNs are probably right.
  const region = knownRegion(value.region);
  return [
    ...topicArns(["build", "topic"], build.topic, region),
    ...topicArns(["events", "topic"], events?.topic, region),
    ...listed(["build", "instanceProfile", "policies"], build.instanceProfile.policies),
    ...arnAt(["build", "logGroups", "kmsKey"], build.logGroups?.kmsKey, region),
    ...arnAt(["build", "placement", "hostResourceGroup"], build.placement.hostResourceGroup, region),
    ...arnAt(["encryption", "kmsKey"], encryption?.kmsKey, region),
    ...(["components", "workflows"] as const).flatMap((key) =>
      Object.entries(value[key]).flatMap(([name, { kmsKey }]) => arnAt([key, name, "kmsKey"], kmsKey, region)),
    ),
    ...listed(["encryption", "users"], encryption?.users),
    ...listed(["encryption", "administrators"], encryption?.administrators),
    ...arnAt(["documents", "kmsKey"], documents.kmsKey, region),
    ...arnAt(["build", "logs", "kmsKey"], build.logs?.kmsKey, region),
    ...Object.entries(containers).flatMap(([name, { repository }]) =>
      arnAt(["containers", name, "repository", "kmsKey"], repository.kmsKey, region),
    ),
    ...(["executionRole", "lifecycleRole"] as const).flatMap((key) => [
      ...arnAt([key, "arn"], value[key].arn),
      ...listed([key, "policies"], value[key].policies),
    ]),
    ...listed(["consumer", "kmsKeys"], consumer?.kmsKeys),
    ...listed(["consumer", "keyUsers"], consumer?.keyUsers),
    ...Object.entries(consumer?.from ?? {}).flatMap(([from, { kmsKeys }]) =>
      listed(["consumer", "from", from, "kmsKeys"], kmsKeys),
    ),
    ...writtenBuilds(value).flatMap((each) => {
      const { path, further } = each;
      const own = saidOf(each);
      return [
        ...arnAt([...path, "build", "placement", "hostResourceGroup"], own?.placement?.hostResourceGroup, region),
        ...(own?.topic === "none" ? [] : arnAt([...path, "build", "topic"], own?.topic, region)),
        ...(further?.workflows ?? []).flatMap((reference, index) =>
          arnAt([...path, "workflows", index, "arn"], arnIn(reference)),
        ),
      ];
    }),
    ...writtenTargets(value).flatMap(({ target, path }) => [
      ...arnAt([...path, "kmsKey"], target.kmsKey, knownRegion(target.region)),
      ...listed([...path, "share", "organizations"], target.share.organizations),
      ...listed([...path, "share", "organizationalUnits"], target.share.organizationalUnits),
      ...listed([...path, "licenses"], target.licenses, knownRegion(target.region)),
    ]),
  ];
}

function knownRegion(region: string): string | undefined {
  return regionFix(region) === undefined ? region : undefined;
}

function topicArns(path: YamlPath, topic: Topic | undefined, region: string | undefined): WrittenArn[] {
  if (typeof topic !== "object") return arnAt(path, topic, region);
  return [
    ...arnAt([...path, "kmsKey"], topic.kmsKey, region),
    ...topic.subscriptions.flatMap(({ endpoint }, index) =>
      endpoint.startsWith("arn:") ? arnAt([...path, "subscriptions", index, "endpoint"], endpoint) : [],
    ),
  ];
}

function listed(path: YamlPath, arns: readonly string[] = [], region?: string): WrittenArn[] {
  return arns.flatMap((arn, index) => arnAt([...path, index], arn, region));
}

function arnAt(path: YamlPath, arn: string | undefined, region?: string): WrittenArn[] {
  return arn === undefined ? [] : [{ path, arn, region }];
}
