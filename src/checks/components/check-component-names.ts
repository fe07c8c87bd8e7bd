import { howToRun } from "../../problems/how-to-run";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import { fieldOf } from "../field-of";
import { shippedPrefix } from "../../documents/shipped-prefix";
import type { Project } from "../../project/load-project";
import { packageVersion } from "../../project/package-folder";

export const componentMissing: Rule = {
  code: "component-missing",
  severity: "error",
  unsilenceable: true,
  summary: "An image, container or environment names a component document that does not exist under components/.",
  source: "docs/reference.md",
  fail: [{ "images/base.yaml": exampleProject.image.replace("- aws: update-linux", "- ▸linux/patch-all") }],
  pass: [],
};

/** Checks that the documents exist that an image or container names. */
export function checkComponentNames({ source, raw }: Definition<unknown>, { components }: Project): Problem[] {
  const references = fieldOf(raw, "components");
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown, index) => {
    const document = typeof reference === "string" ? reference : fieldOf(reference, "component");
    if (typeof document !== "string" || components.has(document)) return [];
    const path = typeof reference === "string" ? ["components", index] : ["components", index, "component"];
    const file = `components/${document}.yaml`;
    const bare = document.replace(/^components\//, "").replace(/\.ya?ml$/, "");
    const fix = document.startsWith(shippedPrefix)
      ? `"${howToRun("eject")}" lists those of golden-images ${packageVersion()}`
      : document.startsWith("arn:")
        ? `write arn: ${document}`
        : components.has(bare)
          ? `write ${bare}`
          : components.size === 0
            ? `write ${file}`
            : writeOneOf(document, [...components.keys()]);
    return [
      problemOf(
        componentMissing,
        source.file,
        source.locate(path),
        document.startsWith(shippedPrefix)
          ? `no component "${document}" comes with golden-images`
          : `there is no component "${document}" (${file})`,
        fix,
      ),
    ];
  });
}
