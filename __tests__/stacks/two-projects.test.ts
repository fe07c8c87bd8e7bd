import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { helloDocument } from "../../src/documents/examples";
import { channelPlaces } from "../../src/operations/channels/channel-place";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const project = (namePrefix: string) => ({
  "components/linux/hello.yaml": helloDocument,
  "workflows/test/smoke.yaml":
    "name: smoke\nschemaVersion: 1.0\nsteps:\n  - name: Wait\n    action: WaitForAction\n    onFailure: Abort\n",
  "images/base.yaml":
    "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\nworkflows: [{ aws: build-image }, test/smoke]\n",
  "containers/app.yaml": "parent: { image: amazonlinux:2023 }\ncomponents: [linux/hello]\n",
  "environments/prod.yaml": `account: "123456789012"
region: us-east-1
namePrefix: ${namePrefix}
channels: [stable]
network: { create: {} }
encryption: { create: true }
documents: { create: true }
build:
  metadata: { hopLimit: 2 }
  logs: { create: true }
  logGroups: {}
  topic: { create: true }
events: {}
lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 5 }] } }
images: { base: { schedule: manual, build: { instanceTypes: [m6i.large] } } }
containers: { app: { schedule: manual } }
`,
});

/** Arguments that hold a name which is one's own in an account and region. */
const naming = ["name", "bucket", "alias"];

/** What a project calls in AWS, by type of resource, and where its channels are. */
async function namesOf(namePrefix: string) {
  const root = projectFolder(project(namePrefix));
  const { project: loaded, lock, problems } = await inspectProject(root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(loaded, lock);
  const [image] = factory?.images ?? [];
  if (factory === undefined || image === undefined) throw new Error("nothing is built");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const made = Testing.synth(new ImageFactoryStack(app, "prod", { factory, root }), true);
  const { resource } = JSON.parse(made) as { resource: Resources };
  const names = Object.entries(resource).flatMap(([type, all]) =>
    Object.values(all).flatMap((each) =>
      naming.flatMap((argument) => {
        const name = each[argument];
        // A reference is to what has a name itself, and a policy in a role is the role's.
        const isOwn = typeof name === "string" && !name.startsWith("${") && type !== "aws_iam_role_policy";
        return isOwn ? [`${type} ${name}`] : [];
      }),
    ),
  );
  return [...names, ...channelPlaces(factory, image, "stable").map(({ own }) => `channel ${own}`)].sort();
}

test("two projects of one account and region, with prefixes of their own, share no name", async () => {
  const [ours, theirs] = await Promise.all([namesOf("team-a-"), namesOf("team-b-")]);
  expect(ours.filter((name) => theirs.includes(name))).toEqual([]);
  expect(ours.map((name) => name.replaceAll("team-a-", "team-b-"))).toEqual(theirs);
  expect(new Set(ours.map((name) => name.split(" ")[0]))).toEqual(
    new Set([
      ...["channel", "aws_s3_bucket", "aws_kms_alias", "aws_sns_topic", "aws_ecr_repository", "aws_security_group"],
      ...["aws_iam_role", "aws_iam_instance_profile", "aws_cloudwatch_log_group", "aws_cloudwatch_event_rule"],
      ...["component", "workflow", "image_recipe", "container_recipe", "image_pipeline", "lifecycle_policy"].map(
        (noun) => `aws_imagebuilder_${noun}`,
      ),
      "aws_imagebuilder_infrastructure_configuration",
      "aws_imagebuilder_distribution_configuration",
    ]),
  );
});
