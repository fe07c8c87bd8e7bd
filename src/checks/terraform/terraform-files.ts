import { exampleProject } from "../../definitions/rules";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { stackOfFile, withinStack } from "../../project/terraform-files";
import { stacksOf } from "../../project/stacks";

const data = 'data "aws_caller_identity" "me" {}\n';

export const terraformFile: Rule = {
  code: "terraform-file",
  severity: "error",
  unsilenceable: true,
  summary: "A file below terraform/ is not in the folder of a stack, or would take the place of a generated one.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [{ "terraform/test/me.tf": `▸${data}`, "environments/dev.yaml": exampleProject.environment }],
  pass: [{ "terraform/dev/me.tf": data }],
};

/** What a synthesis, or Terraform, puts into the folder of a stack. */
const generated = /^(cdk\.tf\.json|assets\/.*|terraform-files\.json|\.terraform.*)$/;

/** Checks the files that are laid beside the JSON of a stack. */
export function checkTerraformFiles(project: Project): Problem[] {
  const stacks = stacksOf(project).map(({ name }) => name);
  return project.terraformFiles.flatMap(({ file }) => {
    const stack = stackOfFile(file);
    const report = (message: string, fix: string) => [problemOf(terraformFile, file, fileStart, message, fix)];
    if (stack === undefined) return report("the file is in no folder of a stack", "move it to terraform/<stack>/");
    if (!stacks.includes(stack))
      return report(
        `there is no stack "${stack}"`,
        stacks.length === 0 ? "remove it" : `rename the folder: ${writeOneOf(stack, stacks)}`,
      );
    return generated.test(withinStack(file))
      ? report(`"${withinStack(file)}" is the name of a generated file`, "rename it")
      : [];
  });
}
