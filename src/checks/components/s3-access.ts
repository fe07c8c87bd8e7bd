import { groupBy } from "../../collections/group-by";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { S3Access } from "../../documents/component-document";
import { documentBucketOf, logBucketOf } from "../../factory/buckets";
import { namesOf } from "../../factory/names";
import { keysBelow, type S3Place, s3Place } from "../../factory/s3-place";
import type { Example } from "../../problems/rule";
import { listOf } from "../../problems/suggest";
import type { CheckContext } from "../context/check-context";
import { withImage, withSettings } from "../example";
import type { Report } from "../report";
import { stepDocument } from "./example";

const does = { read: "read", write: "write to" } as const;

/** Reports each step of components that reads, or writes, where the made roles of build instances may not go in S3. */
export function reportDenied(access: S3Access["access"], context: CheckContext, report: Report): void {
  const { project, environments, componentUses } = context;
  const isMeant = (each: S3Access) => each.access === access;
  const going = [...componentUses.values()].flat().filter(({ document }) => document.s3.some(isMeant));
  for (const [name, users] of groupBy(going, (use) => use.name)) {
    const building = environments.filter(({ built }) =>
      users.some(({ recipe }) =>
        built.some(
          ({ kind, name: image, infrastructure }) =>
            kind === recipe.kind && image === recipe.name && infrastructure.instanceProfile === undefined,
        ),
      ),
    );
    for (const each of users[0]?.document.s3.filter(isMeant) ?? []) {
      const without = building.filter(({ value }) => !mayAccess(each, value));
      if (without.length === 0) continue;
      const file = project.components.get(name)?.file ?? "";
      const names = listOf(without.map((environment) => environment.name));
      const message = `build instances of ${names} cannot ${does[access]} ${each.bucket}, for the address "${each.address}"`;
      const folder = each.key.includes("/") ? `/${each.key.slice(0, each.key.lastIndexOf("/"))}` : "";
      const files = without.map(({ source }) => source.file).join(", ");
      const fix = `add "${each.bucket}${folder}" to build.instanceProfile.${access} in ${files}`;
      report({ file, range: each.range }, message, fix);
    }
  }
}

/** A component of one such step, and an environment that builds with this instance profile. */
export function transferring(action: "S3Download" | "S3Upload", inputs: readonly string[], profile: string): Example {
  return {
    "components/linux/tools.yaml": stepDocument("build", action, `- ${inputs.join("\n            ")}`),
    ...withImage({ components: ["linux/tools"] }),
    ...withSettings(`build:\n  instanceProfile: ${profile}\n`),
  };
}

/** Whether the build role may; what a given profile or a managed policy allows is not known, so it is taken to. */
function mayAccess(access: S3Access, environment: EnvironmentDefinition): boolean {
  const { create, policies, read, write } = environment.build.instanceProfile;
  if (create !== true || policies.some(mayGrantS3)) return true;
  const { bucket, key, whole } = access;
  const within = (place: S3Place): boolean => {
    if (place.bucket !== bucket) return false;
    const start = place.folder === "" ? "" : keysBelow(place.folder);
    return key === place.folder || key.startsWith(start) || (!whole && start.startsWith(key));
  };
  if (access.access === "write") {
    const logs = logBucketOf(environment, namesOf(environment));
    return [...write.map(s3Place), ...(logs === undefined ? [] : [{ bucket: logs.name, folder: logs.prefix }])].some(
      within,
    );
  }
  // EC2InstanceProfileForImageBuilder reads these.
  if (bucket.startsWith("ec2imagebuilder") || /\.(ISO|iso|Iso)$/.test(key)) return true;
  return [
    ...read.map(s3Place),
    { bucket: documentBucketOf(environment, namesOf(environment)).name, folder: "components" },
  ].some(within);
}

/** A policy of the account may say anything; of AWS's, the name says what it is about. */
function mayGrantS3(arn: string): boolean {
  return !arn.includes(":iam::aws:policy/") || /S3|Administrator|PowerUser|ReadOnly/.test(arn);
}
