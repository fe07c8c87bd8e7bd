import { parseArn } from "../../aws/arn";
import { managedWorkflows } from "../../aws/managed-workflows";
import { versionPattern } from "../../definitions/schema/common";
import type { Kind } from "../recipes/check-chains";

/** What is wrong with the ARN of a workflow, and the fix. */
export function arnFault(arn: string, kind: Kind): [message: string, fix: string] | undefined {
  const form = "arn:aws:imagebuilder:region:account:workflow/stage/name/version";
  const { service, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  const [type, stage = "", name = "", version, build, ...more] = resource.split("/");
  if (service !== "imagebuilder" || type !== "workflow") return [`"${arn}" is not a workflow`, `write ${form}`];
  if (!["build", "test", "distribution"].includes(stage))
    return [`the stage "${stage}" of "${arn}" is none`, "write build, test or distribution"];
  if (!/^(\d{12}|aws(-[a-z-]+)?)$/.test(owner))
    return [`the owner "${owner}" of "${arn}" is neither an account nor aws`, `write ${form}`];
  if (!/^[a-z0-9-_]+$/.test(name))
    return [`the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`, `write ${form}`];
  if (version === undefined) return [`"${arn}" has no version`, `write ${arn}/x.x.x`];
  if (!versionPattern.test(version))
    return [`the version "${version}" of "${arn}" is not three numbers; after an x, only x may follow`, "write x.x.x"];
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build)))
    return [`"${arn}" goes on after its version`, `write ${form}`];
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
