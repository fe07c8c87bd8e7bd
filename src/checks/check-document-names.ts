import { resourceNameFault, resourceNameShape } from "../aws/resource-name";
import { exampleProject } from "../definitions/rules";
import { fileStart, type Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import { documentName as nameOf } from "../factory/names";
import type { Project } from "../project/load-project";
import { helloDocument } from "../documents/examples";

const using = (component: string) => ({
  "images/base.yaml": exampleProject.image.replace("aws: update-linux", component),
});

export const documentName: Rule = {
  code: "document-name",
  severity: "error",
  summary:
    "The path of a component or workflow document, which is its name in AWS, contains invalid characters or is too long.",
  source: "API type ResourceName: letters, digits, spaces, - and _; at most 126 in the AWS provider",
  fail: [{ "components/linux/hello.world.yaml": `▸${helloDocument}`, ...using("linux/hello.world") }],
  pass: [{ "components/linux/hello-world.yaml": helloDocument, ...using("linux/hello-world") }],
};

/** Checks that what the documents are called can be their names in AWS. */
export function checkDocumentNames({ components, workflows }: Project): Problem[] {
  return [...components.values(), ...workflows.values()].flatMap(({ document: path, file }) => {
    const name = nameOf(path);
    const fault = resourceNameFault(name);
    if (fault === undefined) return [];
    const message = `"${name}", the name in AWS, ${fault}`;
    const fix = `rename the file: with its folders, ${resourceNameShape}`;
    return [problemOf(documentName, file, fileStart, message, fix)];
  });
}
