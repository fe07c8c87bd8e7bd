import type { Image } from "../../factory/built";
import { channelConsumers } from "../../factory/channel-consumers";
import type { ImageFactory } from "../../factory/image-factory";
import { channelPlaces, placeKey, requireChannel, requireImage } from "../../operations/channels/channel-place";
import { moveChannel, planMove } from "../../operations/channels/move-channel";
import { previousBuild } from "../../operations/channels/previous-build";
import { promotable } from "../../operations/channels/promotable";
import { builtNamed } from "../../operations/images/built";
import { type BuildReference, versionReference } from "../../operations/images/choose-build";
import { findBuilds } from "../../operations/images/find-builds";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";
import type { Ask } from "../ask";
import type { Terminal } from "../terminal";
import type { Operated } from "./operate";

export interface PromoteArguments {
  readonly image: string;
  /** Version, e.g. `1.0.3`, or version and build, e.g. `1.0.3/2`. Default: the newest build that may be promoted. */
  readonly version?: string;
  readonly channel: string;
  /** Whether to go back to the previous build of the channel. */
  readonly back: boolean;
  readonly yes: boolean;
}

/** A move of a channel, whose names and version are valid. */
interface Promotion extends Pick<PromoteArguments, "channel" | "back" | "yes"> {
  readonly image: Image;
  readonly reference?: BuildReference;
}

/** Finds what the arguments name. @throws UserError for a wrong image, channel or version */
export function promotionOf(factory: ImageFactory, { image: name, version, ...others }: PromoteArguments): Promotion {
  const image = requireImage(builtNamed(factory, name));
  requireChannel(factory, others.channel);
  return { image, reference: version === undefined ? undefined : versionReference(version), ...others };
}

/** Moves a channel of an image to a build. @returns exit code 0 if the channel points at the build, 1 if the user did not agree */
export async function runPromote(
  operated: Operated,
  { image, reference, channel, back, yes }: Promotion,
  { stdout, stderr }: Terminal,
  ask: Ask,
): Promise<number> {
  const { connection, factory, environment, project } = operated;
  const consumers = channelConsumers(environment, image.name, project.definitions.environments);
  const places = channelPlaces(factory, image, channel, consumers);
  const builds = await findBuilds(connection, image);
  const chosen = await promotable(connection, {
    factory,
    image,
    builds,
    consumers,
    reference: back ? await previousBuild(connection, channel, places, { image, builds }) : reference,
    now: Date.now(),
  });
  const moves = await planMove(connection, channel, places, chosen);
  const build = `${chosen.build.version}/${chosen.build.build}`;
  for (const why of chosen.passedOver) stderr.write(`passed over: ${why}\n`);
  const isThere = moves.every(({ from, ami }) => from === ami);
  for (const { place, from, ami, warnings } of moves) {
    stdout.write(`${placeKey(place)}  ${from === undefined ? "" : `${from} → `}${ami}\n`);
    for (const warning of warnings) stderr.write(`warning: ${warning}\n`);
  }
  if (!yes && !isThere) {
    const answer = await ask(`\n${image.name} ${build} to ${channel} of ${environment}? Only "yes" will do: `);
    if (answer?.trim() !== "yes") {
      stderr.write(
        answer === undefined
          ? "there is no terminal to ask at; add --yes to promote without asking\n"
          : "nothing was promoted\n",
      );
      return 1;
    }
  }
  await moveChannel(connection, channel, moves, description(image, channel));
  stdout.write(
    isThere
      ? `${channel} of ${image.name} already points at ${build}\n`
      : `${channel} of ${image.name} now points at ${build}\n  go back: ${howToRun(`rollback ${environment} ${shellWord(image.name)} --from ${channel}`)}\n`,
  );
  return 0;
}

function description({ name }: Image, channel: string): string {
  return `Channel ${channel} of image ${name}: moved by golden-images promote and rollback`;
}
