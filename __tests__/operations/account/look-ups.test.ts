import { asked, suits } from "./asked";

const network = (subnet: string, more: string) => `network:\n  subnet: ${subnet}\n  ${more}\n`;
const build = "{ tags: { Name: build } }";
const one = { SubnetId: "subnet-11111111", VpcId: "vpc-1", AvailabilityZone: "us-east-1a" };

describe("what is looked up", () => {
  it("is asked for as Terraform does, groups in the VPC of the subnet", async () => {
    const asks: unknown[] = [];
    const { found } = await asked({
      environment: network(build, "securityGroups: [{ name: build }]"),
      answers: {
        DescribeSubnetsCommand: (input) => (asks.push(input), { Subnets: [one] }),
        DescribeSecurityGroupsCommand: (input) => (
          asks.push(input),
          { SecurityGroups: [{ GroupId: "sg-1", VpcId: "vpc-1" }] }
        ),
      },
    });
    expect(found).toEqual([]);
    expect(asks).toContainEqual({ Filters: [{ Name: "tag:Name", Values: ["build"] }] });
    expect(asks).toContainEqual({
      Filters: [
        { Name: "group-name", Values: ["build"] },
        { Name: "vpc-id", Values: ["vpc-1"] },
      ],
    });
  });

  it.each([
    ["no subnet fits", []],
    ["2 subnets fit", [one, one]],
  ])("is one: %s", async (message, Subnets) => {
    const { problems } = await asked({
      environment: network(build, "securityGroups: [sg-11111111]"),
      answers: {
        DescribeSubnetsCommand: () => ({ Subnets }),
        DescribeSecurityGroupsCommand: () => ({ SecurityGroups: [{ GroupId: "sg-1", VpcId: "vpc-1" }] }),
      },
    });
    expect(problems.map((problem) => [problem.code, problem.message])).toEqual([
      ["account-look-up", `${message} in account 123456789012, us-east-1: tag:Name build`],
    ]);
  });

  it("is a VPC, too", async () => {
    const { found } = await asked({
      environment: network("subnet-11111111", "vpc: { tags: { Name: core } }"),
      answers: { DescribeSubnetsCommand: () => ({ Subnets: [one] }), DescribeVpcsCommand: () => ({ Vpcs: [] }) },
    });
    expect(found).toEqual(["environments/dev.yaml:5 account-look-up"]);
  });

  it("is the newest AMI, of the architecture that the image says", async () => {
    const parent =
      "{ ami: { owners: [self], name: corp-* }, platform: Linux, rootDevice: /dev/xvda, architecture: arm64 }";
    const older = { ...suits, CreationDate: "2026-01-01T00:00:00.000Z" };
    const newer = {
      ...suits,
      CreationDate: "2026-02-01T00:00:00.000Z",
      BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 9 } }],
    };
    const asks: unknown[] = [];
    const answers = { DescribeImagesCommand: (input: unknown) => (asks.push(input), { Images: [older, newer] }) };
    const { found } = await asked({ parent, image: "volumes: [{ size: 8 }]\n", answers });
    expect(found).toEqual(["images/base.yaml:3 account-volume-small"]);
    expect(asks).toEqual([
      {
        Owners: ["self"],
        Filters: [
          { Name: "architecture", Values: ["arm64"] },
          { Name: "name", Values: ["corp-*"] },
        ],
      },
    ]);
    const none = await asked({ parent, answers: { DescribeImagesCommand: () => ({ Images: [] }) } });
    expect(none.found).toEqual(["images/base.yaml:1 account-look-up"]);
  });

  describe("for the instance of a container", () => {
    const container = (instance: string) =>
      `parent: { image: amazonlinux:2023, platform: Linux, architecture: x86_64 }\ncomponents: [linux/web]\ninstance: { ${instance} }\n`;
    /** What an account answers that has the parent of the image, and of the container what is given. */
    const answers = (Images: readonly object[]) => ({
      DescribeImagesCommand: ({ ImageIds: [id] = [] }: { ImageIds?: string[] }) => ({
        Images: id === suits.ImageId ? [suits] : Images,
      }),
    });
    const found = async (instance: string, images: readonly object[]) =>
      (await asked({ container: container(instance), answers: answers(images) })).found;

    it("is the newest AMI, whose snapshot fits the volume", async () => {
      const ami = "ami: { owners: [self], name: docker-* }";
      expect(await found(ami, [suits])).toEqual([]);
      expect(await found(ami, [])).toEqual(["containers/app.yaml:3 account-look-up"]);
      expect(await found(`${ami}, volumes: [{ size: 7 }]`, [suits])).toEqual([
        "containers/app.yaml:3 account-volume-small",
      ]);
    });

    it("is there where its id is written, and of the architecture of the container", async () => {
      const amis = "amis: { us-east-1: ami-0aaaaaaaaaaaaaaaa }";
      expect(await found(amis, [suits])).toEqual([]);
      expect(await found(amis, [])).toEqual(["containers/app.yaml:3 account-parent-missing"]);
      expect(await found(amis, [{ ...suits, Architecture: "arm64" }])).toEqual([
        "containers/app.yaml:1 account-parent-architecture",
      ]);
    });
  });
});
