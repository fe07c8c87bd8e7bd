import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/rules";
import { helloDocument } from "../../src/documents/examples";
import { resolveConsumers } from "../../src/project/consumers";
import { resolveFactories } from "../../src/project/factories";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
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

async function synthesised(): Promise<Synthesised[]> {
  const root = projectFolder(files);
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
