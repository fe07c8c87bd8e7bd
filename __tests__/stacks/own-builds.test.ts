import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** What is made of an environment that builds base as all do, and web as `own` says. @param ofAll more of what it says of all builds */
async function resourcesWith(own: string, more = "", ofAll = ""): Promise<Resources> {
  const root = projectFolder({
    "images/base.yaml": exampleProject.image,
    "images/web.yaml": exampleProject.image,
    "environments/dev.yaml": `account: "123456789012"
region: us-east-1
network: { subnet: subnet-01234567, securityGroups: [sg-01234567] }
build:
  keyPair: ops
  logs: { bucket: build-logs, prefix: builds }
  topic: arn:aws:sns:us-east-1:123456789012:images
  tags: { cost: all }
${ofAll}
images:
  base: { schedule: manual }
  web:
    schedule: manual
    build: ${own}
${more}`,
  });
  const { project, lock, problems } = await inspectProject(root);
  expect(problems).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
  if (factory === undefined) throw new Error("nothing is built");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  return (
    JSON.parse(Testing.synth(new ImageFactoryStack(app, "dev", { factory, root }), true)) as { resource: Resources }
  ).resource;
}

const shared = {
  key_pair: "ops",
  subnet_id: "subnet-01234567",
  security_group_ids: ["sg-01234567"],
  sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:images",
  terminate_instance_on_failure: true,
  logging: { s3_logs: { s3_bucket_name: "build-logs", s3_key_prefix: "builds" } },
  instance_profile_name: "${aws_iam_instance_profile.build.name}",
  resource_tags: { cost: "all" },
};

const infrastructuresOf = ({ aws_imagebuilder_infrastructure_configuration: made }: Resources) => made ?? {};

test("what an image says of its build is its own, and the others keep that of the environment", async () => {
  const made = infrastructuresOf(
    await resourcesWith(`
      instanceProfile: { name: web-builder }
      network: { subnet: subnet-89abcdef, securityGroups: [sg-89abcdef] }
      keyPair: web
      terminateOnFailure: false
      logs: { bucket: web-logs, prefix: web }
      topic: arn:aws:sns:us-east-1:123456789012:web
      tags: { cost: web }`),
  );
  expect(made["image-factory"]).toMatchObject(shared);
  expect(made.web).toMatchObject({
    key_pair: "web",
    subnet_id: "subnet-89abcdef",
    security_group_ids: ["sg-89abcdef"],
    sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:web",
    terminate_instance_on_failure: false,
    logging: { s3_logs: { s3_bucket_name: "web-logs", s3_key_prefix: "web" } },
    instance_profile_name: "web-builder",
    resource_tags: { cost: "web" },
  });
});

test("what it leaves out is that of the environment", async () => {
  const made = infrastructuresOf(await resourcesWith("{ instanceTypes: [m6i.large] }"));
  expect(made.web).toMatchObject({ ...shared, instance_types: ["m6i.large"] });
});

test("it may have no key pair, logs, topic, instance types and network where the environment has them", async () => {
  const none = "{ keyPair: none, logs: none, topic: none, instanceTypes: none, network: none }";
  const made = infrastructuresOf(await resourcesWith(none, "", "  instanceTypes: [m6i.large]"));
  const ofAll = ["key_pair", "logging", "sns_topic_arn", "instance_types", "subnet_id", "security_group_ids"];
  for (const argument of ofAll) {
    expect(made["image-factory"]).toHaveProperty(argument);
    expect(made.web).not.toHaveProperty(argument);
  }
});

describe("the policies of roles", () => {
  const statement = (policy: unknown, sid: string) =>
    (JSON.parse(String(policy)) as { Statement: { Sid: string; Resource: unknown }[] }).Statement.find(
      ({ Sid }) => Sid === sid,
    )?.Resource;

  it("let builds write their logs wherever images say", async () => {
    const { aws_iam_role_policy: policies } = await resourcesWith("{ logs: { prefix: web } }");
    expect(statement(policies?.build?.policy, "WriteBuildLogs")).toEqual([
      "arn:aws:s3:::build-logs/builds/*",
      "arn:aws:s3:::build-logs/web/*",
    ]);
  });

  it("leave out the logs of builds that run with another profile", async () => {
    const own = "{ instanceProfile: { name: web-builder }, logs: { bucket: web-logs } }";
    const { aws_iam_role_policy: policies } = await resourcesWith(own);
    expect(statement(policies?.build?.policy, "WriteBuildLogs")).toBe("arn:aws:s3:::build-logs/builds/*");
  });

  it.each([
    ["the made role alone", "{ keyPair: none }", "${aws_iam_role.build.arn}"],
    ["any role, where the role of a given profile is not known", "{ instanceProfile: { name: web-builder } }", "*"],
  ])("let the execution role pass %s to EC2", async (_, own, resource) => {
    const more = "    distribute: [{ region: us-east-1, ssmParameters: [{ name: /golden/web }] }]\n";
    const { aws_iam_role_policy: policies } = await resourcesWith(own, more);
    expect(statement(policies?.execution?.policy, "PassBuildRole")).toBe(resource);
  });
});
