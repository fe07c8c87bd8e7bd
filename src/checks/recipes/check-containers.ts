import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { ContainerDefinition } from "../../definitions/schema/container";
import { containerBase } from "../../factory/base";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { checkChains } from "./check-chains";
import { checkComponentNames } from "../components/check-component-names";
import { checkDevices } from "./check-devices";
import { checkDockerfiles, dockerfileRules } from "./check-dockerfiles";
import { fieldOf } from "../field-of";
import type { Project } from "../../project/load-project";
import { readableContainers } from "../../project/readable";

const container = "parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\n";

export const nameShared: Rule = {
  code: "name-shared",
  severity: "error",
  unsilenceable: true,
  summary: "An image and a container have the same name; in AWS their images and pipelines would have the same ARN.",
  source: "ARNs of Image Builder: image/<name>/<version> and image-pipeline/<name> for both",
  fail: { "images/base.yaml": exampleProject.image, "containers/base.yaml": `▸${container}` },
  pass: { "containers/base-container.yaml": container },
};

export const containerContradiction: Rule = {
  code: "container-contradiction",
  severity: "error",
  unsilenceable: true,
  summary: "A container is said to have another platform or architecture than the container that it stands on.",
  source: "docs/reference.md: what a container of this project is, is known",
  fail: {
    "containers/app.yaml": container,
    "containers/web.yaml": container.replace("image: amazonlinux:2023", "container: app\n  platform: ▸Windows"),
  },
  pass: {
    "containers/app.yaml": container,
    "containers/web.yaml": container.replace("image: amazonlinux:2023", "container: app\n  platform: Linux"),
  },
};

export const containerRules: readonly Rule[] = [nameShared, containerContradiction, ...dockerfileRules];

/** Checks each container against the rest of the project. */
export function checkContainers(project: Project): Problem[] {
  const containers = readableContainers(project);
  const ofEach = [...project.containers].flatMap(([name, definition]) => {
    const { source, value } = definition;
    const image = project.images.get(name)?.source.file;
    const shared =
      image === undefined
        ? []
        : [problemOf(nameShared, source.file, fileStart, `"${image}" has the same name`, "rename one of the two")];
    const names = [...shared, ...checkComponentNames(definition, project)];
    if (value === undefined) return names;
    const base = containerBase(value, containers);
    const { volumes } = value.instance;
    return [
      ...names,
      ...checkKnown(definition, value, project),
      ...(base === undefined ? [] : checkDevices(source, ["instance", "volumes"], volumes, base.rootDevice)),
    ];
  });
  return [...checkChains("container", project.containers), ...ofEach, ...checkDockerfiles(project)];
}

function checkKnown(
  { source, raw }: Definition<unknown>,
  { parent }: ContainerDefinition,
  project: Project,
): Problem[] {
  const containers = readableContainers(project);
  const next = parent.container === undefined ? undefined : containers.get(parent.container);
  const known = next && containerBase(next, containers);
  if (known === undefined) return [];
  return (["platform", "architecture"] as const).flatMap((key) => {
    // Not the value: there, a platform that nobody wrote is Linux.
    const said = fieldOf(fieldOf(raw, "parent"), key);
    const is = known[key];
    if (typeof said !== "string" || is === undefined || said === is) return [];
    const message = `"parent.${key}" is "${said}", but the container "${parent.container ?? ""}" is ${is}`;
    const range = source.locate(["parent", key]);
    return [problemOf(containerContradiction, source.file, range, message, `remove it, or write ${is}`)];
  });
}
