import { type Image, regionsOf } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import { type WorkflowRun, workflowRuns } from "../builds/step-run";
import { amiFacts, isDeprecated } from "../images/ami-facts";
import { type BuildSummary, findBuilds } from "../images/find-builds";
import { type BuildReference, isNamed, noSuchBuild } from "../images/choose-build";
import { OperationError } from "../operation-error";

/** A build that a channel may point at, with its AMI in each region of the image. */
export interface Promotable {
  readonly build: BuildSummary;
  readonly amis: ReadonlyMap<string, string>;
}

export interface Wanted {
  readonly factory: ImageFactory;
  readonly image: Image;
  /** Default: the newest that may be promoted. */
  readonly reference?: Omit<BuildReference, "image">;
  readonly now: number;
}

/**
 * The build to promote: that which is named, or the newest that is AVAILABLE, passed its tests, is not deprecated and has an AMI in every region.
 *
 * @throws OperationError saying why not, and for none named what is wrong with each
 */
export async function promotable(
  connection: Connection,
  { factory, image, reference, now }: Wanted,
): Promise<Promotable> {
  const builds = await findBuilds(connection, image);
  const named = builds.filter((build) => isNamed(build, reference ?? {}));
  if (named.length === 0) throw noSuchBuild(connection, image, reference ?? {}, builds);
  const reasons: string[] = [];
  // A version is named for its newest build.
  for (const build of reference?.version === undefined ? named : named.slice(0, 1)) {
    const why = await refusal(connection, build, factory, image, now);
    if (typeof why !== "string") return { build, amis: why };
    reasons.push(`${image.name} ${build.version}/${build.build} ${why}`);
  }
  throw new OperationError(`nothing was promoted: ${reasons.slice(0, 5).join("; ")}`);
}

/** Why a build may not be promoted, as it goes on after its name; else its AMIs by region. */
async function refusal(
  connection: Connection,
  build: BuildSummary,
  { place }: ImageFactory,
  image: Image,
  now: number,
): Promise<string | ReadonlyMap<string, string>> {
  if (build.status !== "AVAILABLE") return `is ${build.status}`;
  const own = build.amis.filter(({ account }) => account === place.account || account === "");
  const amis = new Map(own.map(({ region, id }) => [region, id]));
  const regions = regionsOf(image, place.region);
  const lacking = regions.map(({ region }) => region).filter((region) => !amis.has(region));
  if (lacking.length > 0) return `has no AMI in ${lacking.join(", ")}`;
  const facts = await amiFacts(connection, own);
  for (const { region } of regions) {
    const id = amis.get(region) ?? "";
    const known = facts.get(id);
    if (known === undefined) return `no longer has its AMI ${id} in ${region}`;
    if (known.state !== "available") return `has AMI ${id} in ${region}, which is ${known.state}`;
    if (isDeprecated(known, now)) return `has AMI ${id} in ${region}, which is deprecated`;
  }
  const failed = failedTest(await workflowRuns(connection, build.arn));
  if (failed !== undefined) return `did not pass its tests (${failed.arn.split("/").slice(-3, -2).join("")})`;
  return amis;
}

/** Workflows may let a build go on after a test that failed. One that passed when the build was retried has passed. */
function failedTest(runs: readonly WorkflowRun[]): WorkflowRun | undefined {
  const tests = runs.filter(({ type }) => type === "TEST");
  return tests.find(
    (run, index) =>
      /^(FAILED|CANCELLED|ROLLBACK_)/.test(run.status) &&
      !tests
        .slice(index + 1)
        .some(({ arn, status, retried }) => arn === run.arn && status === "COMPLETED" && (retried || run.retried)),
  );
}
