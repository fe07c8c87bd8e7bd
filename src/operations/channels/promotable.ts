import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { type Image, regionsOf } from "../../factory/built";
import type { ChannelConsumer } from "../../factory/channel-consumers";
import type { ImageFactory } from "../../factory/image-factory";
import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type WorkflowRun, workflowRuns } from "../builds/step-run";
import { type AmiFacts, amiFacts, isDeprecated } from "../images/ami-facts";
import { type BuildReference, buildsNamed } from "../images/choose-build";
import type { BuildSummary } from "../images/find-builds";
import { ownTargets, placeKey } from "./channel-place";

/** A build at which a channel may point, with its AMI in each place of the channel. */
export interface Promotable {
  readonly build: BuildSummary;
  /** AMI ids by {@link placeKey}. */
  readonly amis: ReadonlyMap<string, string>;
  /** If no build was named: why newer builds were not chosen, e.g. `linux-web 1.0.3/2 is FAILED`. */
  readonly passedOver: readonly string[];
}

/** What to promote, and to whom. */
export interface Wanted {
  readonly factory: ImageFactory;
  readonly image: Image;
  /** All builds of the image, the newest first. */
  readonly builds: readonly BuildSummary[];
  /** Other accounts in which the channel is written. Default: none. */
  readonly consumers?: readonly ChannelConsumer[];
  /** The build to promote. Default: the newest build that may be promoted. */
  readonly reference?: BuildReference;
  readonly now: number;
}

/**
 * Finds the build to promote: the named one, or the newest one. It has to be AVAILABLE, to have passed its tests, not to be deprecated, and
 * to have an AMI in every region.
 *
 * @throws UserError if no build may be promoted; the message gives the reasons
 */
export async function promotable(
  connection: Connection,
  { factory, image, builds, consumers = [], reference = {}, now }: Wanted,
): Promise<Promotable> {
  const named = buildsNamed(builds, reference, image, connection.place);
  const reasons: string[] = [];
  // A version without a build number means the newest build of that version.
  for (const build of reference.version === undefined ? named : named.slice(0, 1)) {
    const why = await refusal(connection, build, { factory, image, consumers, now });
    if (typeof why !== "string") return { build, amis: why, passedOver: reasons };
    reasons.push(`${image.name} ${build.version}/${build.build} ${why}`);
  }
  throw new UserError(`nothing was promoted: ${reasons.slice(0, 5).join("; ")}`);
}

/** Returns why a build may not be promoted, as the rest of a sentence after its name, or else its AMIs by place. */
async function refusal(
  connection: Connection,
  build: BuildSummary,
  { factory: { place }, image, consumers, now }: Required<Omit<Wanted, "builds" | "reference">>,
): Promise<string | ReadonlyMap<string, string>> {
  if (build.status !== "AVAILABLE") return `is ${build.status}`;
  const own = build.amis.filter(({ account }) => account === place.account);
  const amis = new Map(own.map(({ region, id }) => [region, id]));
  const regions = ownTargets(image, place).map(({ region }) => region);
  const lacking = regions.filter((region) => !amis.has(region));
  if (lacking.length > 0) return `has no AMI in ${lacking.join(", ")}`;
  const facts = await amiFacts(connection, own);
  for (const [region, id] of [...amis].filter(([each]) => regions.includes(each))) {
    const known = facts.get(id);
    if (known === undefined) return `no longer has its AMI ${id} in ${region}`;
    if (known.state !== "available") return `has AMI ${id} in ${region}, which is ${known.state}`;
    if (isDeprecated(known, now)) return `has AMI ${id} in ${region}, which is deprecated`;
  }
  for (const consumer of consumers) {
    const received = receivedBy(consumer, regionsOf(image, place.region), build, facts);
    if (!("ami" in received)) return received.refusal;
    amis.set(placeKey({ region: consumer.place.region, consumer }), received.ami);
  }
  const failed = failedTest(await workflowRuns(connection, build.arn));
  if (failed !== undefined)
    return `did not pass its tests (${parseImageBuilderArn(failed.arn)?.path[1] ?? failed.arn})`;
  return amis;
}

/** Returns the AMI that another account launches: its own copy, or the shared one. Only the other account can read a copy's data from EC2. */
function receivedBy(
  { place: { account, region } }: ChannelConsumer,
  targets: ReturnType<typeof regionsOf>,
  { amis }: BuildSummary,
  facts: ReadonlyMap<string, AmiFacts>,
): { readonly ami: string } | { readonly refusal: string } {
  const copy = amis.find((ami) => ami.account === account && ami.region === region);
  if (copy !== undefined) return { ami: copy.id };
  const target = targets.find((each) => each.region === region);
  const [id, shared] = [...facts].find(([, each]) => each.region === region) ?? [];
  if (id === undefined || shared === undefined || target?.copyToAccounts.includes(account) === true)
    return { refusal: `has no AMI in ${region} for account ${account}` };
  // Whether the account belongs to the organization is unknown here.
  const reaches = shared.sharedWith.some((who) => who === account || who === "everybody" || who.startsWith("arn:"));
  return reaches ? { ami: id } : { refusal: `has AMI ${id} in ${region}, which is not shared with account ${account}` };
}

/** Returns the first failed test. A workflow can let a build continue after one. A test that passed in a retry counts as passed. */
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
