import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { type AmiFacts, amiFacts, isDeprecated } from "./ami-facts";
import { type BuildSummary, findBuilds, getBuild } from "./find-builds";

export interface ReportedBuild {
  readonly image: string;
  readonly arn: string;
  readonly version: string;
  readonly build: number;
  readonly status: string;
  readonly reason?: string;
  /** ISO 8601 */
  readonly created: string;
  /** Whether it is the newest of those that are AVAILABLE. */
  readonly newest: boolean;
  readonly deprecated: boolean;
  readonly amis: readonly {
    readonly id: string;
    readonly region: string;
    readonly account: string;
    /** `available`, `disabled`, `deregistered` where EC2 no longer has it, …; absent for one in another account. */
    readonly state?: string;
    readonly sharedWith: readonly string[];
    readonly instances: readonly string[];
  }[];
  readonly containers: readonly string[];
  /** `linux-update-os 1.0.3`, in the order of the recipe. */
  readonly components: readonly string[];
  /** What the definitions were at. */
  readonly commit?: string;
  /** Names of channels that point at it. */
  readonly channels: readonly string[];
}

export interface ReportOptions {
  /** Most builds that are told of, the newest first. */
  readonly limit: number;
  readonly now: number;
  readonly channelsOf: (ami: { readonly region: string; readonly id: string }) => readonly string[];
}

export async function imageReport(
  connection: Connection,
  image: Built,
  { limit, now, channelsOf }: ReportOptions,
): Promise<ReportedBuild[]> {
  const builds = await findBuilds(connection, image);
  const newest = builds.find(({ status }) => status === "AVAILABLE");
  const shown = builds.slice(0, limit);
  const facts = await amiFacts(
    connection,
    shown.flatMap(({ amis }) => amis),
  );
  const reports: ReportedBuild[] = [];
  for (const build of shown) {
    const own = build.amis.flatMap(({ id }) => facts.get(id) ?? []);
    reports.push({
      ...reportOf(image.name, build, facts, connection.place.account),
      newest: build === newest,
      deprecated: build.status === "DEPRECATED" || own.some((each) => isDeprecated(each, now)),
      components: await componentsOf(connection, build),
      commit: commitOf(build, own),
      channels: [...new Set(build.amis.flatMap((ami) => channelsOf(ami)))],
    });
  }
  return reports;
}

function reportOf(image: string, build: BuildSummary, facts: ReadonlyMap<string, AmiFacts>, owner: string) {
  const { arn, version, build: number, status, reason, created, containers } = build;
  return {
    image,
    arn,
    version,
    build: number,
    status,
    reason,
    created,
    containers: containers.flatMap(({ uris }) => uris),
    amis: build.amis.map(({ id, region, account }) => {
      const known = facts.get(id);
      return {
        id,
        region,
        account,
        // EC2 tells of the AMIs of this account alone.
        state: known?.state ?? (account === owner || account === "" ? "deregistered" : undefined),
        sharedWith: known?.sharedWith ?? [],
        instances: known?.instances ?? [],
      };
    }),
  };
}

async function componentsOf(connection: Connection, { arn }: BuildSummary): Promise<string[]> {
  const { imageRecipe, containerRecipe } = await getBuild(connection, arn);
  return (
    (imageRecipe ?? containerRecipe)?.components?.flatMap(({ componentArn = "" }) => nameAndVersion(componentArn)) ?? []
  );
}

function nameAndVersion(arn: string): string[] {
  const [, name, version] = /:component\/([^/]+)\/([^/]+)/.exec(arn) ?? [];
  return name === undefined || version === undefined ? [] : [`${name} ${version}`];
}

/** The tag that `build` sets on the image, or Terraform on its AMIs. */
function commitOf({ tags }: BuildSummary, amis: readonly AmiFacts[]): string | undefined {
  return tags["golden-image-commit"] ?? amis.flatMap((ami) => ami.tags["golden-image-commit"] ?? [])[0];
}
