import { DescribeImagesCommand, type Image as Ami } from "@aws-sdk/client-ec2";
import { GetParameterCommand } from "@aws-sdk/client-ssm";

import { definitionsIn } from "../../definitions/definitions";
import type { ContainerDefinition } from "../../definitions/schema/container";
import type { ImageDefinition } from "../../definitions/schema/image";
import { withArchitecture } from "../../factory/resolve-recipe";
import { type AmiLookUp, lookUpInWords } from "../../model/look-up";
import type { YamlPath } from "../../problems/yaml-source";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import type { AccountCheck, Report } from "./account-check";
import { newestAmi } from "./look-ups";

/** The AMI from which build instances start, as a definition names it. */
interface Start {
  /** Noun for messages, e.g. `parent AMI`. */
  readonly noun: string;
  /** Id of the AMI, or the look-up that finds it. */
  readonly ami: string | AmiLookUp;
  readonly path: YamlPath;
  /** Architecture in the definition. */
  readonly architecture?: string;
  readonly volumes: ImageDefinition["volumes"];
  readonly volumesPath: YamlPath;
}

/**
 * Checks the AMI on which an image is based, or from which the build instance of a container starts: it exists, has the architecture of the
 * definition, and its snapshot fits into the volume.
 */
export async function checkParents(check: AccountCheck): Promise<void> {
  const { connection, factory, project, inDefinition } = check;
  const definitions = definitionsIn(factory.environment, project.definitions);
  for (const { kind, name } of factory.images) {
    const definition = definitions.images.get(name);
    if (definition !== undefined) await checkParent(check, definition, inDefinition({ kind, name }));
  }
  for (const { kind, name } of factory.containers) {
    const definition = definitions.containers.get(name);
    const start = definition && startOfContainer(definition, connection);
    if (start !== undefined) await checkStart(check, start, inDefinition({ kind, name }));
  }
}

async function checkParent(check: AccountCheck, definition: ImageDefinition, report: Report): Promise<void> {
  const { account, region } = check.connection.place;
  const { parent, volumes } = definition;
  const start = { noun: "parent AMI", architecture: parent.architecture, volumes, volumesPath: ["volumes"] };
  if (parent.from === "ami")
    return checkStart(check, { ...start, ami: withArchitecture(parent.ami, parent), path: ["parent", "ami"] }, report);
  if (parent.from === "amis") {
    const ami = parent.amis[region];
    if (ami !== undefined) await checkStart(check, { ...start, ami, path: ["parent", "amis", region] }, report);
  }
  if (parent.from !== "ssm") return;
  const { parameter } = parent;
  const path = ["parent", "ssm"];
  const known = await ifExists(async () => check.connection.ssm().send(new GetParameterCommand({ Name: parameter })));
  const ami = known?.Parameter?.Value;
  if (ami === undefined)
    report(path, {
      code: "account-parameter-missing",
      message: `there is no SSM parameter "${parameter}" in account ${account}, ${region}`,
      fix: "name one that exists in every account that builds the image",
    });
  else if (!ami.startsWith("ami-"))
    report(path, {
      code: "account-parameter-value",
      message: `SSM parameter "${parameter}" holds "${ami}", which is not an AMI id`,
      fix: "name a parameter that holds only an AMI id",
    });
  else await checkStart(check, { ...start, ami, path }, report);
}

/** Returns undefined if the container names no AMI. Image Builder then uses an AMI of Amazon ECS. */
function startOfContainer({ parent, instance }: ContainerDefinition, { place }: Connection): Start | undefined {
  const { amis, ami, volumes } = instance;
  const start = { noun: "AMI", architecture: parent.architecture, volumes, volumesPath: ["instance", "volumes"] };
  if (ami !== undefined) return { ...start, ami: withArchitecture(ami, parent), path: ["instance", "ami"] };
  const id = amis?.[place.region];
  return id === undefined ? undefined : { ...start, ami: id, path: ["instance", "amis", place.region] };
}

async function checkStart(
  { connection }: AccountCheck,
  { noun, ami: wanted, path, architecture, volumes, volumesPath }: Start,
  report: Report,
): Promise<void> {
  const { account, region } = connection.place;
  const ami = typeof wanted === "string" ? await amiOf(connection, wanted) : await newestAmi(connection, wanted);
  if (typeof wanted !== "string") {
    if (ami === undefined)
      report(path, {
        code: "account-look-up",
        message: `no AMI fits in account ${account}, ${region}: ${lookUpInWords(wanted)}`,
        fix: "name owners, tags or filters that one has",
      });
  } else if (ami?.State !== "available") {
    report(path, {
      code: "account-parent-missing",
      message:
        ami === undefined
          ? `account ${account} finds no ${noun} "${wanted}" in ${region}`
          : `${noun} "${wanted}" in ${region} is ${ami.State ?? "in no known state"}`,
      fix: "name an AMI that exists there and is shared with this account",
    });
    return;
  } else if (architecture !== undefined && ami.Architecture !== architecture)
    report(["parent", "architecture"], {
      code: "account-parent-architecture",
      message: `${noun} "${wanted}" is for ${ami.Architecture ?? "another architecture"}, not "${architecture}"`,
      fix: "write the architecture of the AMI, or name another AMI",
    });
  if (ami === undefined) return;
  for (const { index, size, needed } of smallVolumes(volumes, ami))
    report([...volumesPath, index, "size"], {
      code: "account-volume-small",
      message: `the volume has ${size} GiB, but the snapshot of ${noun} "${ami.ImageId}" has ${needed} GiB`,
      fix: `write ${needed} or more`,
    });
}

async function amiOf({ ec2 }: Connection, id: string) {
  const answer = await ifExists(async () =>
    ec2().send(new DescribeImagesCommand({ ImageIds: [id], IncludeDeprecated: true })),
  );
  return answer?.Images?.map((ami) => complete(ami, "ImageId"))[0];
}

/** Returns the volumes that are smaller than the snapshot of the AMI. EC2 does not create such volumes. */
function smallVolumes(volumes: Start["volumes"], { BlockDeviceMappings: mapped = [], RootDeviceName: root }: Ami) {
  return volumes.flatMap(({ device, size }, index) => {
    const needed = mapped.find(({ DeviceName: name }) => name === (device ?? root))?.Ebs?.VolumeSize;
    return size === undefined || needed === undefined || size >= needed ? [] : [{ index, size, needed }];
  });
}
