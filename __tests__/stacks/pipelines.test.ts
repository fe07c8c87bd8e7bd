import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output: Readonly<Record<string, { readonly value: unknown }>>;
}

/** What is made of an environment with this text of its images and what follows. */
async function stackOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const root = projectFolder({
    "images/base.yaml": exampleProject.image,
    ...files,
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${text}`,
  });
  const { project, lock, problems } = await inspectProject(root);
  expect(problems).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
  if (factory === undefined) throw new Error("nothing is built");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  return JSON.parse(Testing.synth(new ImageFactoryStack(app, "dev", { factory, root }), true)) as Stack;
}

describe("several pipelines of one recipe", () => {
  const text = `build: { logGroups: {} }
images:
  base:
    schedule: manual
    descriptions: { pipeline: By hand }
    build: { instanceTypes: [m6i.large], network: { subnet: subnet-01234567, securityGroups: [sg-01234567] } }
    pipelines:
      weekly: { schedule: { cron: 0 4 ? * SUN * } }
      nightly:
        names: { pipeline: base-each-night }
        descriptions: { pipeline: Each night }
        tags: { pipeline: { when: night } }
        schedule: { cron: 0 3 * * ? * }
        enabled: false
        scan: true
        tests: { enabled: false }
        enhancedMetadata: false
        workflows: [{ aws: build-image }]
        build: { keyPair: ops }
        distribute: [{ region: eu-west-1 }]
`;

  test("each has what it says, and else what its image says", async () => {
    const { resource } = await stackOf(text);
    const pipelines = resource.aws_imagebuilder_image_pipeline ?? {};
    expect(Object.keys(pipelines).sort()).toEqual(["base", "base_nightly", "base_weekly"]);
    const recipe = "${aws_imagebuilder_image_recipe.base.arn}";
    expect(pipelines.base).toMatchObject({ name: "base", description: "By hand", image_recipe_arn: recipe });
    expect(pipelines.base).not.toHaveProperty("schedule");
    expect(pipelines.base_weekly).toMatchObject({
      name: "base-weekly",
      description: "By hand",
      image_recipe_arn: recipe,
      schedule: { schedule_expression: "cron(0 4 ? * SUN *)" },
      infrastructure_configuration_arn: "${aws_imagebuilder_infrastructure_configuration.base.arn}",
      distribution_configuration_arn: "${aws_imagebuilder_distribution_configuration.base.arn}",
      image_tests_configuration: { image_tests_enabled: true },
    });
    expect(pipelines.base_nightly).toMatchObject({
      name: "base-each-night",
      description: "Each night",
      tags: { when: "night" },
      status: "DISABLED",
      image_recipe_arn: recipe,
      schedule: { schedule_expression: "cron(0 3 * * ? *)" },
      infrastructure_configuration_arn: "${aws_imagebuilder_infrastructure_configuration.base_nightly.arn}",
      distribution_configuration_arn: "${aws_imagebuilder_distribution_configuration.base_nightly.arn}",
      execution_role: "${aws_iam_role.execution.arn}",
      enhanced_image_metadata_enabled: false,
      image_tests_configuration: { image_tests_enabled: false },
      image_scanning_configuration: { image_scanning_enabled: true },
      workflow: [{ workflow_arn: "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x" }],
    });
    expect(resource.aws_imagebuilder_infrastructure_configuration?.base_nightly).toMatchObject({
      name: "base-nightly",
      instance_types: ["m6i.large"],
      subnet_id: "subnet-01234567",
      key_pair: "ops",
    });
  });

  test("each has its log group and its ARN among the outputs", async () => {
    const { resource, output } = await stackOf(text);
    expect(
      Object.values(resource.aws_cloudwatch_log_group ?? {})
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      "/aws/imagebuilder/base",
      "/aws/imagebuilder/pipeline/base",
      "/aws/imagebuilder/pipeline/base-each-night",
      "/aws/imagebuilder/pipeline/base-weekly",
    ]);
    expect(output.image_pipeline_arns?.value).toEqual({
      base: "${aws_imagebuilder_image_pipeline.base.arn}",
      "base/weekly": "${aws_imagebuilder_image_pipeline.base_weekly.arn}",
      "base/nightly": "${aws_imagebuilder_image_pipeline.base_nightly.arn}",
    });
  });
});

describe("an image without a pipeline", () => {
  const types = ({ resource }: Stack) =>
    Object.keys(resource).filter((type) => /^aws_(imagebuilder|iam_instance_profile)/.test(type));

  test("is a recipe alone", async () => {
    expect(types(await stackOf("images: { base: { schedule: no-pipeline } }\n"))).toEqual([
      "aws_imagebuilder_image_recipe",
    ]);
  });

  test("may be built by Terraform", async () => {
    expect(types(await stackOf("images: { base: { schedule: no-pipeline, buildOnDeploy: true } }\n")).sort()).toEqual([
      "aws_iam_instance_profile",
      "aws_imagebuilder_distribution_configuration",
      "aws_imagebuilder_image",
      "aws_imagebuilder_image_recipe",
      "aws_imagebuilder_infrastructure_configuration",
    ]);
  });

  test("may have further ones alone", async () => {
    const pipelines = "pipelines: { weekly: { schedule: manual } }";
    const { resource } = await stackOf(`images: { base: { schedule: no-pipeline, ${pipelines} } }\n`);
    expect(Object.keys(resource.aws_imagebuilder_image_pipeline ?? {})).toEqual(["base_weekly"]);
  });
});

describe("distributions", () => {
  test("are created once for all that share one", async () => {
    const { resource } = await stackOf(
      `distributions:
  everywhere: { name: to-all, distribute: [{ region: us-east-1 }, { region: eu-west-1 }] }
images:
  base: { schedule: manual, distribute: everywhere }
  web: { schedule: manual, distribute: everywhere }
`,
      { "images/web.yaml": exampleProject.image },
    );
    expect(resource.aws_imagebuilder_distribution_configuration).toMatchObject({
      everywhere: {
        name: "to-all",
        distribution: [
          { region: "us-east-1", ami_distribution_configuration: {} },
          { region: "eu-west-1", ami_distribution_configuration: {} },
        ],
      },
    });
    expect(Object.keys(resource.aws_imagebuilder_distribution_configuration ?? {})).toEqual(["everywhere"]);
    for (const name of ["base", "web"])
      expect(resource.aws_imagebuilder_image_pipeline?.[name]?.distribution_configuration_arn).toBe(
        "${aws_imagebuilder_distribution_configuration.everywhere.arn}",
      );
  });

  test("are none where that is said, of a container as well", async () => {
    const { resource } = await stackOf(
      "images: { base: { schedule: manual, distribute: none } }\ncontainers: { web: { schedule: manual, distribute: none } }\n",
      { "containers/web.yaml": "parent: { image: amazonlinux:2023 }\ncomponents: [{ aws: update-linux }]\n" },
    );
    expect(resource).not.toHaveProperty("aws_imagebuilder_distribution_configuration");
    for (const name of ["base", "web"])
      expect(resource.aws_imagebuilder_image_pipeline?.[name]).not.toHaveProperty("distribution_configuration_arn");
  });
});
