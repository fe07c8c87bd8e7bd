import { helloDocument } from "../../documents/examples";
import type { Example } from "../../problems/rule";
import { withEnvironment, withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const pinned = (version: string, more: string): Example => ({
  "components/linux/hello.yaml": helloDocument,
  ...withImage({ components: [`component: linux/hello\nversion: ${version}`] }),
  ...withEnvironment({ more }),
});

export const componentNotRetained: ProjectRule = {
  code: "component-not-retained",
  refusedBy: "AWS",
  summary:
    "An image names a version of a component document, and an environment that builds it deletes versions that have been replaced.",
  source:
    "Image Builder API DeleteComponent, ResourceDependencyException: a component that a recipe holds cannot be deleted; docs/reference.md: retainComponents",
  fail: [pinned("▸1.0.0", "")],
  pass: [
    pinned("1.0.0", "retainComponents: true\n"),
    withImage({ components: ["aws: update-linux\nversion: 1.0.2"] }),
    { "components/linux/hello.yaml": helloDocument, ...withImage({ components: ["linux/hello"] }) },
  ],
  eachRecipe(recipe, report, context) {
    const builder = context.buildersOf(recipe).find(({ value }) => !value.retainComponents);
    if (builder === undefined) return;
    recipe.definition.components.forEach((reference, index) => {
      if (reference.from !== "project" || reference.version === undefined) return;
      const { document, version } = reference;
      const message = `${builder.source.file} does not retain components, so "${document}" ${version} is deleted when its text changes`;
      const fix = "add retainComponents: true there, and deploy that before the text changes";
      report(["components", index, "version"], message, fix);
    });
  },
};
