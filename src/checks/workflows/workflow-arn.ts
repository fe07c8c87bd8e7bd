import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { managedWorkflows } from "../../aws/managed-workflows";
import type { RecipeKind } from "../../model/recipe";
import { imageBuilderArnFault } from "../parents/arn-fault";
import type { ProjectRule } from "../project-rule";
import { using } from "./example";

const own = "arn:aws:imagebuilder:us-east-1:123456789012:workflow/test/audit";

export const workflowArn: ProjectRule = {
  code: "workflow-arn",
  refusedBy: "AWS",
  summary:
    "The ARN of a workflow is not the ARN of an Image Builder workflow with a version. AWS's own workflows need the version x.x.x.",
  source: "API field WorkflowConfiguration.workflowArn; service message \"must have latest version 'x.x.x'\"",
  fail: [
    using("- arn: ▸arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.2"),
    using("- arn: ▸arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-container/x.x.x"),
    using(`- arn: ▸${own}`),
    using(`- arn: ▸${own}/x.1.x`),
    using("- arn: ▸arn:aws:imagebuilder:us-east-1:123456789012:workflow/audit/1.0.0"),
    using("- arn: ▸arn:aws:imagebuilder::123456789012:workflow/test/audit/1.0.0"),
    using(`- arn: ▸${own}/1.0.0/1/2`),
    using("- arn: ▸arn:aws:imagebuilder:us-east-1:123456789012:component/audit/1.0.0"),
  ],
  pass: [
    using("- arn: arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"),
    using(`- arn: ${own}/1.0.0`),
    using(`- arn: ${own}/1.x.x`),
  ],
  eachWorkflow({ kind, reference, path }, report) {
    const fault = reference.from === "arn" ? faultOf(reference.arn, kind) : undefined;
    if (fault !== undefined) report([...path, "arn"], ...fault);
  },
};

function faultOf(arn: string, kind: RecipeKind): [message: string, fix: string] | undefined {
  const fault = imageBuilderArnFault("workflow", arn);
  if (fault !== undefined) return fault;
  const { owner, path: [, name = "", version] = [] } = parseImageBuilderArn(arn) ?? {};
  if (owner !== "aws") return undefined;
  if (version !== "x.x.x") return [`the version "${version}" of a workflow of AWS is not x.x.x`, "write x.x.x"];
  const other = kind === "image" ? "container" : "image";
  return name.endsWith(`-${other}`) && name in managedWorkflows
    ? [
        `"${name}" is not for ${kind === "image" ? "an image" : "a container"}`,
        `write ${name.replace(/(image|container)$/, kind)}`,
      ]
    : undefined;
}
