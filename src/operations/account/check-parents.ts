import { DescribeImagesCommand, type Image as Ami } from "@aws-sdk/client-ec2";
import { GetParameterCommand } from "@aws-sdk/client-ssm";

import { definitionsIn } from "../../definitions/definitions";
import type { ImageDefinition } from "../../definitions/schema/image";
import { withArchitecture } from "../../factory/resolve-recipe";
import { lookUpInWords } from "../../model/look-up";
import type { Problem } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import type { Connection } from "../aws/connection";
import type { AccountCheck } from "./account-check";
import { ifExists } from "./exists";
import { newestAmi } from "./look-ups";

/** The parent AMI or parameter is there, of the architecture that the image says, and its snapshot fits the volume. */
export async function checkParents(check: AccountCheck): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name } of check.factory.images) {
    const definition = definitionsIn(check.factory.environment, check.project.definitions).images.get(name);
    if (definition !== undefined) problems.push(...(await checkParent(check, name, definition)));
  }
  return problems;
}

async function checkParent(check: AccountCheck, image: string, definition: ImageDefinition): Promise<Problem[]> {
  const { connection, inImage } = check;
  const { account, region } = connection.place;
  const { parent } = definition;
  const { architecture } = parent;
  let id = parent.from === "amis" ? parent.amis[region] : undefined;
  let path: YamlPath = ["parent", "amis", region];
  if (parent.from === "ssm") {
    const { parameter } = parent;
    path = ["parent", "ssm"];
    const known = await ifExists(async () => connection.ssm().send(new GetParameterCommand({ Name: parameter })));
    id = known?.Parameter?.Value;
    if (id === undefined)
      return [
        inImage(image, path, {
          code: "account-parameter-missing",
          message: `there is no SSM parameter "${parameter}" in account ${account}, ${region}`,
          fix: "name one that exists in every account that builds the image",
        }),
      ];
    if (!id.startsWith("ami-"))
      return [
        inImage(image, path, {
          code: "account-parameter-value",
          message: `SSM parameter "${parameter}" holds "${id}", which is not an AMI id`,
          fix: "name a parameter that holds only an AMI id",
        }),
      ];
  }
  if (parent.from === "ami") {
    const lookUp = withArchitecture(parent.ami, parent);
    const found = await newestAmi(connection, lookUp);
    if (found === undefined)
      return [
        inImage(image, ["parent", "ami"], {
          code: "account-look-up",
          message: `no AMI fits in account ${account}, ${region}: ${lookUpInWords(lookUp)}`,
          fix: "name owners, tags or filters that one has",
        }),
      ];
    return smallVolumes(check, image, definition, found);
  }
  if (id === undefined) return [];
  const ami = await amiOf(connection, id);
  if (ami?.State !== "available")
    return [
      inImage(image, path, {
        code: "account-parent-missing",
        message:
          ami === undefined
            ? `account ${account} finds no parent AMI "${id}" in ${region}`
            : `parent AMI "${id}" in ${region} is ${ami.State ?? "in no known state"}`,
        fix: "name an AMI that exists there and is shared with this account",
      }),
    ];
  const problems: Problem[] = [];
  if (architecture !== undefined && ami.Architecture !== architecture)
    problems.push(
      inImage(image, ["parent", "architecture"], {
        code: "account-parent-architecture",
        message: `parent AMI "${id}" is for ${ami.Architecture ?? "another architecture"}, not "${architecture}"`,
        fix: "write the architecture of the AMI, or name another AMI",
      }),
    );
  return [...problems, ...smallVolumes(check, image, definition, ami)];
}

async function amiOf({ ec2 }: Connection, id: string): Promise<Ami | undefined> {
  const answer = await ifExists(async () =>
    ec2().send(new DescribeImagesCommand({ ImageIds: [id], IncludeDeprecated: true })),
  );
  return answer?.Images?.[0];
}

/** EC2 makes no volume that is smaller than the snapshot that it is made of. */
function smallVolumes({ inImage }: AccountCheck, image: string, { volumes }: ImageDefinition, ami: Ami): Problem[] {
  const mapped = ami.BlockDeviceMappings ?? [];
  return volumes.flatMap(({ device, size }, index) => {
    const needed = mapped.find(({ DeviceName: name }) => name === (device ?? ami.RootDeviceName))?.Ebs?.VolumeSize;
    if (size === undefined || needed === undefined || size >= needed) return [];
    return [
      inImage(image, ["volumes", index, "size"], {
        code: "account-volume-small",
        message: `the volume has ${size} GiB, but the snapshot of parent AMI "${ami.ImageId ?? ""}" has ${needed} GiB`,
        fix: `write ${needed} or more`,
      }),
    ];
  });
}
