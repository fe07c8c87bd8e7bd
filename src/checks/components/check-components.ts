import { arnName } from "../../aws/resource-name";
import { sameNames } from "../same-names";
import { exampleProject } from "../../definitions/rules";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { platformOfFolder } from "../../project/component-names";
import { documentName } from "../../factory/names";
import type { Project } from "../../project/load-project";
import { helloDocument } from "../../documents/examples";

const using = (component: string) => ({
  "images/base.yaml": exampleProject.image.replace("aws: update-linux", component),
});

export const componentFolder: Rule = {
  code: "component-folder",
  severity: "error",
  unsilenceable: true,
  summary:
    "A component document is outside components/linux, components/windows and components/macos. Its folder sets the platform.",
  source: "API field CreateComponent.platform",
  fail: [{ "components/hello.yaml": `▸${helloDocument}` }],
  pass: [{ "components/linux/hello.yaml": helloDocument, ...using("linux/hello") }],
};

export const componentNameTaken: Rule = {
  code: "component-name-taken",
  severity: "error",
  unsilenceable: true,
  summary:
    "Two component documents have the same name in AWS. Folders are joined with hyphens, letter case is ignored, and spaces and underscores become hyphens.",
  source: "API type ResourceName: a component's name holds no slash",
  fail: [
    {
      "components/linux/web-server.yaml": `▸${helloDocument}`,
      "components/linux/web/server.yaml": `▸${helloDocument}`,
    },
  ],
  pass: [{ "components/linux/web-server.yaml": helloDocument, ...using("linux/web-server") }],
};

export const componentFileRules: readonly Rule[] = [componentFolder, componentNameTaken];

/** Checks each document under components/, and their names against each other. */
export function checkComponentFiles(project: Project): Problem[] {
  const ofEach = [...project.components.values()].flatMap(({ document: path, file, checked }) => {
    const found = [...checked.problems];
    if (platformOfFolder(path) === undefined) {
      found.push(
        problemOf(
          componentFolder,
          file,
          fileStart,
          `"${file}" is in no platform's folder`,
          "move it to components/linux, components/windows or components/macos",
        ),
      );
    }
    return found;
  });
  return [...ofEach, ...checkNames(project)];
}

function checkNames({ components }: Project): Problem[] {
  const named = [...components.values()].map(({ document, file }) => ({ name: documentName(document), file }));
  return sameNames(named).map(({ item, other }) => {
    const message = `"${other.file}" is the component "${arnName(item.name)}" in ARNs, too`;
    return problemOf(componentNameTaken, item.file, fileStart, message, "rename one of the two");
  });
}
