import { arnName } from "../../aws/resource-name";
import { isRootName, isSameDevice, rootDeviceOfEcs } from "../../aws/root-device";
import { sameNames } from "../same-names";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { ContainerDefinition } from "../../definitions/schema/container";
import { type Base, containerBase } from "../../factory/base";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { checkChains } from "./check-chains";
import { checkComponentNames } from "../components/check-component-names";
import { checkDevices } from "./check-devices";
import { checkDockerfiles, dockerfileRules } from "./check-dockerfiles";
import { fieldOf } from "../field-of";
import { problemAt } from "../problem-at";
import type { Project } from "../../project/load-project";
import { readableContainers } from "../../project/readable";

const container = "parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\n";
const onWindows = (parent: string) =>
  `parent:\n  ${parent}\n  platform: Windows\ncomponents:\n  - aws: update-windows\n`;

export const nameShared: Rule = {
  code: "name-shared",
  severity: "error",
  unsilenceable: true,
  summary:
    "Two images or containers have the same name in AWS, which ignores letter case and turns spaces and underscores into hyphens. Their recipes and pipelines would have the same ARN.",
  source:
    "ARNs of Image Builder: image/<name>/<version> and image-pipeline/<name> for both, the name in its normal form",
  fail: [{ "containers/Base.yaml": `▸${container}`, "images/base.yaml": `▸${exampleProject.image}` }],
  pass: [{ "containers/base-container.yaml": container }],
};

export const containerContradiction: Rule = {
  code: "container-contradiction",
  severity: "error",
  unsilenceable: true,
  summary: "A container states a platform or architecture that its parent container does not have.",
  source: "docs/reference.md: what a container of this project is, is known",
  fail: [
    {
      "containers/app.yaml": container,
      "containers/web.yaml": container.replace("image: amazonlinux:2023", "container: app\n  platform: ▸Windows"),
    },
  ],
  pass: [
    {
      "containers/app.yaml": container,
      "containers/web.yaml": container.replace("image: amazonlinux:2023", "container: app\n  platform: Linux"),
    },
  ],
};

export const containerWindowsParent: Rule = {
  code: "container-windows-parent",
  severity: "error",
  summary:
    "A Windows container uses a registry image as its parent. This needs the API field imageOsVersionOverride, which the AWS provider cannot set.",
  source:
    'service message "You must specify an image OsVersion override when using ECR Repositories as your parent image for Windows Platform"; issue 24712 of hashicorp/terraform-provider-aws',
  fail: [
    {
      "containers/web.yaml": onWindows("image: ▸123456789012.dkr.ecr.us-east-1.amazonaws.com/windows:ltsc2022"),
    },
  ],
  pass: [
    {
      "containers/web.yaml": onWindows("arn: arn:aws:imagebuilder:us-east-1:123456789012:image/windows-core/x.x.x"),
    },
  ],
};

export const containerRegistry: Rule = {
  code: "container-registry",
  severity: "warning",
  summary:
    "The parent of a container is in a registry other than Docker Hub or Amazon ECR. Image Builder documents only these two, and builds from other registries are reported to fail.",
  source: "Image Builder User Guide, create a container recipe: base images of Docker Hub and Amazon ECR",
  fail: [{ "containers/web.yaml": container.replace("amazonlinux:2023", "▸quay.io/centos/centos:stream9") }],
  pass: [
    { "containers/web.yaml": container.replace("amazonlinux:2023", "public.ecr.aws/amazonlinux/amazonlinux:2023") },
  ],
};

export const containerRootDevice: Rule = {
  code: "container-root-device",
  severity: "warning",
  summary:
    "A volume of the build instance of a container has a root device name that the ECS-optimized AMI does not use. Such builds are reported to time out.",
  source: "EC2 User Guide, device names for volumes; Amazon ECS-optimized AMIs: /dev/xvda, on Windows /dev/sda1",
  fail: [{ "containers/web.yaml": `${container}instance:\n  volumes:\n    - size: 50\n      device: ▸/dev/sda1\n` }],
  pass: [{ "containers/web.yaml": `${container}instance:\n  volumes:\n    - size: 50\n      device: /dev/xvda\n` }],
};

