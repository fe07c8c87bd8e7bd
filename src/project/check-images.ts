import { managedImages } from "../definitions/managed-images";
import type { Definition } from "../definitions/read-definition";
import { exampleProject } from "../definitions/rules";
import type { ImageDefinition } from "../definitions/schema/image";
import { baseOf } from "../factory/base";
import type { Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import { writeOneOf } from "../problems/suggest";
import type { Project } from "./load-project";
import { readableImages } from "./readable";

const { image: exampleImage, environment } = exampleProject;

export const componentMissing: Rule = {
  code: "component-missing",
  severity: "error",
  summary: "An image names a component document that is not under components/.",
  source: "docs/reference.md",
  breaks: { "images/base.yaml": exampleImage.replace("- aws: update-linux", "- ▸linux/patch-all") },
  mends: {},
};

export const imageMissing: Rule = {
  code: "image-missing",
  severity: "error",
  summary: "A parent or an environment names an image that no file under images/ defines.",
  source: "docs/reference.md",
  breaks: { "environments/dev.yaml": environment.replace("  base:", "  ▸bsae:") },
  mends: {},
};

export const parentLoop: Rule = {
  code: "parent-loop",
  severity: "error",
  summary: "Images stand on each other in a circle, so none of them can be built first.",
  source: "docs/reference.md",
  breaks: {
    "images/base.yaml": "parent:\n  image: ▸web\ncomponents:\n  - aws: update-linux\n",
    "images/web.yaml": "parent:\n  image: ▸base\ncomponents:\n  - aws: update-linux\n",
  },
  mends: { "images/web.yaml": "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n" },
};

export const parentIncomplete: Rule = {
  code: "parent-incomplete",
  severity: "error",
  summary:
    "A parent leaves out what nobody else can know: the architecture of a managed image, or the platform of an AMI.",
  source: "Image Builder User Guide, managed images; API field CreateComponent.platform",
  breaks: {
    "images/base.yaml": exampleImage.replace(
      "  os: amazon-linux-2023\n  architecture: x86_64",
      "  ▸os: amazon-linux-2023",
    ),
  },
  mends: {},
};

export const volumeDevice: Rule = {
  code: "volume-device",
  severity: "error",
  summary: "Two volumes share a device, or a volume names none where the root device of the parent is not known.",
  source: "API field InstanceBlockDeviceMapping.deviceName; a second mapping of the root device adds an empty volume",
  breaks: { "images/base.yaml": `${exampleImage}volumes:\n  - size: 20\n  - ▸size: 30\n` },
  mends: { "images/base.yaml": `${exampleImage}volumes:\n  - size: 20\n  - size: 30\n    device: /dev/xvdb\n` },
};

export const imageRules: readonly Rule[] = [componentMissing, imageMissing, parentLoop, parentIncomplete, volumeDevice];

/** Checks each image against the rest of the project. */
export function checkImages(project: Project): Problem[] {
  return [...project.images].flatMap(([name, definition]) => [
    ...checkComponents(definition, project),
    ...checkParentImage(name, definition, project),
    ...(definition.value === undefined
      ? []
      : [...checkParent(definition, definition.value), ...checkVolumes(definition, definition.value, project)]),
  ]);
}

function checkComponents({ source, raw }: Definition<unknown>, project: Project): Problem[] {
  const references = fieldOf(raw, "components");
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown, index) => {
    const document = typeof reference === "string" ? reference : fieldOf(reference, "component");
    if (typeof document !== "string" || project.components.has(document)) return [];
    const path = typeof reference === "string" ? ["components", index] : ["components", index, "component"];
    const fix =
      project.components.size === 0
        ? `write components/${document}.yaml`
        : writeOneOf(document, [...project.components.keys()]);
    return [
      problemOf(
        componentMissing,
        source.file,
        source.locate(path),
        `there is no component "${document}" (components/${document}.yaml)`,
        fix,
      ),
    ];
  });
}

function checkParentImage(name: string, { source, raw }: Definition<unknown>, project: Project): Problem[] {
  const parent = parentImageOf(raw);
  if (parent === undefined) return [];
  const at = source.locate(["parent", "image"]);
  if (!project.images.has(parent)) {
    const others = [...project.images.keys()].filter((other) => other !== name);
    const fix = others.length === 0 ? `write images/${parent}.yaml` : writeOneOf(parent, others);
    return [problemOf(imageMissing, source.file, at, `there is no image "${parent}" (images/${parent}.yaml)`, fix)];
  }
  const chain = chainOf(name, project);
  if (chain.at(-1) !== name) return [];
  return [
    problemOf(
      parentLoop,
      source.file,
      at,
      `images stand on each other in a circle: ${chain.join(" → ")}`,
      "let one of them stand on something else",
    ),
  ];
}

function checkParent({ source }: Definition<unknown>, { parent }: ImageDefinition): Problem[] {
  const incomplete = (key: string, message: string, fix: string) => [
    problemOf(parentIncomplete, source.file, source.locateKey(["parent", key]), message, fix),
  ];
  if (parent.image !== undefined) return [];
  if (parent.os !== undefined) {
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
  const key = parent.ssm !== undefined ? "ssm" : parent.amis !== undefined ? "amis" : "arn";
  return parent.platform === undefined
    ? incomplete(
        key,
        `"parent.platform" is missing: an AMI does not say it by itself`,
        "add platform: Linux, Windows or macOS",
      )
    : [];
}

function parentImageOf(raw: unknown): string | undefined {
  const image = fieldOf(fieldOf(raw, "parent"), "image");
  return typeof image === "string" ? image : undefined;
}

/** A field of what may be anything. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The names from `name` along its parents; ends with `name` where they form a circle through it. */
function chainOf(name: string, project: Project): string[] {
  const chain = [name];
  for (;;) {
    const parent = parentImageOf(project.images.get(chain.at(-1) ?? "")?.raw);
    if (parent === undefined || (parent !== name && chain.includes(parent))) return chain;
    chain.push(parent);
    if (parent === name) return chain;
  }
}

function checkVolumes({ source }: Definition<unknown>, value: ImageDefinition, project: Project): Problem[] {
  const rootDevice = baseOf(value, readableImages(project))?.rootDevice;
  const taken = new Set<string>();
  return value.volumes.flatMap((volume, index) => {
    const device = volume.device ?? rootDevice;
    const range = source.locate(["volumes", index, ...(volume.device === undefined ? [] : ["device"])]);
    const problem = (message: string, fix: string) => [problemOf(volumeDevice, source.file, range, message, fix)];
    if (device === undefined)
      return problem(
        "the root device of the parent is not known, and the volume names no device",
        "add device, e.g. /dev/xvda, or parent.rootDevice",
      );
    if (taken.has(device))
      return problem(`two volumes have the device "${device}"`, "add a device of its own, e.g. /dev/xvdb");
    taken.add(device);
    return [];
  });
}
