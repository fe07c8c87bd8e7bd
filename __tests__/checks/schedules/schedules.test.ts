import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample, settingProblems } from "../../helpers/check-settings";

const { image } = exampleProject;
const scheduled = (rest: string) => exampleProject.environment.replace("manual", `{ cron: "0 4 ? * SUN *", ${rest} }`);
const exact = image
  .replace("x86_64", "x86_64\n  version: 2024.1.5")
  .replace("update-linux", "update-linux\n    version: 1.0.2");
const base = /parent:\n.*\n.*\n.*\n/;
const amis = "parent:\n  amis: { us-east-1: ami-0123456789abcdef0 }\n  platform: Linux\n";

test.each(["UTC", "GMT", "Etc/UTC", "Europe/Kyiv", "Asia/Kolkata", "US/Eastern", "America/Argentina/Buenos_Aires"])(
  "takes the time zone %s",
  async (timezone) => {
    expect(await checkExample({ environment: scheduled(`timezone: ${timezone}`) })).toEqual([]);
  },
);

test.each([
  ["Mars/Phobos", "write an IANA time zone, e.g. Europe/Berlin or Etc/UTC"],
  ["europe/berlin", 'did you mean "Europe/Berlin"?'],
  ["America/NewYork", 'did you mean "America/New_York"?'],
  ["+02:00", "write an IANA time zone, e.g. Europe/Berlin or Etc/UTC"],
])("refuses the time zone %s", async (timezone, fix) => {
  const problems = await settingProblems({ environment: scheduled(`timezone: "${timezone}"`) });
  expect(problems.map((problem) => [problem.line, problem.column, problem.code, problem.fix])).toEqual([
    [5, 50, "schedule-timezone", fix],
  ]);
});

test.each([
  ["the newest managed image", exact.replace("2024.1.5", "2024.x.x")],
  ["the newest managed component", exact.replace("1.0.2", "1.x.x")],
  ["an SSM parameter", exact.replace(base, "parent:\n  ssm: /images/base\n  platform: Linux\n")],
  [
    "a component by ARN",
    exact.replace(/aws: .*\n.*\n/, "arn: arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x\n"),
  ],
])("can wait for updates of %s", async (_title, text) => {
  expect(await checkExample({ image: text, environment: scheduled("start: on-updates") })).toEqual([]);
});

test.each([
  ["exact versions", exact],
  ["an AMI", exact.replace(base, amis)],
])("cannot wait for updates of %s alone", async (_title, text) => {
  expect(await checkExample({ image: text, environment: scheduled("start: on-updates") })).toEqual([
    "environments/dev.yaml:5:47 schedule-never-starts",
  ]);
});
