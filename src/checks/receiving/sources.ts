import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { type Consuming, consumingIn, type Expectation, expectationsIn } from "./consuming";
import { both, receiving, sharing } from "./example";

export const environmentMissing: Rule = {
  code: "environment-missing",
  severity: "error",
  unsilenceable: true,
  summary: "A consumer names an environment that is not defined under environments/.",
  source: "docs/reference.md",
  fail: [both(sharing, receiving.replace("    dev:", "    ▸dve:"))],
  pass: [both(sharing, receiving)],
};

export const consumesOwn: Rule = {
  code: "consumes-own",
  severity: "error",
  summary: "An environment consumes images of its own account, which already has them in every region they go to.",
  source: "Image Builder User Guide, distribution: an AMI goes to the account that builds it without anybody's leave",
  fail: [
    both(
      sharing,
      receiving.replace("111122223333", "123456789012").replace("us-east-1", "eu-west-1").replace("dev:", "▸dev:"),
    ),
  ],
  pass: [both(sharing, receiving)],
};

export const consumedNotBuilt: Rule = {
  code: "consumed-not-built",
  severity: "error",
  summary: "A consumer expects an image from an environment that does not build it.",
  source: "docs/reference.md",
  fail: [both(sharing, receiving.replace("base:", "▸bsae:"))],
  pass: [both(sharing, receiving)],
};

export const consumedNotShared: Rule = {
  code: "consumed-not-shared",
  severity: "error",
  summary: "A consumer expects an image that is neither shared with its account in its region nor copied to it.",
  source: "API fields AmiDistributionConfiguration.launchPermission and targetAccountIds, by region",
  fail: [both(sharing, receiving.replace("us-east-1", "eu-west-1").replace("base:", "▸base:"))],
  pass: [both(sharing, receiving)],
};

export const sourceRules: readonly Rule[] = [environmentMissing, consumesOwn, consumedNotBuilt, consumedNotShared];

/** Checks that what consumers expect comes. */
export function checkSources(project: Project): Problem[] {
  return [
    ...consumingIn(project).flatMap((consuming) =>
      Object.keys(consuming.consumer.from).flatMap((from) => checkEnvironment(from, consuming, project)),
    ),
    ...expectationsIn(project).flatMap(checkExpectation),
  ];
}

function checkEnvironment(from: string, { name, source, value }: Consuming, project: Project): Problem[] {
  const at = source.locateKey(["consumer", "from", from]);
  const builder = project.environments.get(from);
  if (builder === undefined) {
    const others = [...project.environments.keys()].filter((other) => other !== name);
    const fix = others.length === 0 ? `write environments/${from}.yaml` : writeOneOf(from, others);
    const message = `there is no environment "${from}" (environments/${from}.yaml)`;
    return [problemOf(environmentMissing, source.file, at, message, fix)];
  }
  if (from !== name && builder.value?.account !== value.account) return [];
  const message =
    from === name
      ? `"${from}" is this environment itself`
      : `"${from}" builds in "${value.account}", the account of this environment, too`;
  const fix = `remove it; to have its images in "${value.region}", name the region in their distribute`;
  return [problemOf(consumesOwn, source.file, at, message, fix)];
}

function checkExpectation({ consuming, builder, image, deliveries }: Expectation): Problem[] {
  const { source, value } = consuming;
  const at = source.locateKey(["consumer", "from", builder.name, "images", image]);
  const built = builder.value.images[image];
  if (built === undefined) {
    const names = Object.keys(builder.value.images);
    const fix = names.length === 0 ? `add "${image}" to images in ${builder.source.file}` : writeOneOf(image, names);
    const message = `environment "${builder.name}" builds no image "${image}"`;
    return [problemOf(consumedNotBuilt, source.file, at, message, fix)];
  }
  if (deliveries.some(({ copied, shared }) => copied || shared !== "no")) return [];
  const message =
    deliveries.length > 0
      ? `environment "${builder.name}" does not share "${image}" with "${value.account}" in "${value.region}"`
      : `environment "${builder.name}" does not distribute "${image}" to "${value.region}"`;
  const share = `share: { accounts: ["${value.account}"] } or copyTo`;
  const fix =
    deliveries.length > 0
      ? `add ${share} to that region of "${image}" in ${builder.source.file}`
      : `add region: ${value.region} with ${share} to distribute of "${image}" in ${builder.source.file}`;
  return [problemOf(consumedNotShared, source.file, at, message, fix)];
}
