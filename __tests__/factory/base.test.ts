import { containerSchema } from "../../src/definitions/schema/container";
import { imageSchema } from "../../src/definitions/schema/image";
import { baseOf } from "../../src/factory/base";

const components = [{ aws: "update-linux" }];
const image = (parent: object) => imageSchema.parse({ parent, components });
const container = (parent: object, instance: object = {}) => containerSchema.parse({ parent, components, instance });

/** The base of an image, which may stand on other images of the project. */
const ofImage = (parent: object, others: Readonly<Record<string, object>> = {}) =>
  baseOf(image(parent), new Map(Object.entries(others).map(([name, each]) => [name, image(each)])));

const managed = { os: "amazon-linux-2023", architecture: "arm64" };
const ofManaged = {
  platform: "Linux",
  architecture: "arm64",
  rootDevice: "/dev/xvda",
  osVersion: "Amazon Linux 2023",
};

describe("the base of an image", () => {
  it("is what is known of the managed image", () => {
    expect(ofImage(managed)).toEqual(ofManaged);
    expect(ofImage({ ...managed, rootDevice: "/dev/sda1" })).toEqual({ ...ofManaged, rootDevice: "/dev/sda1" });
  });

  it("has no architecture that AWS does not offer", () => {
    expect(ofImage({ os: "windows-server-2022", architecture: "arm64" })).toEqual({
      platform: "Windows",
      rootDevice: "/dev/sda1",
      osVersion: "Microsoft Windows Server 2022",
    });
  });

  it("is what the definition says of any other parent", () => {
    expect(ofImage({ ssm: "/images/base", platform: "Linux", architecture: "arm64" })).toEqual({
      platform: "Linux",
      architecture: "arm64",
    });
    expect(ofImage({ ssm: "/images/base", platform: "Linux", rootDevice: "/dev/xvda" })).toEqual({
      platform: "Linux",
      rootDevice: "/dev/xvda",
    });
  });

  it("is inherited from parents in the project, except a root device that the image sets", () => {
    const chain = { web: { image: "base" }, base: managed };
    expect(ofImage({ image: "web" }, chain)).toEqual(ofManaged);
    expect(ofImage({ image: "web", rootDevice: "/dev/sda1" }, chain)).toEqual({
      ...ofManaged,
      rootDevice: "/dev/sda1",
    });
  });

  it("is unknown for a parent whose platform nothing says", () => {
    expect(ofImage({ amis: { "us-east-1": "ami-0123456789abcdef0" } })).toBeUndefined();
  });

  it("is unknown if a parent is missing, or if parents form a loop", () => {
    expect(ofImage({ image: "web" })).toBeUndefined();
    expect(ofImage({ image: "web" }, { web: { image: "gone" } })).toBeUndefined();
    expect(ofImage({ image: "web" }, { web: { image: "app" }, app: { image: "web" } })).toBeUndefined();
  });
});

describe("the root device of the instance that builds a container", () => {
  const rootOf = (platform: string, instance: object = {}) =>
    baseOf(container({ image: "app:1", platform }, instance), new Map())?.rootDevice;

  it("is that of the AMIs of ECS", () => {
    expect(rootOf("Linux")).toBe("/dev/xvda");
    expect(rootOf("Windows")).toBe("/dev/sda1");
  });

  it("is what the definition sets for its AMI", () => {
    expect(rootOf("Linux", { amis: { "us-east-1": "ami-0123456789abcdef0" }, rootDevice: "/dev/sdb" })).toBe(
      "/dev/sdb",
    );
  });
});
