import { environmentText, imageText } from "../../../src/definitions/example-texts";
import { settingProblems } from "../../helpers/check-settings";

const twins = "tags: { Team: a, team: b }\n";
const given = "  instanceProfile: { name: builder }\n";
const policy = "lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 5 }] } }\n";
const consumerText = (more: string) => `account: "111122223333"
region: us-east-1
consumer: { ${more}from: { dev: { images: { base: {} } } } }
${twins}`;

async function isRefused(environment: string, image = imageText()): Promise<boolean> {
  const problems = await settingProblems({ environment, image });
  return problems.some(({ code }) => code === "tag-case");
}

describe("tags that IAM takes for the same", () => {
  it.each<readonly [string, string, boolean]>([
    ["of build instances", "", true],
    ["that is given", `build:\n${given}`, false],
    ["of Image Builder that nothing needs", `build:\n${given}executionRole: { create: true }\n`, false],
    ["of lifecycle policies", `build:\n${given}lifecycleRole: { create: true }\n${policy}`, true],
    ["of lifecycle policies that there are none of", `build:\n${given}lifecycleRole: { create: true }\n`, false],
    [
      "of lifecycle policies that is given",
      `build:\n${given}lifecycleRole: { arn: arn:aws:iam::123456789012:role/images }\n${policy}`,
      false,
    ],
  ])("are refused where a role is made: %s", async (_title, more, refused) => {
    expect(await isRefused(environmentText({ more: twins + more }))).toBe(refused);
  });

  it("are refused for the execution role of a workflow", async () => {
    const environment = environmentText({ more: `${twins}build:\n${given}executionRole: { create: true }\n` });
    const workflows = "workflows:\n  - aws: build-image\n";
    expect(await isRefused(environment, imageText({ more: workflows }))).toBe(true);
  });

  it.each<readonly [string, boolean]>([
    ["", true],
    ["distributionRole: false, ", false],
    ["distributionRole: false, lifecycleRole: true, ", true],
  ])("are refused for roles of those who send images: { %s… }", async (more, refused) => {
    expect(await isRefused(consumerText(more))).toBe(refused);
  });

  it("are two in any case", async () => {
    const problems = await settingProblems({
      environment: environmentText({ more: "tags: { TEAM: a, Team: b, owner: c, team: d }\n" }),
    });
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'tag-case the tags "TEAM" and "Team" differ only in letter case, and IAM treats them as the same',
      'tag-case the tags "TEAM" and "team" differ only in letter case, and IAM treats them as the same',
    ]);
  });
});
