import { inspectProject } from "../../../src/checks/inspect-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { resolveFactories } from "../../../src/project/factories";
import { checkExample } from "../../helpers/check-settings";
import { projectFolder } from "../../helpers/project-folder";

const { image, environment } = exampleProject;
const key = "arn:aws:kms:us-east-1:123456789012:alias/images";
const encryption = `encryption: { kmsKey: "${key}" }\n`;
const awsKey = 'encryption: { kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/aws/ebs" }\n';
const at = (region: string, ...lines: readonly string[]) =>
  `${environment}    distribute:\n      - region: ${region}\n${lines.map((line) => `        ${line}\n`).join("")}`;
const sharing = 'share: { accounts: ["111122223333"] }';
const copying = 'copyTo: { accounts: ["111122223333"] }';
const withVolume = `${image}volumes:\n  - size: 20\n`;
const onSsm = (more = "") => image.replace(/ {2}os.*\n.*\n/, `  ssm: /images/base\n  platform: Linux\n${more}`);

describe("the root volume of an image in an environment with a key", () => {
  async function volumesOf(images: Readonly<Record<string, string>>, more = encryption) {
    const names = Object.keys(images).map((name) => `  ${name}: { schedule: manual, alreadyBuilt: true }\n`);
    const root = projectFolder({
      ...Object.fromEntries(Object.entries(images).map(([name, text]) => [`images/${name}.yaml`, text])),
      "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\nimages:\n${names.join("")}${more}`,
    });
    const { project, lock, problems } = await inspectProject(root);
    expect(problems).toEqual([]);
    const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
    return factory?.images.map(({ recipe }) => recipe.volumes);
  }
  const mapped = { device: "/dev/xvda", encrypted: true, kmsKey: key };

  it("is mapped and encrypted with it where the image lists no volume", async () => {
    expect(await volumesOf({ base: image })).toEqual([[mapped]]);
    expect(await volumesOf({ base: image }, "encryption: { create: true }\n")).toEqual([
      [{ ...mapped, kmsKey: { created: true } }],
    ]);
  });

  it("is so where the image lists other volumes alone, and comes before them", async () => {
    const [volumes = []] = (await volumesOf({ base: `${image}volumes:\n  - device: /dev/sdf\n    size: 20\n` })) ?? [];
    expect(volumes.map(({ device, kmsKey }) => [device, kmsKey])).toEqual([
      ["/dev/xvda", key],
      ["/dev/sdf", key],
    ]);
  });

  it("is so on every image of a chain", async () => {
    const web = "parent: { image: base }\ncomponents: [{ aws: update-linux }]\n";
    expect(await volumesOf({ base: image, web })).toEqual([[mapped], [mapped]]);
  });

  it("is as the image lists it, by default, by name or by the name that EC2 keeps for it", async () => {
    for (const text of [
      `${image}volumes:\n  - size: 20\n`,
      `${image}volumes:\n  - device: /dev/xvda\n    size: 20\n`,
      `${onSsm()}volumes:\n  - device: /dev/sda1\n    size: 20\n`,
    ])
      expect(await volumesOf({ base: text })).toEqual([[expect.objectContaining({ size: 20, kmsKey: key })]]);
  });

  it("is not mapped where the image says so", async () => {
    expect(await volumesOf({ base: `${image}encryptRootVolume: false\n` })).toEqual([[]]);
    const text = environment + encryption;
    const declined = `${onSsm()}encryptRootVolume: false\n`;
    expect(await checkExample({ image: declined, environment: text })).toEqual([]);
  });

  it("has to be known", async () => {
    const text = environment + encryption;
    expect(await checkExample({ image: onSsm(), environment: text })).toEqual([
      "images/base.yaml:2:3 root-device-unknown",
    ]);
    expect(await checkExample({ image: onSsm("  rootDevice: /dev/sda1\n"), environment: text })).toEqual([]);
    expect(await checkExample({ image: onSsm() })).toEqual([]);
  });
});

describe("an AMI that is shared in the region where it is built", () => {
  const home = (...lines: readonly string[]) => at("us-east-1", ...lines);

  it("needs a key of its volumes: that of the distribution encrypts copies alone", async () => {
    expect(await checkExample({ image: withVolume, environment: home(`kmsKey: ${key}`, sharing) })).toEqual([
      "environments/dev.yaml:8:17 home-key",
      "environments/dev.yaml:9:18 shared-without-key",
    ]);
    expect(await checkExample({ image: withVolume, environment: home(`kmsKey: ${key}`, copying) })).toEqual([
      "environments/dev.yaml:9:9 shared-without-key",
    ]);
    expect(await checkExample({ image: withVolume, environment: home(sharing) + encryption })).toEqual([]);
  });

  it("is refused under AWS's own key, be it the environment's, of a volume that is listed or not", async () => {
    expect(await checkExample({ environment: home(sharing) + awsKey })).toEqual([
      "environments/dev.yaml:9:23 shared-with-aws-key",
    ]);
    expect(await checkExample({ environment: home(`kmsKey: ${key}`, copying) + awsKey })).toEqual([
      "environments/dev.yaml:10:23 shared-with-aws-key",
    ]);
  });

  it("may be unencrypted", async () => {
    expect(await checkExample({ environment: home(sharing) })).toEqual([]);
  });

  it("is for everybody or exported only where no volume is encrypted, the root of an environment with a key among them", async () => {
    const everybody = `${home("share: { public: true }")}allowPublicImages: true\n`;
    const exported = home("export: { bucket: disk-images, format: VMDK }");
    expect(await checkExample({ environment: everybody })).toEqual([]);
    expect(await checkExample({ environment: exported })).toEqual([]);
    expect(await checkExample({ environment: everybody + encryption })).toEqual([
      "environments/dev.yaml:8:26 public-encrypted",
    ]);
    expect(await checkExample({ environment: exported + encryption })).toEqual([
      "environments/dev.yaml:8:9 export-encrypted",
    ]);
  });
});

describe("an AMI that is shared in another region", () => {
  it("needs a key there, for a copy of an encrypted volume is encrypted", async () => {
    expect(await checkExample({ environment: at("eu-west-1", sharing) + encryption })).toEqual([
      "environments/dev.yaml:8:18 shared-without-key",
    ]);
    const kmsKey = "kmsKey: arn:aws:kms:eu-west-1:123456789012:alias/images";
    expect(await checkExample({ environment: at("eu-west-1", kmsKey, sharing) + encryption })).toEqual([]);
    expect(await checkExample({ environment: at("eu-west-1", sharing) })).toEqual([]);
  });
});
