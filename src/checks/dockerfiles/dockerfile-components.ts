import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { lastLineOf, lineRange } from "./lines";
import { templatesOf } from "./templates";

export const dockerfileComponents: ProjectRule = {
  code: "dockerfile-components",
  severity: "warning",
  summary: "A Dockerfile template has no place for the commands that run the components, so none of them runs.",
  source:
    "Image Builder User Guide, create a container recipe: the variable components is the one that runs them, and is optional",
  fail: [
    withTemplate(template({ components: "▸RUN yum -y update" })),
    withTemplate(template({ components: "▸# {{{ imagebuilder:components }}}" })),
  ],
  pass: [withTemplate(template())],
  project({ project }, report) {
    for (const { file, text, variables } of templatesOf(project)) {
      // Another rule reports variables that do not exist.
      if (variables.some(({ meant }) => meant === "components" || meant === undefined)) continue;
      const message = "{{{ imagebuilder:components }}} is missing, so no component would run";
      const fix = "add {{{ imagebuilder:components }}} after {{{ imagebuilder:environments }}}";
      report({ file, range: lineRange(lastLineOf(text)) }, message, fix);
    }
  },
};
