import { fieldOf, keysOf } from "../../definitions/field-of";
import { writtenComponents } from "../../definitions/written-components";
import { helloDocument } from "../../documents/examples";
import { shippedPrefix } from "../../documents/shipped-prefix";
import { howToRun } from "../../problems/how-to-run";
import { nearest, writeOneOf } from "../../problems/suggest";
import { packageVersion } from "../../project/package-folder";
import { shippedComponents } from "../../project/shipped-components";
import type { CheckContext } from "../context/check-context";
import { withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const patching = (...components: readonly string[]) => ({
  "components/linux/patch-all.yaml": helloDocument,
  ...withImage({ components }),
});

export const componentMissing: ProjectRule = {
  code: "component-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "An image, container or environment names a component document that does not exist under components/.",
  source: "docs/reference.md",
  fail: [
    withImage({ components: ["▸linux/patch-all"] }),
    withImage({ components: ["component: ▸linux/patch-all"] }),
    withImage({ components: ["▸golden:linux/patch-everything"] }),
    withImage({ components: ["▸golden:linux/harden-sshd"] }),
    withImage({ components: ["▸arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x"] }),
    withSettings("components:\n  ▸linux/patch-all: { name: patches }\n"),
    { ...patching("linux/patch-all"), ...withSettings("components:\n  ▸linux/patch-al: { name: patches }\n") },
    patching("▸components/linux/patch-all.yaml", "linux/patch-all"),
    patching("▸linux/patch-al", "linux/patch-all"),
  ],
  pass: [
    patching("linux/patch-all"),
    { ...patching("linux/patch-all"), ...withSettings("components:\n  linux/patch-all: { name: patches }\n") },
  ],
  project({ project }, report) {
    const documents = [...project.components.keys()];
    for (const { source, raw } of [...project.images.values(), ...project.containers.values()])
      for (const { document, path } of writtenComponents(raw)) {
        if (project.components.has(document)) continue;
        const message = document.startsWith(shippedPrefix)
          ? `no component "${document}" comes with golden-images`
          : `there is no component "${document}" (components/${document}.yaml)`;
        report({ source, path }, message, fixOf(document, project));
      }
    for (const { source, raw } of project.environments.values())
      for (const document of keysOf(fieldOf(raw, "components"))) {
        if (project.components.has(document)) continue;
        const message = `there is no document "${document}" (components/${document}.yaml)`;
        const fix = documents.length === 0 ? "remove it" : writeOneOf(document, documents);
        report({ source, key: ["components", document] }, message, fix);
      }
  },
};

function fixOf(document: string, { components }: CheckContext["project"]): string {
  const bare = document.replace(/^components\//, "").replace(/\.ya?ml$/, "");
  if (document.startsWith(shippedPrefix)) {
    const names = shippedComponents().map((shipped) => shipped.document);
    const suggestion = nearest(document, names);
    if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
    return `"${howToRun("eject")}" lists those of golden-images ${packageVersion()}`;
  }
  if (document.startsWith("arn:")) return `write arn: ${document}`;
  if (components.has(bare)) return `write ${bare}`;
  return components.size === 0 ? `write components/${document}.yaml` : writeOneOf(document, [...components.keys()]);
}
