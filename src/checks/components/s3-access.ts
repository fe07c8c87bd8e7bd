import { groupBy } from "../../collections/group-by";
import type { S3Access } from "../../documents/component-document";
import { documentBucketOf, logBucketOf } from "../../factory/buckets";
import { keysBelow, type S3Place, s3Place } from "../../factory/s3-place";
import type { Example } from "../../problems/rule";
import { listOf } from "../../problems/suggest";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import { withImage, withSettings } from "../example";
import type { Report } from "../report";
import { stepDocument } from "./example";

const does = { read: "read", write: "write to" } as const;

/** Reports each component step that reads or writes an S3 object that the created role of the build instances may not access. */
export function reportDenied(access: S3Access["access"], context: CheckContext, report: Report): void {
  const { environments, componentUses } = context;
  const isMeant = (each: S3Access) => each.access === access;
  const going = [...componentUses.values()].flat().filter(({ document }) => document.s3.some(isMeant));
  for (const users of groupBy(going, (use) => use.name).values()) {
    const building = environments.filter(({ built }) =>
      users.some(({ recipe }) =>
        built.some(
          ({ kind, name: image, infrastructure }) =>
            kind === recipe.kind && image === recipe.name && infrastructure.instanceProfile === undefined,
        ),
      ),
    );
    const [{ file, document }] = users;
    for (const each of document.s3.filter(isMeant)) {
      const without = building.filter((environment) => !mayAccess(each, environment));
      if (without.length === 0) continue;
      const names = listOf(without.map((environment) => environment.name));
      const message = `build instances of ${names} cannot ${does[access]} ${each.bucket}, for the address "${each.address}"`;
      const folder = each.key.includes("/") ? `/${each.key.slice(0, each.key.lastIndexOf("/"))}` : "";
      const files = without.map(({ source }) => source.file).join(", ");
      const fix = `add "${each.bucket}${folder}" to build.instanceProfile.${access} in ${files}`;
      report({ file, range: each.range }, message, fix);
    }
  }
}

/** Returns a project with a component that has one such step, and an environment with this instance profile. */
export function transferring(action: "S3Download" | "S3Upload", inputs: readonly string[], profile: string): Example {
  return {
    "components/linux/tools.yaml": stepDocument("build", action, `- ${inputs.join("\n            ")}`),
    ...withImage({ components: ["linux/tools"] }),
    ...withSettings(`build:\n  instanceProfile: ${profile}\n`),
  };
}

/**
 * Checks whether the build role may access an object. The permissions of a given profile or of a managed policy are unknown, so access is
 * assumed.
 */
function mayAccess(access: S3Access, { value, names }: Environment): boolean {
  const { create, policies, read, write } = value.build.instanceProfile;
  if (create !== true || policies.some(mayGrantS3)) return true;
  const { bucket, key, whole } = access;
  const within = (place: S3Place): boolean => {
    if (place.bucket !== bucket) return false;
    const start = place.folder === "" ? "" : keysBelow(place.folder);
    return key === place.folder || key.startsWith(start) || (!whole && start.startsWith(key));
  };
  if (access.access === "write") {
    const logs = logBucketOf(value, names);
    return [...write.map(s3Place), ...(logs === undefined ? [] : [{ bucket: logs.name, folder: logs.prefix }])].some(
      within,
    );
  }
  // EC2InstanceProfileForImageBuilder allows reading these.
  if (bucket.startsWith("ec2imagebuilder") || /\.(ISO|iso|Iso)$/.test(key)) return true;
  return [...read.map(s3Place), { bucket: documentBucketOf(value, names).name, folder: "components" }].some(within);
}

/**
 * Checks whether a managed policy may allow access to S3. The content of customer managed policies is unknown; the names of AWS managed
 * policies say which service they are for.
 */
function mayGrantS3(arn: string): boolean {
  return !arn.includes(":iam::aws:policy/") || /S3|Administrator|PowerUser|ReadOnly/.test(arn);
}
