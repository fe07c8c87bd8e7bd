import {
  account,
  component,
  componentDocument,
  containerRecipe,
  freshService,
  pipeline,
  prerequisites,
  recipe,
} from "./fresh-service";

const workflowDocument = `name: build
schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
`;
const workflow = { name: "build", semanticVersion: "1.0.0", type: "BUILD", data: workflowDocument };
const infrastructure = { name: "other", instanceProfileName: "build" };
const distribution = {
  name: "home",
  distributions: [{ region: "us-east-1", amiDistributionConfiguration: { name: "a {{ imagebuilder:buildDate }}" } }],
};
const lifecyclePolicy = {
  name: "old",
  executionRole: `arn:aws:iam::${account}:role/lifecycle`,
  resourceType: "AMI_IMAGE",
  policyDetails: [{ action: { type: "DELETE" }, filter: { type: "COUNT", value: 5 } }],
  resourceSelection: { recipes: [{ name: "base", semanticVersion: "1.0.0" }] },
};

/** Operation, an input that succeeds, and a change of it that does not; and the list that would show what was made. */
const calls = [
  ["CreateComponent", { ...component, name: "Other" }, { data: "x" }, "ListComponents"],
  [
    "CreateContainerRecipe",
    containerRecipe,
    { dockerfileTemplateUri: "s3://bucket/Dockerfile" },
    "ListContainerRecipes",
  ],
  [
    "CreateDistributionConfiguration",
    distribution,
    { distributions: [{ region: "us-east-1" }] },
    "ListDistributionConfigurations",
  ],
  ["CreateImagePipeline", pipeline, { imageRecipeArn: undefined }, "ListImagePipelines"],
  ["CreateImageRecipe", { ...recipe, name: "other" }, { parentImage: "-" }, "ListImageRecipes"],
  [
    "CreateInfrastructureConfiguration",
    infrastructure,
    { instanceProfileName: undefined },
    "ListInfrastructureConfigurations",
  ],
  ["CreateLifecyclePolicy", lifecyclePolicy, { resourceSelection: {} }, "ListLifecyclePolicies"],
  ["CreateWorkflow", workflow, { data: "steps: []" }, "ListWorkflows"],
] as const;

describe.each(calls)("a dry run of %s", (operation, input, fault, list) => {
  const api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
  const existing = async (): Promise<string> => {
    const { requestId, ...found } = (await api.call(list, {})).body;
    expect(requestId).toBeDefined();
    return JSON.stringify(found);
  };
  beforeAll(async () => {
    for (const [each, needed] of prerequisites) await api.call(each, needed);
  });

  it("says that the request would have succeeded, and stores nothing", async () => {
    const before = await existing();
    expect(await api.call(operation, { ...input, dryRun: true, clientToken: "dry" })).toMatchObject({
      status: 412,
      error: "DryRunOperationException",
      body: { message: "Request would have succeeded, but dryRun flag is set." },
    });
    expect(await existing()).toBe(before);
  });

  it("gives the error that the request would get", async () => {
    const changed = { ...input, ...fault };
    const real = await api.call(operation, changed);
    expect(real.error).toMatch(/^(InvalidParameter(Value|Combination)Exception|ValidationException)$/);
    const dry = await api.call(operation, { ...changed, dryRun: true });
    expect({ error: dry.error, body: dry.body }).toEqual({ error: real.error, body: real.body });
  });

  it("leaves the real request to succeed afterwards", async () => {
    expect(await api.call(operation, { ...input, clientToken: "dry" })).toMatchObject({ status: 200 });
  });
});
