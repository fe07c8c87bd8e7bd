import type { Definition } from "../definitions/read-definition";
import { exampleProject } from "../definitions/rules";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { standsOn } from "../model/parent";
import { fileStart, type Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import { listOf, writeOneOf } from "../problems/suggest";
import { componentMissing } from "./components/check-component-names";
import { type Kind, notDefined } from "./recipes/check-chains";
import { fieldOf, keysOf } from "./field-of";
import type { Project } from "../project/load-project";
import { problemAt, problemAtKey } from "./problem-at";
import { workflowMissing } from "./workflows/check-workflow-use";
import { readableContainers, readableImages } from "../project/readable";
import { buildsAnything } from "../factory/resolve-factory";

const { image, environment } = exampleProject;
const chain = (start = "") => `${environment}${start}  web:\n    schedule: manual\n`;
const standsOnBase = "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n";

export const parentNotBuilt: Rule = {
  code: "parent-not-built",
  severity: "error",
  summary:
    "An environment builds an image or container but not its parent, which is looked up in the same account and region.",
  source: "API field CreateImageRecipe.parentImage: the image has to exist where the recipe is",
  fail: [{ "images/web.yaml": standsOnBase, "environments/dev.yaml": environment.replace("  base:", "  ▸web:") }],
  pass: [{ "images/web.yaml": standsOnBase, "environments/dev.yaml": chain("    buildOnDeploy: true\n") }],
};

export const chainStart: Rule = {
  code: "chain-start",
  severity: "warning",
  summary:
    "Nothing says that the parent of an image or container was ever built. Until it is, AWS refuses the recipe of the child.",
  source:
    "CreateImageRecipe validates its parent image; AWS's sample of cascading pipelines: the first pipeline must run before the second stack is deployed",
  fail: [{ "images/web.yaml": standsOnBase, "environments/dev.yaml": chain().replace("  base:", "  ▸base:") }],
  pass: [{ "images/web.yaml": standsOnBase, "environments/dev.yaml": chain("    alreadyBuilt: true\n") }],
};

export const amiOfRegion: Rule = {
  code: "ami-of-region",
  severity: "error",
  unsilenceable: true,
  summary:
    "An image, or the build instance of a container, has AMI ids by region, but none for the region of an environment that builds it.",
  source: "API field CreateImageRecipe.parentImage: an AMI id is valid in one region alone",
  fail: [
    {
      "images/base.yaml": image.replace(
        "  os: amazon-linux-2023\n  architecture: x86_64",
        "  amis: { eu-west-1: ami-0123456789abcdef0 }\n  platform: Linux",
      ),
      "environments/dev.yaml": environment.replace("  base:", "  ▸base:"),
    },
  ],
  pass: [],
};

export const duplicatePlace: Rule = {
  code: "duplicate-place",
  severity: "error",
  summary:
    "Two environments build in the same account and region with the same prefix, so their resources would have the same names.",
  source: "docs/decisions/0019-names.md",
  fail: [{ "environments/test.yaml": environment.replace("account: ", "account: ▸") }],
  pass: [{ "environments/test.yaml": environment.replace("us-east-1", "eu-west-1") }],
};

export const environmentCase: Rule = {
  code: "environment-case",
  severity: "error",
  summary:
    "Two environment names differ only in letter case. On file systems that ignore case, as on macOS and Windows, both would share a folder and a local state.",
  source:
    "docs/reference.md: the name of an environment is that of its stack and folder; APFS and NTFS ignore letter case by default",
  fail: [
    {
      "environments/Dev.yaml": `▸${environment.replace("us-east-1", "eu-west-1")}`,
      "environments/dev.yaml": `▸${environment}`,
    },
  ],
  pass: [{ "environments/dev-2.yaml": environment.replace("us-east-1", "eu-west-1") }],
};

export const environmentRules: readonly Rule[] = [
  parentNotBuilt,
  chainStart,
  amiOfRegion,
  duplicatePlace,
  environmentCase,
];

/** Checks each environment against the rest of the project. */
export function checkEnvironments(project: Project): Problem[] {
  const places = new Map<string, string>();
  const ofEach = [...project.environments].flatMap(([name, definition]) => {
    const { source, value } = definition;
    const problems = [
      ...checkNames("image", definition, project),
      ...checkNames("container", definition, project),
      ...checkListed(componentMissing, "components", definition, project),
      ...checkListed(workflowMissing, "workflows", definition, project),
    ];
    if (value === undefined) return problems;
    problems.push(...checkParents(definition, value, project), ...checkChainStarts(definition, value, project));
    // What an account receives has a stack, and names, of its own.
    if (!buildsAnything(value)) return problems;
    const place = `${value.account} ${value.region} ${value.namePrefix ?? ""}`;
    const other = places.get(place);
    if (other !== undefined) {
      const message = `environment "${other}" is in account "${value.account}" and region "${value.region}", too`;
      const fix = `put the images of both into environments/${other}.yaml, give one of them another namePrefix, or change account or region`;
      problems.push(problemAt(duplicatePlace, source, ["account"], message, fix));
    }
    places.set(place, other ?? name);
    return problems;
  });
  return [...checkCase(project), ...ofEach];
}

function checkCase({ environments }: Project): Problem[] {
  const names = [...environments.keys()];
  return [...environments].flatMap(([name, { source }]) => {
    const other = names.find((each) => each !== name && each.toLowerCase() === name.toLowerCase());
    if (other === undefined) return [];
    const message = `"${other}" is also an environment, and differs only in letter case`;
    return [problemOf(environmentCase, source.file, fileStart, message, "rename one of the two")];
  });
}

function checkNames(kind: Kind, { source, raw }: Definition<unknown>, project: Project): Problem[] {
  const defined = kind === "image" ? project.images : project.containers;
  return keysOf(fieldOf(raw, `${kind}s`))
    .filter((name) => !defined.has(name))
    .map((name) => notDefined(kind, name, defined, source, source.locateKey([`${kind}s`, name])));
}

/** Checks that the documents exist of which an environment says something. */
function checkListed(
  rule: Rule,
  folder: "components" | "workflows",
  { source, raw }: Definition<unknown>,
  project: Project,
): Problem[] {
  const documents = [...project[folder].keys()];
  return keysOf(fieldOf(raw, folder))
    .filter((document) => !documents.includes(document))
    .map((document) => {
      const message = `there is no document "${document}" (${folder}/${document}.yaml)`;
      const fix = documents.length === 0 ? "remove it" : writeOneOf(document, documents);
      return problemAtKey(rule, source, [folder, document], message, fix);
    });
}

function checkParents({ source }: Definition<unknown>, value: EnvironmentDefinition, project: Project): Problem[] {
  const notBuilt = (kind: Kind, name: string, parent: string | undefined, defined: ReadonlyMap<string, unknown>) => {
    if (parent === undefined || !defined.has(parent) || parent in value[`${kind}s`]) return [];
    const message = `"${name}" stands on "${parent}", which this environment does not build`;
    return [problemAtKey(parentNotBuilt, source, [`${kind}s`, name], message, `add "${parent}" to ${kind}s`)];
  };
  const noAmi = (kind: Kind, name: string, what: string, amis: Readonly<Record<string, string>> | undefined) => {
    if (amis === undefined || amis[value.region] !== undefined) return [];
    const fix = `add ${value.region} to ${what}.amis in ${kind}s/${name}.yaml`;
    const message = `"${name}" has no ${what} AMI for "${value.region}"`;
    return [problemAtKey(amiOfRegion, source, [`${kind}s`, name], message, fix)];
  };
  const images = readableImages(project);
  const containers = readableContainers(project);
  return [
    ...Object.keys(value.images).flatMap((name) => {
      const parent = images.get(name)?.parent;
      return [
        ...notBuilt("image", name, standsOn(parent), project.images),
        ...noAmi("image", name, "parent", parent?.from === "amis" ? parent.amis : undefined),
      ];
    }),
    ...Object.keys(value.containers).flatMap((name) => {
      const definition = containers.get(name);
      return [
        ...notBuilt("container", name, standsOn(definition?.parent), project.containers),
        ...noAmi("container", name, "instance", definition?.instance.amis),
      ];
    }),
  ];
}

/** Finds parents that Terraform does not build and of which it is not said that they are there. */
function checkChainStarts({ source }: Definition<unknown>, value: EnvironmentDefinition, project: Project): Problem[] {
  const images = readableImages(project);
  const containers = readableContainers(project);
  const parents: Readonly<Record<Kind, (name: string) => string | undefined>> = {
    image: (name) => standsOn(images.get(name)?.parent),
    container: (name) => standsOn(containers.get(name)?.parent),
  };
  return (["image", "container"] as const).flatMap((kind) => {
    const built = value[`${kind}s`];
    return Object.entries(built).flatMap(([name, { buildOnDeploy, alreadyBuilt }]) => {
      const children = Object.keys(built).filter((child) => child !== name && parents[kind](child) === name);
      if (buildOnDeploy || alreadyBuilt || children.length === 0) return [];
      const message = `${listOf(children)} ${children.length === 1 ? "stands" : "stand"} on "${name}", of which no image may exist yet`;
      const fix =
        "add buildOnDeploy: true, so that Terraform builds one first, or alreadyBuilt: true where there is one";
      return [problemAtKey(chainStart, source, [`${kind}s`, name], message, fix)];
    });
  });
}
