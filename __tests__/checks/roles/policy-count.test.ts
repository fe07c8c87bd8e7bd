import { check } from "../../helpers/valid-project";

const policies = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/Policy${index}`).join(", ")}]`;
const image = (parent: string) => `parent: ${parent}\ncomponents: [aws: update-linux]\n`;

async function counted(environment: string): Promise<string[]> {
  const problems = await check({
    "images/base.yaml": image("{ os: amazon-linux-2023, architecture: x86_64 }"),
    "images/ours.yaml": image("{ ssm: /images/ours, platform: Linux }"),
    "images/windows.yaml": "parent: { os: windows-server-2022, architecture: x86_64 }\n".concat(
      "components: [aws: update-windows]\n",
    ),
    "containers/app.yaml": image("{ image: amazonlinux:2023 }"),
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${environment}`,
  });
  return problems
    .filter(({ code }) => code === "policy-count")
    .map(({ severity, line, message }) => `${severity} ${line}: ${message}`);
}

const base = "images: { base: { schedule: manual } }\n";
const profile = (count: number) => `build: { instanceProfile: { create: true, policies: ${policies(count)} } }\n`;
const execution = (count: number) => `executionRole: { create: true, policies: ${policies(count)} }\n`;
const lifecycle = (count: number) => `lifecycleRole: { create: true, policies: ${policies(count)} }\n`;
const ours = "images: { ours: { schedule: manual } }\n";
const fast =
  "images: { windows: { schedule: manual, distribute: [{ region: us-east-1, fastLaunch: [{ snapshots: 5 }] }] } }\n";
const policy = "lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 5 }] } }\n";
const raised = "quotas: { managedPoliciesPerRole: 20 }\n";

test.each([
  ["build instances", profile(8) + base],
  ["build instances, where the quota was raised", profile(18) + base + raised],
  ["build instances that are not, for nothing is built", `${profile(20)}consumer: { distributionRole: true }\n`],
  ["execution", execution(10) + ours],
  ["an execution that nothing needs", execution(20) + base],
  ["execution with Fast Launch", execution(9) + fast],
  ["execution, where the quota was raised", execution(20) + ours + raised],
  ["lifecycle policies", lifecycle(9) + base + policy],
  ["no lifecycle policy", lifecycle(20) + base],
  [
    "lifecycle policies, with the policy that it has by itself written once more",
    `${lifecycle(9).replace("[", "[arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy, ")}${base}${policy}`,
  ],
])("takes as many policies as the quota has room for, on the role of %s", async (_title, environment) => {
  expect(await counted(environment)).toEqual([]);
});

test.each([
  ["build instances", profile(9) + base, "with 2 that it has by itself, the role has 11 managed policies", 10],
  [
    "build instances of containers",
    `${profile(8)}containers: { app: { schedule: manual } }\n`,
    "with 3 that it has by itself, the role has 11 managed policies",
    10,
  ],
  [
    "build instances, past a raised quota",
    profile(19) + base + raised,
    "with 2 that it has by itself, the role has 21 managed policies",
    20,
  ],
  ["execution", execution(11) + ours, "the role has 11 managed policies", 10],
  [
    "execution with Fast Launch",
    execution(10) + fast,
    "with 1 that it has by itself, the role has 11 managed policies",
    10,
  ],
  [
    "lifecycle policies",
    lifecycle(10) + base + policy,
    "with 1 that it has by itself, the role has 11 managed policies",
    10,
  ],
])("warns of one policy more on the role of %s", async (_title, environment, message, quota) => {
  expect(await counted(environment)).toEqual([`warning 3: ${message}, and the quota is ${quota}`]);
});
