import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { type AmiFacts, amiFacts, isDeprecated } from "./ami-facts";
import { type BuildSummary, findBuilds, getBuild } from "./find-builds";

/** A build of an image with what AWS knows about its AMIs, components and channels. */
export interface ReportedBuild {
  readonly image: string;
  readonly arn: string;
  readonly version: string;
  readonly build: number;
  readonly status: string;
  readonly reason?: string;
  /** Time of creation, ISO 8601. */
  readonly created: string;
  /** Whether this is the newest build with status AVAILABLE. */
  readonly newest: boolean;
  readonly deprecated: boolean;
  readonly amis: readonly {
    readonly id: string;
    readonly region: string;
    readonly account: string;
    /** State in EC2: `available`, `disabled`, …, or `deregistered` if EC2 no longer has the AMI. Undefined for an AMI in another account. */
    readonly state?: string;
    readonly sharedWith: readonly string[];
    readonly instances: readonly string[];
  }[];
  readonly containers: readonly string[];
  /** Names and versions of the components in the order of the recipe, e.g. `linux-update-os 1.0.3`. */
  readonly components: readonly string[];
  /** Git commit of the definitions. */
  readonly commit?: string;
  /** Names of the channels that point at the build. */
  readonly channels: readonly string[];
}

export interface ReportOptions {
  /** Most builds to report, the newest first. */
  readonly limit: number;
  readonly now: number;
  readonly channelsOf: (ami: { readonly region: string; readonly id: string }) => readonly string[];
}

/** Reports the newest builds of an image or container. */
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
    containers,
    amis: build.amis.map(({ id, region, account }) => {
      const known = facts.get(id);
      return {
        id,
        region,
        account,
        // EC2 returns only the AMIs of this account.
        state: known?.state ?? (account === owner ? "deregistered" : undefined),
        sharedWith: known?.sharedWith ?? [],
        instances: known?.instances ?? [],
      };
    }),
  };
}

async function componentsOf(connection: Connection, { arn }: BuildSummary): Promise<string[]> {
  const { imageRecipe, containerRecipe } = await getBuild(connection, arn);
  const { components = [] } = imageRecipe ?? containerRecipe ?? {};
  return components.flatMap(({ componentArn }) => {
    const [name, version] = parseImageBuilderArn(componentArn)?.path ?? [];
    return name === undefined || version === undefined ? [] : `${name} ${version}`;
  });
}

/** Returns the Git commit from the tag that `build` sets on the image, or that Terraform sets on its AMIs. */
function commitOf({ tags }: BuildSummary, amis: readonly AmiFacts[]): string | undefined {
  return tags["golden-image-commit"] ?? amis.flatMap((ami) => ami.tags["golden-image-commit"] ?? [])[0];
}
