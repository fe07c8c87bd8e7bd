import { parseArn } from "../../aws/arn";
import { managedWorkflows } from "../../aws/managed-workflows";
import { versionFault } from "../../definitions/schema/common";
import type { RecipeKind } from "../../model/recipe";
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
  const form = "arn:aws:imagebuilder:region:account:workflow/stage/name/version";
  const { service, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  const [type, stage = "", name = "", version, build, ...more] = resource.split("/");
  if (service !== "imagebuilder" || type !== "workflow") return [`"${arn}" is not a workflow`, `write ${form}`];
  if (!["build", "test", "distribution"].includes(stage))
    return [`the stage "${stage}" of "${arn}" does not exist`, "write build, test or distribution"];
  if (!/^(\d{12}|aws(-[a-z-]+)?)$/.test(owner))
    return [`the owner "${owner}" of "${arn}" is neither an account nor aws`, `write ${form}`];
  if (!/^[a-z0-9-_]+$/.test(name))
    return [`the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`, `write ${form}`];
  if (version === undefined) return [`"${arn}" has no version`, `write ${arn}/x.x.x`];
  const fault = versionFault(version);
  if (fault !== undefined) return [`the version "${version}" of "${arn}" ${fault}`, "write x.x.x"];
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build)))
    return [`"${arn}" has more parts after its version`, `write ${form}`];
  if (build !== undefined && version.includes("x"))
    return [`"${arn}" has a build number after an open version`, "leave the build number out"];
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
