import { type EnvironmentDefinition, environmentSchema } from "../../src/definitions/schema/environment";
import { type ImageDefinition, imageSchema } from "../../src/definitions/schema/image";
import { listedIn } from "../../src/factory/listed";
import { imageContent } from "../../src/factory/resolve-recipe";
import { rootVolumeOf } from "../../src/factory/root-encryption";

const image = (parent: object, more: object = {}): ImageDefinition =>
  imageSchema.parse({ parent, components: [{ aws: "update-linux" }], ...more });
const managed = { os: "amazon-linux-2023", architecture: "x86_64" };
const unknown = { ssm: "/images/base", platform: "Linux" };

const key = { kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/images" };
const environment = (distribute: Readonly<Record<string, object>> = {}, more: object = {}): EnvironmentDefinition =>
  environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    images: Object.fromEntries(
      ["base", "web", "other"].map((name) => [
        name,
        {
          schedule: "manual",
          ...(distribute[name] === undefined ? {} : { distribute: [{ region: "us-east-1", ...distribute[name] }] }),
        },
      ]),
    ),
    ...more,
  });

/** What becomes of the root volumes of `base`, of `web` that stands on it, and of `other`. */
function roots(where: EnvironmentDefinition, base = image(managed)): string[] {
  const images = new Map([
    ["base", base],
    ["web", image({ image: "base" })],
    ["other", image(managed)],
  ]);
  return [...images].map(([name, definition]) => rootVolumeOf(name, definition, images, where));
}

describe("the root volume of an image that does not list it", () => {
  it("is encrypted, also where the AMI goes to other regions of the account", () => {
    expect(roots(environment())).toEqual(["encrypted", "encrypted", "encrypted"]);
    expect(roots(environment({ base: { region: "eu-west-1" } }))).toEqual(["encrypted", "encrypted", "encrypted"]);
  });

  it("is mapped by its device alone, with the account's default key", () => {
    const definition = image(managed);
    const images = new Map([["base", definition]]);
    const context = { environment: environment(), names: { recipe: String } };
    const [listed] = listedIn(context.environment, images, new Map());
    const content = listed?.kind === "image" ? imageContent(listed, context, images) : undefined;
    expect(content?.volumes).toEqual([{ device: "/dev/xvda", encrypted: true, kmsKey: undefined }]);
  });

  it.each([
    ["accounts", { share: { accounts: ["111122223333"] } }],
    ["organizations", { share: { organizations: ["arn:aws:organizations::111122223333:organization/o-0123456789"] } }],
    [
      "organizational units",
      { share: { organizationalUnits: ["arn:aws:organizations::111122223333:ou/o-0123456789/ou-0123-01234567"] } },
    ],
    ["everybody", { share: { public: true } }],
    ["copies", { copyTo: { accounts: ["111122223333"] } }],
    ["exports", { export: { bucket: "disk-images", format: "VMDK" } }],
  ])("is the parent's where the AMI leaves the account without a key: %s", (_, target) => {
    expect(roots(environment({ other: target }))).toEqual(["encrypted", "encrypted", "leaves-account"]);
  });

  it("is the parent's where an image that stands on it leaves the account, and not the other way round", () => {
    const shared = { share: { accounts: ["111122223333"] } };
    expect(roots(environment({ web: shared }))).toEqual(["leaves-account", "leaves-account", "encrypted"]);
    expect(roots(environment({ base: shared }))).toEqual(["leaves-account", "encrypted", "encrypted"]);
  });

  it("is encrypted with the environment's key, whoever the AMI is shared with", () => {
    const where = environment({ base: { share: { accounts: ["111122223333"] } } }, { encryption: key });
    expect(roots(where)).toEqual(["encrypted", "encrypted", "encrypted"]);
  });

  it("is the parent's where its device is not known, or the image says so", () => {
    expect(roots(environment(), image(unknown))).toEqual(["device-unknown", "device-unknown", "encrypted"]);
    expect(roots(environment(), image(managed, { encryptRootVolume: false }))[0]).toBe("declined");
  });

  it("is as the list of volumes says where it is among them", () => {
    expect(roots(environment(), image(managed, { volumes: [{ size: 20 }] }))[0]).toBe("listed");
    expect(roots(environment(), image(managed, { volumes: [{ device: "/dev/sdf", size: 20 }] }))[0]).toBe("encrypted");
  });
});
