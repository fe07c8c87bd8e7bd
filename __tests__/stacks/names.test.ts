import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { helloDocument } from "../../src/documents/examples";
import { resolveConsumers } from "../../src/project/consumers";
import { resolveFactories } from "../../src/project/factories";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { synthesise } from "../../stacks/synthesise";
import { projectFolder } from "../helpers/project-folder";

const on = (parent: string) => `parent: ${parent}\ncomponents:\n  - linux/My Comp\n`;
const files = {
  "components/linux/My Comp.yaml": helloDocument,
  "images/WindowsServer2019.yaml": exampleProject.image,
  "images/nomis_rhel_7.yaml": on("{ image: WindowsServer2019 }"),
  "images/Golden Image.yaml": on("{ image: nomis_rhel_7 }"),
  "containers/Golden App.yaml": on("{ image: amazonlinux:2023 }"),
  "containers/-site.yaml": on("{ container: Golden App }"),
  "environments/Dev_1.yaml": `account: "123456789012"
region: us-east-1
build: { logGroups: { retentionDays: 30 } }
images:
  WindowsServer2019: { schedule: manual, buildOnDeploy: true }
  nomis_rhel_7: { schedule: manual, buildOnDeploy: true }
  Golden Image:
    schedule: manual
    build: { instanceTypes: [m6i.large] }
    distribute: [{ region: us-east-1, share: { accounts: ["210987654321"] } }]
containers:
  Golden App: { schedule: manual, buildOnDeploy: true }
  -site: { schedule: manual, repository: { name: site } }
lifecycle:
  Old images:
    images: [Golden Image]
    rules: [{ action: delete, after: { years: 1 } }]
`,
  "environments/team.yaml": `account: "210987654321"
region: us-east-1
consumer:
  from:
    Dev_1:
      images:
        Golden Image: { launchTemplate: {} }
`,
};

