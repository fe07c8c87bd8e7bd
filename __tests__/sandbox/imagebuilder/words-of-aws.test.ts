import * as words from "../../../sandbox/imagebuilder/words-of-aws";
import {
  component,
  componentArn,
  componentDocument,
  containerRecipe,
  freshService,
  pipeline,
  prerequisites,
  recipe,
} from "./fresh-service";

const documentOf = (step: string, action: string, inputs = "{ commands: [echo hello] }") =>
  `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: ${step}\n        action: ${action}\n        inputs: ${inputs}\n`;

const forAmazonLinux = [{ componentArn: componentArn.replace("install-packages", "amazon-linux-tools") }];

describe("refusals in AWS's own words", () => {
  it("each say where they were read", () => {
    const all = Object.values(words).map((refusal) => refusal("x", "y", "z", "Linux"));
    expect(all.length).toBeGreaterThan(15);
    for (const { message, source } of all) {
      expect(message).not.toBe("");
      expect(source).toMatch(
        / of [\w-]+\/[\w-]+|hashicorp\/terraform-provider-aws|User Guide|aws\/aws-cdk|aws\/agent-toolkit|public (note|course)/,
      );
    }
  });

  /** What AWS answered, word for word, to what its users sent. */
  it.each([
    [
      "CreateImageRecipe",
      { components: [{ componentArn, parameters: [{ name: "S3BucketName", value: ["x"] }] }] },
      "InvalidParameterCombinationException",
      "The value supplied for parameter 'components[0].parameters' is not valid. The following parameters are not defined in the provided component: S3BucketName",
    ],
    [
      "CreateImageRecipe",
      { components: [{ componentArn }, { componentArn: componentArn.replace("/1.0.0/1", "/x.x.x") }] },
      "InvalidParameterValueException",
      "The value supplied for parameter 'components' is not valid. A component may be specified in an image recipe at most once.",
    ],
    [
      "CreateImageRecipe",
      { parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/windows-server-2022-english-full-base-x86/x.x.x" },
      "InvalidParameterValueException",
      "The value supplied for parameter 'components' is not valid. Component ARN does not match the Parent Image Platform.",
    ],
    [
      "CreateImageRecipe",
      {
        parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/ubuntu-server-24-lts-x86/x.x.x",
        components: forAmazonLinux,
      },
      "InvalidParameterValueException",
      "The value supplied for parameter 'components' is not valid. Component ARN does not support the Parent Image OS Version.",
    ],
    [
      "CreateImageRecipe",
      { components: [{ componentArn, parameters: [{ name: "Packages", value: ["x".repeat(25 * 1024)] }] }] },
      "InvalidParameterValueException",
      "The value supplied for parameter 'components' is not valid. You've exceeded the maximum cumulative component size of 25 KB.",
    ],
    [
      "CreateImageRecipe",
      {
        parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/windows-server-2022-english-full-base-x86/x.x.x",
        components: undefined,
        additionalInstanceConfiguration: { systemsManagerAgent: { uninstallAfterBuild: false } },
      },
      "InvalidParameterValueException",
      "The value supplied for parameter 'additionalInstanceConfiguration' is not valid. Image Builder does not support configuring the SSM Agent on Windows.",
    ],
    [
      "CreateContainerRecipe",
      { components: [{ componentArn: componentArn.replace("123456789012", "aws-marketplace") }] },
      "InvalidParameterValueException",
      "The value supplied for parameter 'components' is not valid. Container Recipes must not contain marketplace components.",
    ],
    [
      "CreateContainerRecipe",
      { platformOverride: "macOS" },
      "InvalidParameterValueException",
      "The value supplied for parameter 'platformOverride' is not valid. Container recipes don't currently support the macOS platform.",
    ],
    [
      "CreateContainerRecipe",
      {
        parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-x86-latest/x.x.x",
        platformOverride: "Linux",
      },
      "InvalidParameterValueException",
      "The value supplied for parameter 'platformOverride' is not valid. You cannot specify a platform override when using an Image Builder Image as your parent.",
    ],
    [
      "CreateContainerRecipe",
      { dockerfileTemplateData: undefined },
      "InvalidParameterCombinationException",
      "You must specify either dockerfileTemplateData or a dockerfileTemplateUri.",
    ],
    [
      "CreateContainerRecipe",
      { parentImage: "public.ecr.aws/lts/ubuntu:22.04", platformOverride: undefined },
      "InvalidParameterValueException",
      "The value supplied for parameter 'parentImage' is not valid. You must specify a platform override when using ECR Public Repositories as your parent image.",
    ],
    [
      "CreateContainerRecipe",
      { parentImage: "123456789012.dkr.ecr.us-east-1.amazonaws.com/base:1", platformOverride: undefined },
      "InvalidParameterValueException",
      "The value supplied for parameter 'parentImage' is not valid. You must specify a platform override when using ECR Repositories as your parent image.",
    ],
    [
      "CreateContainerRecipe",
      { parentImage: "123456789012.dkr.ecr.us-east-1.amazonaws.com/windows:ltsc2022", platformOverride: "Windows" },
      "InvalidParameterCombinationException",
      "The value supplied for parameter 'parentImage' is not valid. You must specify an image OsVersion override when using ECR Repositories as your parent image for Windows Platform.",
    ],
    [
      "CreateDistributionConfiguration",
      { distributions: [{ region: "us-east-1" }] },
      "InvalidParameterValueException",
      "The value supplied for parameter 'distributions[0]' is not valid. One or more outputs should be provided for each region in a distribution configuration.",
    ],
    [
      "CreateDistributionConfiguration",
      { distributions: [{ region: "us-east-1", amiDistributionConfiguration: { name: "AmazonLinux2-EKS-1.27" } }] },
      "InvalidParameterValueException",
      "The value supplied for parameter 'distributions[0].amiDistributionConfiguration.name' is not valid. The EC2 AMI name must contain '{{ imagebuilder:buildDate }}' to ensure that the name will be unique.",
    ],
    [
      "CreateImagePipeline",
      { schedule: { scheduleExpression: "cron(0 0 * * ?)" } },
      "InvalidParameterValueException",
      "The value supplied for parameter 'schedule.scheduleExpression' is not valid. Invalid schedule expression. Details: Invalid CRON expression: error at position 9, details: Unexpected end of expression.",
    ],
    [
      "CreateComponent",
      { data: componentDocument.replace(/^schemaVersion: .*\n/m, "") },
      "InvalidParameterValueException",
      "The value supplied for parameter 'data' is not valid. Invalid schema version. Supported versions include: 1.0.",
    ],
    [
      "CreateComponent",
      { data: documentOf("Install PowerShell", "ExecuteBash") },
      "InvalidParameterValueException",
      "The value supplied for parameter 'data' is not valid. Invalid step name 'Install PowerShell' in phase 'build'. Allowed characters are combinations of numbers [0-9], english letters [a-z,A-Z] and special characters [-_].",
    ],
    [
      "CreateComponent",
      { data: documentOf("DisableWindowsUpdate", "ExecutePowerShell") },
      "InvalidParameterValueException",
      "The value supplied for parameter 'data' is not valid. Parsing step 'DisableWindowsUpdate' in phase 'build' failed. Error: Unsupported action ExecutePowerShell for os platform linux.",
    ],
    [
      "CreateComponent",
      { data: documentOf("Download", "S3Download", "[]") },
      "InvalidParameterValueException",
      "The value supplied for parameter 'data' is not valid. Parsing step 'Download' in phase 'build' failed. Error: Action S3Download has no inputs; it requires an 'inputs'",
    ],
  ])("%s is refused so", async (operation, change, error, message) => {
    const api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
    for (const [each, input] of prerequisites) await api.call(each, input);
    await api.call("CreateComponent", {
      ...component,
      name: "amazon-linux-tools",
      supportedOsVersions: ["Amazon Linux"],
    });
    const others: Readonly<Record<string, object>> = {
      CreateImageRecipe: recipe,
      CreateContainerRecipe: containerRecipe,
      CreateDistributionConfiguration: {},
      CreateImagePipeline: pipeline,
      CreateComponent: { ...component, uri: undefined },
    };
    expect(await api.call(operation, { ...others[operation], name: "another", ...change })).toMatchObject({
      error,
      body: { message },
      source: expect.any(String) as unknown,
    });
  });

  it("are told apart from the sandbox's own", async () => {
    const api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
    for (const [operation, input] of prerequisites) await api.call(operation, input);
    const refused = async (operation: string, input: Readonly<Record<string, unknown>>) => {
      const { error, source } = await api.call(operation, input);
      return [error, source];
    };
    expect(await refused("CreateImageRecipe", { ...recipe })).toEqual([
      "ResourceAlreadyExistsException",
      "issue 28677 of hashicorp/terraform-provider-aws",
    ]);
    expect(await refused("CreateImagePipeline", { ...pipeline, imageRecipeArn: undefined })).toEqual([
      expect.any(String),
      undefined,
    ]);
  });
});
