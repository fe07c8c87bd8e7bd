import { parseArn } from "../../aws/arn";
import { versionFault } from "../../definitions/schema/common";

const forms = {
  image: "image/name/version",
  component: "component/name/version",
  workflow: "workflow/stage/name/version",
} as const;

/** Returns the fault in the ARN of an image, component or workflow of Image Builder, and its fix, or undefined. */
export function imageBuilderArnFault(
  type: keyof typeof forms,
  arn: string,
): [message: string, fix: string] | undefined {
  const { service, region, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  const form = `write arn:aws:imagebuilder:region:owner:${forms[type]}, the version e.g. 1.0.2, 1.0.x, 1.x.x or x.x.x`;
  const [, ami] = /^image\/(ami-[0-9a-f]+)$/.exec(resource) ?? [];
  const [kind, ...path] = resource.split("/");
  const stage = type === "workflow" ? path.shift() : undefined;
  const [name = "", version, build, ...more] = path;
  if (service !== "imagebuilder" || kind !== type)
    return [
      `"${arn}" is not the ARN of an Image Builder ${type}`,
      service !== "ec2" || ami === undefined ? form : `write amis: { ${region}: ${ami} } in place of arn`,
    ];
  if (region === "") return [`"${arn}" has no region`, form];
  if (stage !== undefined && !["build", "test", "distribution"].includes(stage))
    return [`the stage "${stage}" of "${arn}" does not exist`, "write build, test or distribution"];
  const isKnown = /^(\d{12}|aws(-[a-z-]+)?)$/.test(owner) || (owner === "third-party" && type !== "workflow");
  if (!isKnown) return [`the owner "${owner}" of "${arn}" is neither an account nor aws`, form];
  if (!/^[a-z0-9-_]+$/.test(name))
    return [`the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`, form];
  if (version === undefined) return [`"${arn}" has no version`, `write ${arn}/x.x.x`];
  const fault = versionFault(version);
  if (fault !== undefined) return [`the version "${version}" of "${arn}" ${fault}`, form];
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build)))
    return [`"${arn}" has more parts after its version`, form];
  if (build !== undefined && version.includes("x"))
    return [`"${arn}" has a build number after an open version`, "leave the build number out"];
  return undefined;
}
