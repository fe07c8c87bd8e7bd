import { checkProject } from "../../../src/checks/check-project";
import { both, consumerText, copying, sharing } from "../../../src/checks/consumers/example";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

async function check(files: Record<string, string>): Promise<string[]> {
  const root = projectFolder({ "images/base.yaml": exampleProject.image, ...files });
  const problems = checkProject(await loadProject(root));
  return problems.map(
    ({ file, line, column, code }) => `${file.replace("environments/", "")}:${line}:${column} ${code}`,
  );
}

const key = (id: string, account = "123456789012") =>
  `arn:aws:kms:us-east-1:${account}:key/mrk-${Buffer.from(id).toString("hex").padEnd(32, "0")}`;
const listing = (...keys: string[]) => consumerText.replace("dev:\n", `dev:\n      kmsKeys: [${keys.join(", ")}]\n`);
/** The environment's own key, of its volumes. */
const encrypted = (dev: string, kmsKey: string) => `${dev}encryption: { kmsKey: "${kmsKey}" }\n`;
const withKey = (dev: string, kmsKey: string) => dev.replace("- region: us-east-1\n", `$&        kmsKey: ${kmsKey}\n`);

describe("whether an image comes", () => {
  const sharedWith = (share: string) => sharing.replace('accounts: ["111122223333"]', share);

  test.each([
    ["organizations: [arn:aws:organizations::123456789012:organization/o-abcdefghij]"],
    ["organizationalUnits: [arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-abcd-abcdefgh]"],
  ])("cannot be said of %s, so nothing is", async (share) => {
    expect(await check(both(sharedWith(share), consumerText))).toEqual([]);
  });

  test("is certain of a public image", async () => {
    const open = `${sharedWith("public: true")}allowPublicImages: true\n`;
    expect(await check(both(open, consumerText))).toEqual([]);
  });

  test.each([
    ["another account", sharing.replace('"111122223333"', '"444455556666"')],
    ["another region", sharing.replace("- region: us-east-1", "- region: eu-west-1")],
    ["nobody", exampleProject.environment],
  ])("is an error where it goes to %s", async (_whom, dev) => {
    expect(await check(both(dev, consumerText))).toEqual(["team.yaml:7:9 consumed-not-shared"]);
  });

  test("is not asked of an environment that cannot be read", async () => {
    expect(await check(both(sharing.replace("region: us-east-1", "region: 1"), consumerText))).toEqual([
      "dev.yaml:2:9 wrong-type",
    ]);
  });
});

describe("the instance type of a launch template", () => {
  const launching = (type: string) =>
    consumerText.replace("base: {}", `base: { launchTemplate: { instanceType: ${type} } }`);
  const set = `${sharing}        launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]\n`;

  test.each([
    ["m5.lagre", "instance-size"],
    ["m55.large", "instance-generation"],
    ["mac2.metal", "launch-template-architecture"],
  ])("cannot be %s", async (type, code) => {
    expect(await check(both(set, launching(type)))).toEqual([`team.yaml:7:49 ${code}`]);
  });

  test("may be of a series that is not known yet", async () => {
    expect(await check(both(set, launching("q1.large")))).toEqual([]);
  });
});

describe("the definition of a consumer", () => {
  test("is refused with keys and roles of another partition", async () => {
    const other = (arn: string) => arn.replace("arn:aws:", "arn:aws-cn:");
    const lists = `  kmsKeys: [${other(key("1", "111122223333"))}]\n  keyUsers: ["arn:aws-cn:iam::111122223333:role/x"]\n`;
    const team = consumerText
      .replace("consumer:\n", `consumer:\n${lists}`)
      .replace("dev:\n", `dev:\n      kmsKeys: [${other(key("2"))}]\n`);
    expect((await check(both(sharing, team))).filter((each) => each.endsWith("partition-mismatch"))).toEqual([
      "team.yaml:4:13 partition-mismatch",
      "team.yaml:5:14 partition-mismatch",
      "team.yaml:8:17 partition-mismatch",
    ]);
  });

  test.each([
    [
      "no environment",
      consumerText.replace(/ {4}dev:[^]*/, "").replace("from:", "from: {}"),
      "team.yaml:4:9 invalid-value",
    ],
    ["no image", consumerText.replace(/images:[^]*/, "images: {}\n"), "team.yaml:6:15 invalid-value"],
    ["an alias", listing(key("1").replace("key/", "alias/")), "team.yaml:6:17 invalid-value"],
  ])("is refused with %s", async (_what, team, problem) => {
    expect(await check(both(sharing, team))).toEqual([problem]);
  });
});