interface Synthesised {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

async function synthesised(changed: Readonly<Record<string, string>> = {}): Promise<Synthesised[]> {
  const root = projectFolder({ ...files, ...changed });
  const { project, lock, problems } = await inspectProject(root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  if (lock === undefined) throw new Error("the project is not locked");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const stacks = [
    ...resolveFactories(project, lock).map(
      (factory) => new ImageFactoryStack(app, factory.environment, { factory, root }),
    ),
    ...resolveConsumers(project, lock).map((consumer) => new ImageConsumerStack(app, consumer.stack, { consumer })),
  ];
  return stacks.map((stack) => JSON.parse(Testing.synth(stack, true)) as Synthesised);
}

test("names that hold what CDKTF takes for a placeholder of a number are names like any other", async () => {
  const root = projectFolder({
    "components/linux/82e297.yaml": helloDocument,
    "images/a-82e297.yaml": "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/82e297]\n",
    "images/-83e297.yaml": on("{ image: a-82e297 }").replace("My Comp", "82e297"),
    "containers/c-82e297.yaml": "parent: { image: amazonlinux:2023 }\ncomponents: [linux/82e297]\n",
    "environments/dev.yaml": `account: "123456789012"
region: us-east-1
build:
  logGroups: { retentionDays: 30 }
  topic: { create: true, name: t-82e297, subscriptions: [{ protocol: sqs, endpoint: "arn:aws:sqs:us-east-1:123456789012:q-82e297" }] }
  instanceProfile: { create: true, policies: ["arn:aws:iam::123456789012:policy/p-82e297"] }
  logs: { create: true, bucket: logs-82e297 }
encryption: { create: true, alias: k-82e297 }
events: { on: [failed] }
images:
  a-82e297: { schedule: manual, buildOnDeploy: true }
  "-83e297": { schedule: manual, build: { instanceTypes: [m6i.large] } }
containers:
  c-82e297: { schedule: manual, repository: { name: r-82e297, keep: 3 } }
lifecycle:
  l-82e297:
    images: [a-82e297]
    rules: [{ action: delete, after: { years: 1 } }]
`,
  });
  const outdir = join(root, "out");
  const { lock } = await inspectProject(root);
  writeFileSync(join(root, "versions.lock.json"), lock?.text ?? "");
  const { problems, stacks } = await synthesise(root, outdir);
  expect(problems.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  expect(stacks).toEqual(["dev"]);
  const text = readFileSync(join(outdir, "stacks", "dev", "cdk.tf.json"), "utf8");
  const { resource } = JSON.parse(text) as Synthesised;
  expect(Object.keys(resource.aws_imagebuilder_image_recipe ?? {}).sort()).toEqual(["_-83E297", "a-82E297"]);
  // What AWS sees is as it was written; Terraform puts the letter back.
  const seen = (type: string, address: string): string =>
    String(resource[type]?.[address]?.name).replaceAll(/\$\{"(.)"\}/g, "$1");
  expect(seen("aws_imagebuilder_image_recipe", "a-82E297")).toBe("a-82e297");
  expect(seen("aws_imagebuilder_component", "linux-82E297")).toBe("linux-82e297");
});

test("names of any form that Image Builder takes come out as names that Terraform and the others take", async () => {
  const [dev, team] = await synthesised();
  const addresses = (type: string) => Object.keys(dev?.resource[type] ?? {}).sort();
  const field = (type: string, address: string, key: string) => dev?.resource[type]?.[address]?.[key];

  const all = [dev, team].flatMap((stack) => Object.values(stack?.resource ?? {}).flatMap((each) => Object.keys(each)));
  expect(all.filter((address) => !/^[A-Za-z_][A-Za-z0-9_-]*$/.test(address))).toEqual([]);
  expect(addresses("aws_imagebuilder_image_recipe")).toEqual(["Golden_Image", "WindowsServer2019", "nomis_rhel_7"]);
  expect(field("aws_imagebuilder_image_recipe", "Golden_Image", "name")).toBe("Golden Image");
  expect(field("aws_imagebuilder_image_recipe", "nomis_rhel_7", "parent_image")).toContain(
    ":image/windowsserver2019/x.x.x",
  );
  expect(field("aws_imagebuilder_image_recipe", "Golden_Image", "parent_image")).toContain(":image/nomis-rhel-7/x.x.x");
  expect(field("aws_imagebuilder_container_recipe", "_-site", "parent_image")).toContain(":image/golden-app/x.x.x");
  expect(field("aws_ecr_repository", "Golden_App", "name")).toBe("golden-app");
  expect(field("aws_imagebuilder_component", "linux-My_Comp", "name")).toBe("linux-My Comp");
  expect(field("aws_s3_object", "linux-My_Comp", "key")).toMatch(/^components\/linux-My_Comp\/[0-9a-f]{64}\.yaml$/);
  expect(field("aws_imagebuilder_lifecycle_policy", "Old_images", "name")).toBe("Old images");
  expect(addresses("aws_cloudwatch_log_group")).toEqual([
    "WindowsServer2019",
    "_-site",
    "_pipeline--site",
    "_pipeline-WindowsServer2019",
    "_pipeline-nomis_rhel_7",
    "nomis_rhel_7",
  ]);
  expect(
    Object.entries(team?.resource.aws_launch_template ?? {}).map(([address, { name }]) => [address, name]),
  ).toEqual([[expect.stringMatching(/^Dev_1_Golden_Image_[0-9a-f]{8}$/), "Golden_Image"]]);
});

test("addresses follow from files, whatever the names in AWS", async () => {
  const dev = files["environments/Dev_1.yaml"];
  const names = "names: { recipe: R-r, pipeline: P-p, distribution: D-d, infrastructure: I-i }";
  const [plain] = await synthesised();
  const [named] = await synthesised({
    "environments/Dev_1.yaml": `namePrefix: team-
components: { linux/My Comp: { name: Say } }
executionRole: { create: true, name: Execution }
${dev
  .replace("build: {", "build: { name: Infra, instanceProfile: { create: true, name: Profile, roleName: Builder },")
  .replace("  Golden Image:\n", `  Golden Image:\n    ${names}\n`)
  .replace("  Old images:\n", "  Old images:\n    name: Old\n")}`,
  });
  const addresses = (stack: Synthesised | undefined) =>
    Object.entries(stack?.resource ?? {}).flatMap(([type, each]) => Object.keys(each).map((name) => `${type}.${name}`));
  // A name with a space has no log groups; the one in its place has.
  expect(addresses(named).filter((address) => !/log_group\..*Golden_Image/.test(address))).toEqual(addresses(plain));

  const namesOf = (type: string) =>
    Object.fromEntries(
      Object.entries(named?.resource[`aws_${type}`] ?? {}).map(([address, { name, bucket }]) => [
        address,
        name ?? bucket,
      ]),
    );
  expect(namesOf("imagebuilder_component")).toEqual({ "linux-My_Comp": "Say" });
  expect(namesOf("imagebuilder_image_recipe")).toEqual({
    WindowsServer2019: "team-WindowsServer2019",
    nomis_rhel_7: "team-nomis_rhel_7",
    Golden_Image: "R-r",
  });
  expect(namesOf("imagebuilder_image_pipeline")).toMatchObject({ Golden_Image: "P-p", "_-site": "team--site" });
  expect(namesOf("imagebuilder_distribution_configuration")).toMatchObject({ Golden_Image: "D-d" });
  expect(namesOf("imagebuilder_infrastructure_configuration")).toEqual({
    "image-factory": "Infra",
    "image-factory-containers": "team-image-factory-containers",
    Golden_Image: "I-i",
  });
  expect(namesOf("imagebuilder_lifecycle_policy")).toEqual({ Old_images: "Old" });
  expect(namesOf("iam_role")).toEqual({
    build: "Builder",
    lifecycle: "team-ec2-image-builder-lifecycle-us-east-1",
  });
  expect(namesOf("iam_instance_profile")).toEqual({ build: "Profile" });
  expect(namesOf("s3_bucket")).toEqual({ documents: "ec2imagebuilder-team-123456789012-us-east-1" });
  expect(namesOf("cloudwatch_log_group")).toMatchObject({
    Golden_Image: "/aws/imagebuilder/R-r",
    "_pipeline-Golden_Image": "/aws/imagebuilder/pipeline/P-p",
    nomis_rhel_7: "/aws/imagebuilder/team-nomis_rhel_7",
  });
  const { parent_image: parent } = named?.resource.aws_imagebuilder_image_recipe?.Golden_Image ?? {};
  expect(parent).toContain(":image/team-nomis-rhel-7/x.x.x");
  const { resource_selection: selection } = named?.resource.aws_imagebuilder_lifecycle_policy?.Old_images ?? {};
  expect(selection).toEqual([{ recipe: [{ name: "R-r", semantic_version: "1.0.0" }] }]);
});

test("components that are listed are created where nothing uses them, and nothing to build on with them", async () => {
  const [dev] = await synthesised({
    "environments/Dev_1.yaml": `account: "123456789012"
region: us-east-1
components: { linux/My Comp: {} }
`,
    "environments/team.yaml": `account: "210987654321"\nregion: us-east-1\n`,
  });
  expect(Object.keys(dev?.resource ?? {}).filter((type) => !type.startsWith("aws_s3_"))).toEqual([
    "aws_imagebuilder_component",
  ]);
});
