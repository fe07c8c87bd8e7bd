import { serviceError } from "../fake-connection";
import { asked, deployed } from "./asked";

const profile = { GetInstanceProfileCommand: () => ({ InstanceProfile: { Roles: [{ RoleName: "build" }] } }) };
const role = {
  GetRoleCommand: () => ({
    Role: {
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "imagebuilder.amazonaws.com" } },
      }),
    },
  }),
};
const notDeployed = {
  GetImagePipelineCommand: () => {
    throw serviceError("ResourceNotFoundException", 404);
  },
};
const environment = `build: { instanceProfile: { name: mine } }
lifecycleRole: { arn: "arn:aws:iam::123456789012:role/mine" }
lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 3 }] } }
`;

/** The inputs of each kind of request that is sent. */
async function sent(of: Parameters<typeof asked>[0] = {}) {
  const inputs = new Map<string, unknown>();
  const answer = (name: string) => (input: unknown) => {
    inputs.set(name, input);
    throw serviceError("DryRunOperationException", 412);
  };
  const names = [
    "ImageRecipe",
    "DistributionConfiguration",
    "InfrastructureConfiguration",
    "LifecyclePolicy",
    "ImagePipeline",
  ];
  const answers = Object.fromEntries(names.map((name) => [`Create${name}Command`, answer(name)]));
  const { found } = await asked({ ...of, answers: { ...profile, ...role, ...of.answers, ...answers } });
  return { found, inputs };
}

describe("what is asked of Image Builder", () => {
  it("is each recipe, configuration and policy that names what is there", async () => {
    const { found, inputs } = await sent({ environment });
    expect(found).toEqual([]);
    expect([...inputs.keys()].sort()).toEqual([
      "DistributionConfiguration",
      "ImagePipeline",
      "ImageRecipe",
      "InfrastructureConfiguration",
      "LifecyclePolicy",
    ]);
    expect(inputs.get("ImageRecipe")).toMatchObject({ name: "base", parentImage: "ssm:/golden/parent" });
    expect(inputs.get("InfrastructureConfiguration")).toMatchObject({ instanceProfileName: "mine" });
    expect(inputs.get("LifecyclePolicy")).toMatchObject({
      executionRole: "arn:aws:iam::123456789012:role/mine",
      resourceType: "AMI_IMAGE",
      policyDetails: [{ action: { type: "DELETE" }, filter: { type: "COUNT", value: 3 } }],
    });
  });

  it("has what AWS manages in the place of components that the deployment brings", async () => {
    const { inputs } = await sent();
    expect(inputs.get("ImageRecipe")).toMatchObject({
      components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x" }],
    });
  });

  it("is nothing that stands on what the deployment creates", async () => {
    const { found, inputs } = await sent({ answers: notDeployed });
    expect([...inputs.keys()].sort()).toEqual(["DistributionConfiguration", "ImageRecipe"]);
    expect(found).toEqual(["environments/dev.yaml:1 account-pipeline-later"]);
  });

  it("is a name that nothing has yet where a deployment would change what exists", async () => {
    const { inputs } = await sent({ environment });
    for (const each of ["DistributionConfiguration", "InfrastructureConfiguration", "LifecyclePolicy", "ImagePipeline"])
      expect(inputs.get(each)).toMatchObject({ name: expect.stringMatching(/^.+-dry-run$/) as string });
  });

  it("is each pipeline that exists, with the recipe and configurations that it has, and the settings that it would get", async () => {
    const image = `tests: { timeoutMinutes: 90 }
workflows: [{ arn: "arn:aws:imagebuilder:us-east-1:111122223333:workflow/test/smoke/1.0.0", parameters: { to: all } }]
`;
    const schedule = '    schedule: { cron: "0 4 ? * SUN *" }\n';
    const { found, inputs } = await sent({ image, schedule });
    expect(found).toEqual([]);
    expect(inputs.get("ImagePipeline")).toEqual({
      name: "base-dry-run",
      status: "ENABLED",
      imageRecipeArn: deployed.imageRecipeArn,
      infrastructureConfigurationArn: deployed.infrastructureConfigurationArn,
      distributionConfigurationArn: deployed.distributionConfigurationArn,
      executionRole: deployed.executionRole,
      enhancedImageMetadataEnabled: true,
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 90 },
      imageScanningConfiguration: { imageScanningEnabled: false },
      schedule: {
        scheduleExpression: "cron(0 4 ? * SUN *)",
        timezone: "Etc/UTC",
        pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
      },
      workflows: [
        {
          workflowArn: "arn:aws:imagebuilder:us-east-1:111122223333:workflow/test/smoke/1.0.0",
          parameters: [{ name: "to", value: ["all"] }],
        },
      ],
      clientToken: "dry-run",
    });
  });

  it("is the topic that exists", async () => {
    const topic = "arn:aws:sns:us-east-1:123456789012:builds";
    const { inputs } = await sent({
      environment: environment.replace("name: mine }", `name: mine }, topic: "${topic}"`),
    });
    expect(inputs.get("InfrastructureConfiguration")).toMatchObject({ snsTopicArn: topic });
  });

  it("is nothing where something is missing, which would only be said again", async () => {
    const { found, inputs } = await sent({
      answers: {
        GetParameterCommand: () => {
          throw serviceError("ParameterNotFound", 400);
        },
      },
    });
    expect(found).toEqual(["images/base.yaml:1 account-parameter-missing"]);
    expect([...inputs.keys()]).toEqual([]);
  });
});

it.each([
  ["ImageRecipe", "environments/dev.yaml:9 account-recipe-refused"],
  ["DistributionConfiguration", "environments/dev.yaml:9 account-distribution-configuration-refused"],
  ["InfrastructureConfiguration", "environments/dev.yaml:3 account-infrastructure-configuration-refused"],
  ["LifecyclePolicy", "environments/dev.yaml:5 account-lifecycle-policy-refused"],
  ["ImagePipeline", "environments/dev.yaml:7 account-pipeline-refused"],
])("leads a refusal of %s to its place", async (kind, place) => {
  const refuse = () => {
    throw serviceError("InvalidParameterValueException", 400);
  };
  const { found, problems } = await asked({
    environment,
    answers: { ...profile, ...role, [`Create${kind}Command`]: refuse },
  });
  expect(found.map((each) => each.replace(/:\d+ /, ": "))).toEqual([place.replace(/:\d+ /, ": ")]);
  expect(problems[0]?.message).toMatch(
    /^Image Builder would refuse .* "[a-z-]+": AWS refused it \(InvalidParameterValue/,
  );
});
