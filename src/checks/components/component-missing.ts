import { writtenDocuments } from "../../definitions/written-documents";
import { helloDocument } from "../../documents/examples";
import { shippedPrefix } from "../../documents/shipped-prefix";
import { howToRun } from "../../problems/how-to-run";
import { didYouMean, writeOneOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { packageVersion } from "../../project/package-folder";
import { shippedComponents } from "../../project/shipped-components";
import { reportUndefined, usableDocuments } from "../documents";
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
    // A document outside the folders of platforms cannot be named.
    { "components/patch-all.yaml": helloDocument, ...withImage({ components: ["▸patch-al"] }) },
  ],
  pass: [
    patching("linux/patch-all"),
    { ...patching("linux/patch-all"), ...withSettings("components:\n  linux/patch-all: { name: patches }\n") },
  ],
  project({ project }, report) {
    for (const { source, raw } of [...project.images.values(), ...project.containers.values()])
      for (const { document, path } of writtenDocuments("components", raw)) {
        if (project.components.has(document)) continue;
        const message = document.startsWith(shippedPrefix)
          ? `no component "${document}" comes with golden-images`
          : `there is no component "${document}" (components/${document}.yaml)`;
        report({ source, path }, message, fixOf(document, project));
      }
    reportUndefined("components", project, report);
  },
};

function fixOf(document: string, project: Project): string {
  const bare = document.replace(/^components\//, "").replace(/\.ya?ml$/, "");
  if (document.startsWith(shippedPrefix)) {
    const names = shippedComponents().map((shipped) => shipped.document);
    return didYouMean(document, names, `"${howToRun("eject")}" lists those of golden-images ${packageVersion()}`);
  }
  if (document.startsWith("arn:")) return `write arn: ${document}`;
  const usable = usableDocuments("components", project);
  if (usable.includes(bare)) return `write ${bare}`;
  return usable.length === 0 ? `write components/${document}.yaml` : writeOneOf(document, usable);
}
