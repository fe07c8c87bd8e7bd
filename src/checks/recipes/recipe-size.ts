import { type PlannedComponent, usesOf } from "../../documents/merge/plan-merge";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const maxBytes = 25 * 1024;

/** Returns an image with components of another account whose parameters have about this many kilobytes. */
const audits = (kilobytes: number, marker = "") =>
  withImage({
    components: Array.from({ length: Math.ceil(kilobytes / 2) }, (_, index) => {
      const arn = `arn:aws:imagebuilder:us-east-1:123456789012:component/audit-${index}/1.0.0`;
      const parameters = `{ First: ${"x".repeat(1020)}, Other: ${"x".repeat(1020)} }`;
      return `arn: ${index === 12 ? marker : ""}${arn}\nparameters: ${parameters}`;
    }),
  });

export const recipeSize: ProjectRule = {
  code: "recipe-size",
  refusedBy: "AWS",
  summary: "The parameters of all components of a recipe are together larger than 25 KB.",
  source: 'service message "You\'ve exceeded the maximum cumulative component size of 25 KB"',
  fail: [audits(26, "▸")],
  pass: [audits(24)],
  eachRecipe({ definition: { components } }, report, { project }) {
    const plan = project.mergePlans.get(components);
    if (plan === undefined || "why" in plan) return;
    let bytes = 0;
    for (const component of plan.components) {
      const before = bytes;
      bytes += bytesOf(component);
      if (before > maxBytes || bytes <= maxBytes) continue;
      const [{ reference } = {}] = usesOf(component);
      if (reference === undefined) continue;
      const index = components.indexOf(reference);
      const key = reference.from === "project" ? "component" : reference.from;
      const message = `the parameters up to here have ${bytes} bytes, allowed in a recipe: ${maxBytes}`;
      report(["components", index, key], message, "shorten them, or let components read what is long from S3 or SSM");
    }
  },
};

/** Returns the size in bytes of a component's parameter names and values. AWS does not document what else counts. */
function bytesOf(component: PlannedComponent): number {
  const parameters = "uses" in component ? component.merged.parameters : component.use.parameters;
  return Buffer.byteLength(Object.entries(parameters).flat().join(""));
}
