import { GetImageCommand } from "@aws-sdk/client-imagebuilder";

import { arnName } from "../../aws/resource-name";
import { type Built, settingsOf } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import { buildIdOf } from "../images/build-arn";
import { type BuildSummary, type BuiltAmi, byVersion } from "../images/find-builds";
import type { OwnAmis } from "./own-amis";

/** Status of a build whose record Image Builder no longer has. */
const noRecord = "no record";

/** Checks whether only AMIs are left of a build, without a record in Image Builder. */
export function isForgotten({ status }: Pick<BuildSummary, "status">): boolean {
  return status === noRecord;
}

/**
 * Adds AMIs that Image Builder does not list to the builds of an image. They cost money, and nothing else finds them. There are two kinds:
 * AMIs of a build that failed after it had created them, and AMIs whose build has no record any more. Terraform leaves the latter if it
 * replaces an image that it has built (`buildOnDeploy`). Builds without a record come last, the newest version first.
 */
export async function withLostAmis(
  connection: Connection,
  built: Built,
  builds: readonly BuildSummary[],
  ownAmis: (region: string) => Promise<OwnAmis>,
): Promise<BuildSummary[]> {
  if (built.kind === "container") return [...builds];
  const { partition, region: home, account } = connection.place;
  const prefix = `arn:${partition}:imagebuilder:${home}:${account}:image/${arnName(built.recipe.recipeName)}/`;
  const tagged = new Map<string, BuiltAmi[]>();
  for (const region of regionsOf(built, builds, home))
    for (const [arn, ids] of (await ownAmis(region)).byBuild)
      if (arn.startsWith(prefix))
        tagged.set(arn, [...(tagged.get(arn) ?? []), ...ids.map((id) => ({ region, account, id }))]);
  const known = builds.map((build) => {
    if (build.status !== "FAILED" && build.status !== "CANCELLED") return build;
    const listed = new Set(build.amis.map(({ id }) => id));
    const more = (tagged.get(build.arn) ?? []).filter(({ id }) => !listed.has(id));
    return { ...build, amis: [...build.amis, ...more] };
  });
  const forgotten: BuildSummary[] = [];
  for (const [arn, amis] of tagged) {
    const id = buildIdOf(arn);
    if (id === undefined || builds.some((build) => build.arn === arn)) continue;
    // Lists lag behind, so the record may exist although they do not have it yet.
    const request = new GetImageCommand({ imageBuildVersionArn: arn });
    if ((await ifExists(async () => connection.imageBuilder.send(request)))?.image !== undefined) continue;
    const { version, build } = id;
    forgotten.push({
      arn,
      version,
      build,
      status: noRecord,
      ofPipeline: false,
      created: "",
      amis,
      containers: [],
      tags: {},
    });
  }
  return [...known, ...forgotten.sort((a, b) => byVersion(b, a))];
}

function regionsOf(built: Built, builds: readonly BuildSummary[], home: string): ReadonlySet<string> {
  return new Set([
    home,
    ...settingsOf(built).flatMap(({ distribution }) => distribution?.targets.map(({ region }) => region) ?? []),
    ...builds.flatMap(({ amis }) => amis.map(({ region }) => region)),
  ]);
}