describe("keys of copies", () => {
  const problem = ["team.yaml:5:5 copy-key-unlisted"];

  test("an alias or a key that is yet to be created asks for some key of its account and region", async () => {
    const alias = withKey(copying, "arn:aws:kms:us-east-1:123456789012:alias/images");
    const created = `${copying}encryption: { create: true }\n`;
    expect([await check(both(alias, consumerText)), await check(both(created, consumerText))]).toEqual([
      problem,
      problem,
    ]);
    expect([await check(both(alias, listing(key("1")))), await check(both(created, listing(key("1"))))]).toEqual([
      [],
      [],
    ]);
  });

  test("another key than the listed one is an error at the list", async () => {
    expect(await check(both(withKey(copying, key("1")), listing(key("2"))))).toEqual([
      "team.yaml:6:7 copy-key-unlisted",
    ]);
  });

  test("a key of the receiving account may let the role in by itself", async () => {
    expect(await check(both(withKey(copying, key("1", "111122223333")), consumerText))).toEqual([]);
  });

  test("to a key of the receiving account, what the builder's key encrypts has to be decrypted", async () => {
    const dev = `${withKey(copying, key("1", "111122223333"))}encryption: { kmsKey: ${key("2")} }\n`;
    expect(await check(both(dev, consumerText))).toEqual(["team.yaml:5:5 shared-key-unlisted"]);
    expect(await check(both(dev, listing(key("2"))))).toEqual([]);
  });

  test("nothing is known of a role that is created elsewhere", async () => {
    const team = consumerText.replace("consumer:\n", "consumer:\n  distributionRole: false\n");
    expect(await check(both(withKey(copying, key("1")), team))).toEqual(["team.yaml:4:21 distribution-role-missing"]);
  });
});

describe("keys of shared images", () => {
  test("without key users, they are whoever launches' own affair", async () => {
    expect(await check(both(encrypted(sharing, key("1")), consumerText))).toEqual([]);
  });

  test("with key users, another key than the listed one is a warning", async () => {
    const team = (listed: string) =>
      listing(listed).replace("consumer:\n", "consumer:\n  keyUsers: [arn:aws:iam::111122223333:role/launcher]\n");
    expect(await check(both(encrypted(sharing, key("1")), team(key("2"))))).toEqual([
      "team.yaml:7:7 shared-key-unlisted",
    ]);
    expect(await check(both(encrypted(sharing, key("1")), team(key("1"))))).toEqual([]);
  });
});

describe("the distribution role", () => {
  test("is needed by nobody who only shares", async () => {
    const team = consumerText.replace("consumer:\n", "consumer:\n  distributionRole: false\n");
    expect(await check(both(sharing, team))).toEqual([]);
  });

  test("lets in whom any region of the account names", async () => {
    const west = consumerText
      .replace("us-east-1", "eu-west-1")
      .replace("consumer:\n", "consumer:\n  distributionRole: false\n");
    const files = {
      ...both(sharing, consumerText),
      "environments/other.yaml": copying
        .replace("123456789012", "999988887777")
        .replace("- region: us", "- region: eu")
        .replace("eu-east", "eu-west"),
      "environments/west.yaml": west.replace("dev:", "other:"),
    };
    expect(await check(files)).toEqual([]);
  });

  test("where it does not, each place that needs it is reported", async () => {
    const stranger = `${copying}        ssmParameters: [{ name: base, account: "111122223333" }]
        launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]
`;
    const files = {
      ...both(sharing, consumerText),
      "environments/other.yaml": stranger.replace("123456789012", "999988887777"),
    };
    expect(await check(files)).toEqual([
      "other.yaml:8:30 builder-not-trusted",
      "other.yaml:9:48 builder-not-trusted",
      "other.yaml:10:64 builder-not-trusted",
    ]);
  });
});

describe("stacks and their states", () => {
  const inS3 = (text: string, of: string) =>
    `${text}state: { s3: { bucket: states, region: us-east-1, key: ${of} } }\n`;

  test("an environment may build and receive", async () => {
    const team = `${consumerText}${exampleProject.environment.slice(exampleProject.environment.indexOf("images:"))}`;
    expect(await check(both(inS3(sharing, "dev.tfstate"), inS3(team, "team.tfstate")))).toEqual([]);
  });

  test("an environment called as a stack of another does no harm where it only receives", async () => {
    const team = consumerText
      .replace("consumer:\n", "consumer:\n  distributionRole: false\n")
      .replace("us-east-1", "eu-west-1");
    const dev = `${sharing}      - region: eu-west-1\n        share: { accounts: ["111122223333"] }\n`;
    expect(await check({ ...both(dev, consumerText), "environments/team-consumer.yaml": team })).toEqual([]);
  });
});
