import { fieldOf, keysOf } from "../../definitions/field-of";
import { withBuilt, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { canReadRecipes } from "../recipes/can-read-recipes";
import { healthDocument } from "./example";

const workflow = (marker = "") => ({
  "workflows/test/health.yaml": `${marker}${healthDocument({ hasDefault: true })}`,
});

export const workflowUnused: ProjectRule = {
  code: "workflow-unused",
  severity: "warning",
  summary:
    "No image or container uses a workflow document, so it is never deployed. This rule runs only when the whole project is checked.",
  source: "docs/reference.md: an environment holds the workflows that its images name",
  fail: [workflow("▸")],
  pass: [
    { ...workflow(), ...withImage({ more: "workflows:\n  - aws: build-image\n  - test/health\n" }) },
    { ...workflow(), ...withImage({ more: "workflows:\n  - aws: build-image\n  - workflow: test/health\n" }) },
    {
      ...workflow(),
      ...withBuilt(
        "    pipelines:\n      weekly: { schedule: { cron: 0 4 ? * SUN * }, workflows: [{ aws: build-image }, test/health] }\n",
      ),
    },
    { ...workflow(), ...withSettings("workflows:\n  test/health: { name: health }\n") },
  ],
  canLook: canReadRecipes,
  project({ project }, report) {
    const recipes = [...project.images.values(), ...project.containers.values()];
    const named = new Set(recipes.flatMap(({ raw }) => workflowsIn(raw)));
    for (const { raw } of project.environments.values())
      for (const document of [...keysOf(fieldOf(raw, "workflows")), ...workflowsOfPipelines(raw)]) named.add(document);
    for (const { document, file, checked } of project.workflows.values()) {
      // Other rules report documents that are not workflows or cannot be read.
      if (named.has(document) || checked.document?.kind !== "workflow") continue;
      const fix = "name it in an image, remove it, or say why it stays: # check-ignore-file workflow-unused: <reason>";
      report({ file }, `no image names "${document}"`, fix);
    }
  },
};

/** Returns the workflow documents that an environment's further pipelines name. */
function workflowsOfPipelines(raw: unknown): string[] {
  return ["images", "containers"]
    .flatMap((kind) => valuesOf(fieldOf(raw, kind)))
    .flatMap((built) => valuesOf(fieldOf(built, "pipelines")))
    .flatMap(workflowsIn);
}

function valuesOf(map: unknown): unknown[] {
  return keysOf(map).map((key) => fieldOf(map, key));
}

/** Returns the workflow documents that a definition, valid or not, names. */
function workflowsIn(raw: unknown): string[] {
  const references = fieldOf(raw, "workflows");
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown) => {
    const document = typeof reference === "string" ? reference : fieldOf(reference, "workflow");
    return typeof document === "string" ? [document] : [];
  });
}
