import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { baseOf } from "../../factory/base";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";
import { readableImages } from "../../project/readable";

const { environment, image } = exampleProject;
const target = (lines: string) => ({
  "environments/dev.yaml": `${environment}    distribute:\n      - region: us-east-1\n${lines}`,
});
const onWindows = {
  "images/base.yaml": image.replace("amazon-linux-2023", "windows-server-2022").replace("linux\n", "windows\n"),
};

export const ssmParameterName: Rule = {
  code: "ssm-parameter-name",
  severity: "error",
  summary: "Parameter Store refuses the name of an SSM parameter.",
  source:
    "SSM API field PutParameter.Name: no prefix aws or ssm, a leading slash in a hierarchy, at most 15 levels of it",
  fail: [target("        ssmParameters:\n          - name: ▸/aws/images/base\n")],
  pass: [target("        ssmParameters:\n          - name: /golden/base\n")],
};

export const outputTwice: Rule = {
  code: "output-twice",
  severity: "error",
  summary:
    "An image writes the same SSM parameter or launch template of a region twice, or has two Fast Launch settings for an account.",
  source: "API type Distribution: each output of a region once",
  fail: [target("        ssmParameters:\n          - name: /golden/base\n          - name: ▸/golden/base\n")],
  pass: [target("        ssmParameters:\n          - name: /golden/base\n          - name: /golden/newest\n")],
};

export const outputShared: Rule = {
  code: "output-shared",
  severity: "warning",
  summary: "Two images write the same SSM parameter or launch template of a region. The last build wins.",
  source: "docs/reference.md: an SSM parameter holds the newest AMI id",
  fail: [
    {
      "images/web.yaml": image,
      "environments/dev.yaml": `${environment}    distribute: [{ region: us-east-1, ssmParameters: [{ name: /golden }] }]
  web:
    schedule: manual
    distribute: [{ region: us-east-1, ssmParameters: [{ name: ▸/golden }] }]
`,
    },
  ],
  pass: [],
};

export const fastLaunchPlatform: Rule = {
  code: "fast-launch-platform",
  severity: "error",
  summary: "EC2 Fast Launch supports only Windows AMIs.",
  source: "API type FastLaunchConfiguration: for output Windows AMIs",
  fail: [target("        ▸fastLaunch: [{ snapshots: 5 }]\n")],
  pass: [{ ...onWindows, ...target("        fastLaunch: [{ snapshots: 5 }]\n") }],
};

export const outputRules: readonly Rule[] = [ssmParameterName, outputTwice, outputShared, fastLaunchPlatform];

const MAX_LEVELS = 15;

/** The first image that writes an output. */
export interface OutputOwner {
  readonly file: string;
  readonly image: string;
}

/**
 * Checks what is written, besides the AMI, in each region that receives it.
 *
 * @param owners the first to write each output, over all environments; grows
 */
export function checkOutputs(
  { source }: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
  owners = new Map<string, OutputOwner>(),
): Problem[] {
  const images = readableImages(project);
  return Object.entries(value.images).flatMap(([name, { distribute = [] }]) => {
    const definition = images.get(name);
    const platform = definition && baseOf(definition, images)?.platform;
    return distribute.flatMap((each, index) => {
      const path = ["images", name, "distribute", index];
      const problems = each.ssmParameters.flatMap((parameter, at) =>
        parameterFaults(parameter.name).map(([message, fix]) =>
          problemAt(ssmParameterName, source, [...path, "ssmParameters", at, "name"], message, fix),
        ),
      );
      if (each.fastLaunch.length > 0 && platform !== undefined && platform !== "Windows") {
        const message = `"${name}" is ${platform}, and Fast Launch is for Windows`;
        problems.push(problemAtKey(fastLaunchPlatform, source, [...path, "fastLaunch"], message, "remove it"));
      }
      return [...problems, ...checkTwice(source, path, name, each, value.account, owners)];
    });
  });
}

function checkTwice(
  source: YamlSource,
  path: YamlPath,
  name: string,
  each: Distribution,
  account: string,
  owners: Map<string, OutputOwner>,
): Problem[] {
  const outputs = [
    ...each.ssmParameters.map((parameter, index) => ({
      at: ["ssmParameters", index, "name"],
      what: `the SSM parameter "${parameter.name}"`,
      key: `${parameter.account ?? account} ${parameter.name}`,
    })),
    ...each.launchTemplates.map((template, index) => ({
      at: ["launchTemplates", index, "id"],
      what: `the launch template "${template.id}"`,
      key: `${template.account ?? account} ${template.id}`,
    })),
    ...each.fastLaunch.map((launch, index) => ({
      at: ["fastLaunch", index, ...(launch.account === undefined ? [] : ["account"])],
      what: `Fast Launch of account "${launch.account ?? account}"`,
      key: `${launch.account ?? account} ${name}`,
    })),
  ];
  const seen = new Set<string>();
  return outputs.flatMap(({ at, what, key }) => {
    const place = `${each.region} ${key}`;
    const owner = owners.get(place);
    const twice = seen.has(key);
    seen.add(key);
    owners.set(place, owner ?? { file: source.file, image: name });
    const range = [...path, ...at];
    if (twice) return [problemAt(outputTwice, source, range, `${what} is there twice`, "remove one of the two")];
    const here = owner?.file === source.file;
    if (owner === undefined || (here && owner.image === name)) return [];
    const by = here ? `"${owner.image}"` : `"${owner.image}" of ${owner.file}`;
    const message = `${by} writes ${what} in "${each.region}", too`;
    return [problemAt(outputShared, source, range, message, "write one of its own for each image")];
  });
}

/** Each with its fix. */
function parameterFaults(name: string): [message: string, fix: string][] {
  const said = `the SSM parameter "${name}"`;
  const levels = name.split("/").filter((part) => part !== "").length;
  if (/^\/?(aws|ssm)/i.test(name))
    return [[`${said} starts with aws or ssm, which AWS keeps for itself`, "write another name, e.g. /golden/base"]];
  if (name.includes("//") || name.endsWith("/"))
    return [[`${said} has an empty part`, "write one slash between two parts, and none at the end"]];
  if (name.includes("/") && !name.startsWith("/"))
    return [[`${said} is in a hierarchy, but does not start with a slash`, `write /${name}`]];
  if (levels > MAX_LEVELS)
    return [[`${said} has ${levels} levels, allowed: up to ${MAX_LEVELS}`, "write fewer parts between slashes"]];
  return [];
}
