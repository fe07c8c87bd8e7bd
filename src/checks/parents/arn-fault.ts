import { parseArn } from "../../aws/arn";
import { versionFault } from "../../definitions/schema/common";

/** Returns the fault in the ARN of an image or component and its fix, or undefined. */
export function arnFault(type: "image" | "component", arn: string): [message: string, fix: string] | undefined {
  const fault = faultOf(type, arn);
  if (fault === undefined) return undefined;
  const { service, region, resource = "" } = parseArn(arn) ?? {};
  const [, ami] = /^image\/(ami-[0-9a-f]+)$/.exec(resource) ?? [];
  const fix =
    service !== "ec2" || ami === undefined
      ? `write arn:aws:imagebuilder:region:owner:${type}/name/version, the version e.g. 1.0.2, 1.0.x, 1.x.x or x.x.x`
      : `write amis: { ${region}: ${ami} } in place of arn`;
  return [fault, fix];
}

function faultOf(type: "image" | "component", arn: string): string | undefined {
  const { service, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  const [kind, name = "", version, build, ...more] = resource.split("/");
  if (service !== "imagebuilder" || kind !== type) return `"${arn}" is not the ARN of an Image Builder ${type}`;
  if (!/^(\d{12}|aws(-[a-z-]+)?|third-party)$/.test(owner))
    return `the owner "${owner}" of "${arn}" is neither an account nor aws`;
  if (!/^[a-z0-9-_]+$/.test(name)) return `the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`;
  if (version === undefined) return `"${arn}" has no version`;
  const fault = versionFault(version);
  if (fault !== undefined) return `the version "${version}" of "${arn}" ${fault}`;
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build)))
    return `"${arn}" has more parts after its version`;
  if (build !== undefined && version.includes("x")) return `"${arn}" has a build number after an open version`;
  return undefined;
}
