import { environmentText } from "../../definitions/example-texts";
import { writeOneOf } from "../../problems/suggest";
import { stackOfFile, withinStack } from "../../project/terraform-files";
import type { ProjectRule } from "../project-rule";

const data = 'data "aws_caller_identity" "me" {}\n';

/** Files that synthesis or Terraform creates in the folder of a stack. */
const generated = /^(cdk\.tf\.json|assets\/.*|terraform-files\.json|\.terraform.*)$/;

export const terraformFile: ProjectRule = {
  code: "terraform-file",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A file below terraform/ is not in the folder of a stack, or would take the place of a generated one.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [
    { "terraform/test/me.tf": `▸${data}`, "environments/dev.yaml": environmentText() },
    { "terraform/me.tf": `▸${data}` },
    { "terraform/dev/cdk.tf.json": "▸{}\n" },
  ],
  pass: [{ "terraform/dev/me.tf": data }],
  project({ project, stacks }, report) {
    const names = stacks.map(({ name }) => name);
    for (const { file } of project.terraformFiles) {
      const stack = stackOfFile(file);
      if (stack === undefined)
        report({ file }, "the file is not in the folder of a stack", "move it to terraform/<stack>/");
      else if (!names.includes(stack)) {
        const fix =
          names.length === 0 ? "remove it" : `rename the folder to that of a stack; ${writeOneOf(stack, names)}`;
        report({ file }, `there is no stack "${stack}"`, fix);
      } else if (generated.test(withinStack(file)))
        report({ file }, `"${withinStack(file)}" is the name of a generated file`, "rename it");
    }
  },
};
