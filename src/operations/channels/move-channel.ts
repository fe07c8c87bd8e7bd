import { LabelParameterVersionCommand, PutParameterCommand } from "@aws-sdk/client-ssm";

import type { Connection } from "../aws/connection";
import { OperationError } from "../operation-error";
import type { ChannelPlace } from "./channel-place";
import { fullWarning, parameterHistory, type ParameterVersion } from "./parameter-history";
import type { Promotable } from "./promotable";

/** What moving a channel comes to in one region. */
export interface Move {
  readonly region: string;
  readonly ami: string;
  /** Where the channel points now; absent where it is new. */
  readonly from?: string;
  readonly own: string;
  readonly labels: readonly { readonly parameter: string; readonly version: number }[];
  readonly warnings: readonly string[];
}

/**
 * What has to be done so that a channel points at a build in every region; nothing is done yet.
 *
 * @throws OperationError where a parameter has no version with the AMI that could take the label
 */
export async function planMove(
  connection: Connection,
  channel: string,
  places: readonly ChannelPlace[],
  { amis }: Promotable,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const { region, own, labelled } of places) {
    const ami = amis.get(region) ?? "";
    const labels: { parameter: string; version: number }[] = [];
    const warnings: string[] = [];
    for (const parameter of labelled) {
      const versions = await parameterHistory(connection, region, parameter);
      const { version, labels: there } = versionOf(ami, versions, parameter, region);
      if (!there.includes(channel) && there.length >= mostLabels)
        throw new OperationError(
          `nothing was promoted: version ${version} of SSM parameter ${parameter} in ${region} has ${there.length} labels already, and SSM allows at most ${mostLabels}; remove one, e.g. "${there.at(-1) ?? ""}", with aws ssm unlabel-parameter-version`,
        );
      labels.push({ parameter, version });
      const warning = fullWarning(parameter, region, relabelled(versions, channel, version));
      if (warning !== undefined) warnings.push(warning);
    }
    const from = (await parameterHistory(connection, region, own)).at(-1)?.value;
    moves.push({ region, ami, from, own, labels, warnings });
  }
  return moves;
}

/** Source: Systems Manager API Reference, LabelParameterVersion. */
const mostLabels = 10;

/** As the versions will be once the label has moved: it is on one at most. */
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
  throw new OperationError(
    versions.length === 0
      ? `nothing was promoted: there is no SSM parameter ${parameter} in ${region} yet; build the image once, so that the build writes it`
      : `nothing was promoted: none of the ${versions.length} versions that SSM keeps of ${parameter} in ${region} holds ${ami}; promote a newer build`,
  );
}

/**
 * Moves the channel, region by region. Each step may be done twice, so a promotion that was interrupted is finished by the same command.
 */
export async function moveChannel(
  { ssm }: Connection,
  channel: string,
  moves: readonly Move[],
  description: string,
): Promise<void> {
  for (const { region, ami, from, own, labels } of moves) {
    for (const { parameter, version } of labels) {
      const { InvalidLabels: invalid = [] } = await ssm(region).send(
        new LabelParameterVersionCommand({ Name: parameter, ParameterVersion: version, Labels: [channel] }),
      );
      if (invalid.length > 0) throw new OperationError(`Systems Manager does not accept the label "${channel}"`);
    }
    if (from !== ami)
      await ssm(region).send(
        new PutParameterCommand({
          Name: own,
          Value: ami,
          Type: "String",
          // With aws:ec2:image the value is checked after the call has been answered, and may never change; what the AMI is has been looked at.
          DataType: "text",
          Description: description,
          Overwrite: true,
        }),
      );
  }
}
