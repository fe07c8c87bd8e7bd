import { managedImages } from "../../aws/managed-images";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { ImageDefinition } from "../../definitions/schema/image";
import { type Base, baseOf } from "../../factory/base";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { checkChains } from "./check-chains";
import { checkComponentNames, componentMissing } from "../components/check-component-names";
import { checkDevices, volumeDevice } from "./check-devices";
import type { Project } from "../../project/load-project";
import { readableImages } from "../../project/readable";

const { image: exampleImage } = exampleProject;

export const parentIncomplete: Rule = {
  code: "parent-incomplete",
  severity: "error",
  unsilenceable: true,
  summary:
    "A parent lacks a detail that cannot be derived: the architecture of a managed image, or the platform of an AMI.",
  source: "Image Builder User Guide, managed images; API field CreateComponent.platform",
  fail: [
    {
      "images/base.yaml": exampleImage.replace(
        "  os: amazon-linux-2023\n  architecture: x86_64",
        "  ▸os: amazon-linux-2023",
      ),
    },
  ],
  pass: [],
};

export const parentContradiction: Rule = {
  code: "parent-contradiction",
  severity: "error",
  unsilenceable: true,
  summary: "A definition states a platform or architecture that its parent does not have.",
  source: "docs/reference.md: the platform of a managed image, and all of an image of this project, are known",
  fail: [{ "images/base.yaml": exampleImage.replace("x86_64", "x86_64\n  platform: ▸Windows") }],
  pass: [{ "images/base.yaml": exampleImage.replace("x86_64", "x86_64\n  platform: Linux") }],
};

export const ssmAgentPlatform: Rule = {
  code: "ssm-agent-platform",
  severity: "error",
  summary: "A Windows image sets removeSsmAgent. Recipes for Windows do not accept that setting, whatever its value.",
  source:
    "issues 23568 and 23569 of hashicorp/terraform-provider-aws: creation of a recipe for Windows is refused with systemsManagerAgent, be it true or false",
  fail: [
    {
      "images/base.yaml": `${exampleImage.replace("amazon-linux-2023", "windows-server-2022").replace("linux\n", "windows\n")}removeSsmAgent: ▸false\n`,
    },
  ],
  pass: [{ "images/base.yaml": `${exampleImage}removeSsmAgent: false\n` }],
};

export const imageRules: readonly Rule[] = [
  componentMissing,
  parentIncomplete,
  parentContradiction,
  volumeDevice,
  ssmAgentPlatform,
];

/** Checks each image against the rest of the project. */
export function checkImages(project: Project): Problem[] {
  const images = readableImages(project);
  const ofEach = [...project.images.values()].flatMap((definition) => {
    const { source, value } = definition;
    const names = checkComponentNames(definition, project);
    if (value === undefined) return names;
    const base = baseOf(value, images);
    return [
      ...names,
      ...checkParent(definition, value),
      ...checkKnown(definition, value, project),
      ...checkSsmAgent(definition, value, base),
      // Where the base is not known, something is wrong with a parent already.
      ...(base === undefined ? [] : checkDevices(source, ["volumes"], value.volumes, base.rootDevice)),
    ];
  });
  return [...checkChains("image", project.images), ...ofEach];
}

function checkSsmAgent(
  { source }: Definition<unknown>,
  { removeSsmAgent }: ImageDefinition,
  base: Base | undefined,
): Problem[] {
  if (removeSsmAgent === undefined || base?.platform !== "Windows") return [];
  const message = `"removeSsmAgent" is "${removeSsmAgent}", but the image is Windows, whose agent belongs to the parent`;
  const at = source.locate(["removeSsmAgent"]);
  return [problemOf(ssmAgentPlatform, source.file, at, message, "remove it; a component can uninstall the agent")];
}

function checkParent({ source }: Definition<unknown>, { parent }: ImageDefinition): Problem[] {
  const incomplete = (key: string, message: string, fix: string) => [
    problemOf(parentIncomplete, source.file, source.locateKey(["parent", key]), message, fix),
  ];
  if (parent.from === "project") return [];
  if (parent.from === "os") {
    const offered = Object.keys(managedImages[parent.os].arnNames);
    if (parent.architecture === undefined)
      return incomplete("os", `"parent.architecture" is missing`, `add architecture: ${offered.join(" or ")}`);
    if (!offered.includes(parent.architecture))
      return incomplete(
        "architecture",
        `AWS has no managed image "${parent.os}" for "${parent.architecture}"`,
        `write ${offered.join(" or ")}`,
      );
    return [];
  }
  return parent.platform === undefined
    ? incomplete(
        parent.from,
        `"parent.platform" is missing: an AMI does not say it by itself`,
        "add platform: Linux, Windows or macOS",
      )
    : [];
}

/** What a parent in the project or of AWS is known to be, against what is said of it. */
function checkKnown({ source }: Definition<unknown>, { parent }: ImageDefinition, project: Project): Problem[] {
  const images = readableImages(project);
  if (parent.from !== "os" && parent.from !== "project") return [];
  const next = parent.from === "project" ? images.get(parent.name) : undefined;
  const known = parent.from === "os" ? { platform: managedImages[parent.os].platform } : next && baseOf(next, images);
  if (known === undefined) return [];
  return (["platform", "architecture"] as const).flatMap((key) => {
    const said = parent[key];
    const is = key in known ? known[key as "platform"] : undefined;
    if (said === undefined || is === undefined || said === is) return [];
    const message = `"parent.${key}" is "${said}", but "${parent.from === "os" ? parent.os : parent.name}" is ${is}`;
    const range = source.locate(["parent", key]);
    return [problemOf(parentContradiction, source.file, range, message, `remove it, or write ${is}`)];
  });
}
