import { serviceError } from "../fake-connection";
import { asked, suits } from "./asked";

const ami = (change: object) => ({ DescribeImagesCommand: () => ({ Images: [{ ...suits, ...change }] }) });
const throws = (name: string, status: number) => () => {
  throw serviceError(name, status);
};

describe("the parent that an account has", () => {
  it("has no problem where it suits", async () => {
    expect((await asked({ image: "volumes: [{ size: 8 }]\n" })).found).toEqual([]);
  });

  it("is of the architecture that the image says", async () => {
    const { found, problems } = await asked({ answers: ami({ Architecture: "arm64" }) });
    expect(found).toEqual(["images/base.yaml:1 account-parent-architecture"]);
    expect(problems[0]?.message).toBe('parent AMI "ami-0123456789abcdef0" is for arm64, not "x86_64"');
  });

  it("is not asked for an architecture that the image does not say", async () => {
    const parent = "{ ssm: /golden/parent, platform: Linux, rootDevice: /dev/xvda }";
    expect((await asked({ parent, answers: ami({ Architecture: "arm64" }) })).found).toEqual([]);
  });

  it("has a snapshot that fits the volume, by 1 GiB", async () => {
    const answers = ami({ BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 9 } }] });
    const { found, problems } = await asked({ image: "volumes: [{ size: 8 }]\n", answers });
    expect(found).toEqual(["images/base.yaml:3 account-volume-small"]);
    expect(problems[0]).toMatchObject({ fix: "write 9 or more" });
    expect(problems[0]?.message).toBe(
      'the volume has 8 GiB, but the snapshot of parent AMI "ami-0123456789abcdef0" has 9 GiB',
    );
    expect((await asked({ image: "volumes: [{ size: 9 }]\n", answers })).found).toEqual([]);
  });

  it("is compared volume by volume, by the name of the device", async () => {
    const answers = ami({
      BlockDeviceMappings: [
        { DeviceName: "/dev/xvda", Ebs: { VolumeSize: 8 } },
        { DeviceName: "/dev/sdf", Ebs: { VolumeSize: 100 } },
        { DeviceName: "/dev/sdg", VirtualName: "ephemeral0" },
      ],
    });
    const image =
      "volumes:\n  - { size: 8 }\n  - { device: /dev/sdf, size: 99 }\n  - { device: /dev/sdg, size: 1 }\n  - { device: /dev/sdh, size: 1 }\n";
    expect((await asked({ image, answers })).found).toEqual(["images/base.yaml:5 account-volume-small"]);
  });

  it("exists, and is available", async () => {
    for (const answers of [
      { DescribeImagesCommand: () => ({ Images: [] }) },
      { DescribeImagesCommand: throws("InvalidAMIID.NotFound", 400) },
      { DescribeImagesCommand: throws("InvalidAMIID.Malformed", 400) },
      ami({ State: "deregistered" }),
    ])
      expect((await asked({ answers })).found).toEqual(["images/base.yaml:1 account-parent-missing"]);
  });

  it("is named by a parameter that exists and holds an AMI id", async () => {
    const holds = (Value: string) => ({ GetParameterCommand: () => ({ Parameter: { Value } }) });
    expect((await asked({ answers: { GetParameterCommand: throws("ParameterNotFound", 400) } })).found).toEqual([
      "images/base.yaml:1 account-parameter-missing",
    ]);
    const { found, problems } = await asked({ answers: holds("hello") });
    expect(found).toEqual(["images/base.yaml:1 account-parameter-value"]);
    expect(problems[0]?.message).toContain('holds "hello", which is not an AMI id');
  });

  it.each([
    ["UnknownError", 500],
    ["UnknownError", 503],
    ["InvalidAMIID.Malformed", 503],
    ["RequestLimitExceeded", 503],
    ["UnauthorizedOperation", 403],
    ["ExpiredToken", 400],
  ])("is not said to be missing where AWS answers %s (%d)", async (name, status) => {
    await expect(asked({ answers: { DescribeImagesCommand: throws(name, status) } })).rejects.toThrow("said by AWS");
  });
});
