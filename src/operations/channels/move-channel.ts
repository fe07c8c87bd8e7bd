import { LabelParameterVersionCommand, PutParameterCommand } from "@aws-sdk/client-ssm";

import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type ChannelPlace, connectionAt, placeKey, unreachable } from "./channel-place";
import { fullWarning, parameterHistory, type ParameterVersion } from "./parameter-history";
import type { Promotable } from "./promotable";

/** The changes with which a channel is moved in one place. */
export interface Move {
  readonly place: ChannelPlace;
  readonly ami: string;
  /** AMI at which the channel points now; undefined if the channel is new. */
  readonly from?: string;
  readonly labels: readonly { readonly parameter: string; readonly version: number }[];
  readonly warnings: readonly string[];
}

/**
 * Plans how a channel is moved to a build in every region. Changes nothing.
 *
 * @throws UserError if a parameter has no version with the AMI, if that version already has the maximum number of labels, or if a place
 * cannot be read
 */
export async function planMove(
  connection: Connection,
  channel: string,
  places: readonly ChannelPlace[],
  { amis }: Promotable,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const place of places) {
    const { region, labelled } = place;
    const ami = amis.get(placeKey(place));
    if (ami === undefined) throw new UserError(`nothing was promoted: the build has no AMI in ${region}`);
    const labels: { parameter: string; version: number }[] = [];
    const warnings: string[] = [];
    for (const parameter of labelled) {
      const versions = await parameterHistory(connection, region, parameter);
      const { version, labels: there } = versionOf(ami, versions, parameter, region);
      if (!there.includes(channel) && there.length >= mostLabels)
        throw new UserError(
          `nothing was promoted: version ${version} of SSM parameter ${parameter} in ${region} has ${there.length} labels already, and SSM allows at most ${mostLabels}; remove one of ${there.join(", ")} with aws ssm unlabel-parameter-version`,
        );
      labels.push({ parameter, version });
      const warning = fullWarning(parameter, region, relabelled(versions, channel, version));
      if (warning !== undefined) warnings.push(warning);
    }
    const from = (await pointedAt(connection, place)).at(-1)?.value;
    moves.push({ place, ami, from, labels, warnings });
  }
  return moves;
}

/**
 * Returns the history of the channel's own parameter.
 *
 * @throws UserError if the role of another account cannot be assumed or is not allowed to read the parameter
 */
async function pointedAt(connection: Connection, place: ChannelPlace): Promise<readonly ParameterVersion[]> {
  try {
    return await parameterHistory(connectionAt(connection, place), place.region, place.own);
  } catch (error) {
    const message = unreachable(place, error);
    if (message === undefined) throw error;
    throw new UserError(`nothing was promoted: ${message}`);
  }
}

/** Most labels of one parameter version. Source: Systems Manager API Reference, LabelParameterVersion. */
const mostLabels = 10;

/** Returns the versions as they will be after the label has moved. A label is on at most one version. */
function relabelled(versions: readonly ParameterVersion[], label: string, target: number): ParameterVersion[] {
  return versions.map((each) => {
    const others = each.labels.filter((other) => other !== label);
    return { ...each, labels: each.version === target ? [...others, label] : others };
  });
}

function versionOf(
  ami: string,
  versions: readonly ParameterVersion[],
  parameter: string,
  region: string,
): ParameterVersion {
  const found = versions.findLast(({ value }) => value === ami);
  if (found !== undefined) return found;
  throw new UserError(
    versions.length === 0
      ? `nothing was promoted: there is no SSM parameter ${parameter} in ${region} yet; build the image once, so that the build writes it`
      : `nothing was promoted: none of the ${versions.length} versions that SSM keeps of ${parameter} in ${region} holds ${ami}; promote a newer build`,
  );
}

/** Moves the channel, region by region. Each step is idempotent: if a promotion is interrupted, the same command completes it. */
export async function moveChannel(
  connection: Connection,
  channel: string,
  moves: readonly Move[],
  description: string,
): Promise<void> {
  for (const { place, ami, from, labels } of moves) {
    const { region, own } = place;
    const { ssm } = connectionAt(connection, place);
    for (const { parameter, version } of labels) {
      const { InvalidLabels: invalid = [] } = await ssm(region).send(
        new LabelParameterVersionCommand({ Name: parameter, ParameterVersion: version, Labels: [channel] }),
      );
      if (invalid.length > 0) throw new UserError(`Systems Manager does not accept the label "${channel}"`);
    }
    if (from !== ami)
      await ssm(region).send(
        new PutParameterCommand({
          Name: own,
          Value: ami,
          Type: "String",
          // SSM checks an aws:ec2:image value only after it has answered, and the type can never change. The AMI has been checked before.
          DataType: "text",
          Description: description,
          Overwrite: true,
        }),
      );
  }
}
