import { documentSchemas } from "../../../scripts/pages/document-schemas";
import { fileSchemas } from "../../../scripts/pages/json-schemas";
import { snippets } from "../../../scripts/pages/schema-snippets";
import { inspectProject } from "../../../src/checks/inspect-project";
import { projectFolder } from "../../helpers/project-folder";

/** As an editor leaves it where nothing is filled in. */
function filled(body: string): string {
  return body.replace(
    /\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g,
    (_, text?: string, first?: string) => text ?? first ?? "",
  );
}

const environment = filled(snippets["environment.schema.json"]?.[0]?.body ?? "");
const image = filled(snippets["image.schema.json"]?.[0]?.body ?? "");

/** The snippet as the file that it is for, in a project that uses it. */
function projectOf(file: string, text: string): Record<string, string> {
  switch (file) {
    case "image.schema.json":
      return {
        "environments/dev.yaml": `${environment}    alreadyBuilt: true\n  new:\n    schedule: manual\n`,
        "images/linux-base.yaml": image,
        "images/new.yaml": text,
      };
    case "container.schema.json":
      return {
        "environments/dev.yaml": `${environment}containers: { new: { schedule: manual } }\n`,
        "images/linux-base.yaml": image,
        "containers/new.yaml": text,
      };
    case "environment.schema.json":
      return { "environments/dev.yaml": text, "images/linux-base.yaml": image };
    case "component.schema.json":
      return {
        "environments/dev.yaml": environment,
        "images/linux-base.yaml": `${image}  - linux/new\n`,
        "components/linux/new.yaml": text,
      };
    default:
      return {
        "environments/dev.yaml": environment,
        "images/linux-base.yaml": `${image}workflows: [{ aws: build-image }, test/new]\n`,
        "workflows/test/new.yaml": text,
      };
  }
}

const all = Object.entries(snippets).flatMap(([file, list]) =>
  list.map((snippet) => [file, snippet.label, snippet] as const),
);

describe("the snippets of an editor", () => {
  it("are there for every kind of file", () => {
    expect(Object.keys(snippets)).toEqual([...fileSchemas, ...documentSchemas].map(({ file }) => file));
  });

  it.each(all)("in %s: %s has no problems as it stands", async (file, _, { body }) => {
    const { problems } = await inspectProject(projectFolder(projectOf(file, filled(body))));
    expect(problems).toEqual([]);
  });
});