export const containerRules: readonly Rule[] = [
  nameShared,
  containerContradiction,
  containerWindowsParent,
  containerRegistry,
  containerRootDevice,
  ...dockerfileRules,
];

/** Checks each container against the rest of the project. */
export function checkContainers(project: Project): Problem[] {
  const containers = readableContainers(project);
  const ofEach = [...project.containers.values()].flatMap((definition) => {
    const { source, value } = definition;
    const names = checkComponentNames(definition, project);
    if (value === undefined) return names;
    const base = containerBase(value, containers);
    const { volumes } = value.instance;
    return [
      ...names,
      ...checkKnown(definition, value, project),
      ...checkParentImage(definition, value),
      ...checkRootDevice(definition, value, base),
      ...(base === undefined ? [] : checkDevices(source, ["instance", "volumes"], volumes, base.rootDevice)),
    ];
  });
  return [
    ...checkNames(project),
    ...checkChains("container", project.containers),
    ...ofEach,
    ...checkDockerfiles(project),
  ];
}

function checkNames({ images, containers }: Project): Problem[] {
  const named = [...images, ...containers].map(([name, { source }]) => ({ name, file: source.file }));
  return sameNames(named).map(({ item, other }) => {
    const message = `"${other.file}" is "${arnName(item.name)}" in ARNs, too`;
    return problemOf(nameShared, item.file, fileStart, message, "rename one of the two");
  });
}

/** Docker Hub by its names, and Amazon ECR, public or private. */
const documented =
  /^((index\.|registry-1\.)?docker\.io|public\.ecr\.aws|\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws))$/;

function checkParentImage({ source }: Definition<unknown>, { parent }: ContainerDefinition): Problem[] {
  if (parent.from !== "registry") return [];
  const { image, platform } = parent;
  const at = ["parent", "image"];
  if (platform === "Windows") {
    const message = `"${image}" is of a registry, and the AWS provider cannot say which version of Windows it is`;
    const fix = "write arn, with the ARN of a Windows container image of Image Builder";
    return [problemAt(containerWindowsParent, source, at, message, fix)];
  }
  const [host = "", ...rest] = image.split("/");
  const registry = rest.length > 0 && /[.:]|^localhost$/.test(host) ? host : "docker.io";
  if (documented.test(registry)) return [];
  const message = `"${registry}" is neither Docker Hub nor Amazon ECR`;
  const fix = "copy the image to a repository of Amazon ECR, or let a pull-through cache of it do so";
  return [problemAt(containerRegistry, source, at, message, fix)];
}

/** Of an AMI of the user's own, the user knows the root device. */
function checkRootDevice(
  { source }: Definition<unknown>,
  { instance }: ContainerDefinition,
  base: Base | undefined,
): Problem[] {
  if (base === undefined || instance.amis !== undefined) return [];
  const root = rootDeviceOfEcs(base.platform);
  return instance.volumes.flatMap(({ device }, index) => {
    const named = device ?? instance.rootDevice;
    if (named === undefined || !isRootName(named) || isSameDevice(named, root)) return [];
    const at = device === undefined ? ["instance", "rootDevice"] : ["instance", "volumes", index, "device"];
    const message = `"${named}" is the name of a root device, but that of the ECS-optimized AMI is "${root}"`;
    return [problemAt(containerRootDevice, source, at, message, `write ${root}, or leave it out`)];
  });
}

function checkKnown(
  { source, raw }: Definition<unknown>,
  { parent }: ContainerDefinition,
  project: Project,
): Problem[] {
  const containers = readableContainers(project);
  if (parent.from !== "project") return [];
  const next = containers.get(parent.name);
  const known = next && containerBase(next, containers);
  if (known === undefined) return [];
  return (["platform", "architecture"] as const).flatMap((key) => {
    // Not the value: there, a platform that nobody wrote is Linux.
    const said = fieldOf(fieldOf(raw, "parent"), key);
    const is = known[key];
    if (typeof said !== "string" || is === undefined || said === is) return [];
    const message = `"parent.${key}" is "${said}", but the container "${parent.name}" is ${is}`;
    const range = source.locate(["parent", key]);
    return [problemOf(containerContradiction, source.file, range, message, `remove it, or write ${is}`)];
  });
}
