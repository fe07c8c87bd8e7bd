import { regions } from "../../../src/aws/regions";
import { regionFix } from "../../../src/checks/regions/region-names";
import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

const { image, environment } = exampleProject;
const inChina = environment.replace("us-east-1", "cn-north-1");
const distribute = (...lines: readonly string[]) =>
  `${environment}    distribute:\n      - ${lines.join("\n        ")}\n`;
const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describe("regionFix", () => {
  test.each([...regions, "us-east-3", "eu-east-1", "ap-southeast-8"])("takes %s", (region) => {
    expect(regionFix(region)).toBeUndefined();
  });

  test.each([
    ["us-esat-1", 'did you mean "us-east-1"?'],
    ["us-east-9", 'did you mean "us-east-1"?'],
    ["uk-west-1", 'did you mean "us-west-1"?'],
    ["eu-cental-1", 'did you mean "eu-central-1"?'],
    ["us-east-0", 'did you mean "us-east-1"?'],
  ])("refuses %s", (region, fix) => {
    expect(regionFix(region)).toBe(fix);
  });
});

test.each([
  ["China with ARNs of China", { environment: `${inChina}partition: aws-cn\n` }],
  [
    "a key in each region",
    { environment: distribute("region: eu-west-1", `kmsKey: ${key.replace("us-east", "eu-west")}`) },
  ],
  [
    "policies of AWS",
    {
      environment: `${environment}build:\n  instanceProfile: { create: true, policies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }\n`,
    },
  ],
  [
    "AMIs of regions that are not built in",
    {
      image: image.replace(
        / {2}os.*\n.*\n/,
        "  amis: { us-east-1: ami-0123456789abcdef0, eu-west-1: ami-0123456789abcdef1 }\n  platform: Linux\n",
      ),
    },
  ],
])("takes %s", async (_title, texts) => {
  expect(await checkExample(texts)).toEqual([]);
});

const environmentFile = "environments/dev.yaml";

test.each([
  [
    "a distribution to no region",
    { environment: distribute("region: us-wst-2") },
    `${environmentFile}:7:17 region-unknown`,
  ],
  [
    "a distribution to another partition",
    { environment: distribute("region: us-gov-west-1") },
    `${environmentFile}:7:17 partition-mismatch`,
  ],
  [
    "a topic of another partition",
    { environment: `${inChina}build:\n  topic: arn:aws:sns:cn-north-1:123456789012:images\n` },
    `${environmentFile}:7:10 partition-mismatch`,
  ],
  [
    "a policy of another partition",
    {
      environment: `${environment}build:\n  instanceProfile: { create: true, policies: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"] }\n`,
    },
    `${environmentFile}:7:47 partition-mismatch`,
  ],
  [
    "an organization of another partition",
    {
      environment: distribute(
        "region: us-east-1",
        "share:",
        "  organizations: [arn:aws-cn:organizations::123456789012:organization/o-1234567890]",
      ),
    },
    `${environmentFile}:9:27 partition-mismatch`,
  ],
  [
    "the environment's key in another region",
    { environment: `${environment}encryption:\n  kmsKey: ${key.replace("us-east", "eu-west")}\n` },
    `${environmentFile}:7:11 arn-region`,
  ],
  [
    "a distribution's key in another region",
    { environment: distribute("region: eu-west-1", `kmsKey: ${key}`) },
    `${environmentFile}:8:17 arn-region`,
  ],
  [
    "a state's key in another region",
    { environment: `${environment}state:\n  s3: { bucket: states, key: dev, region: eu-west-1, kmsKey: "${key}" }\n` },
    `${environmentFile}:7:62 arn-region`,
  ],
  [
    "a volume's key in another region",
    { image: `${image}volumes:\n  - kmsKey: ${key.replace("us-east", "eu-west")}\n` },
    "images/base.yaml:7:13 arn-region",
  ],
  [
    "a component of another region",
    {
      image: image.replace("aws: update-linux", "arn: arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x"),
    },
    "images/base.yaml:5:10 arn-region",
  ],
  [
    "AMIs of no region",
    {
      image: image.replace(
        / {2}os.*\n.*\n/,
        "  amis: { us-east-1: ami-0123456789abcdef0, eu-wset-1: ami-0123456789abcdef1 }\n  platform: Linux\n",
      ),
    },
    "images/base.yaml:2:45 region-unknown",
  ],
])("refuses %s", async (_title, texts, problem) => {
  expect(await checkExample(texts)).toEqual([problem]);
});
