import {
  account,
  component,
  componentArn,
  componentDocument,
  type FreshService,
  freshService,
  infrastructureArn,
  pipeline,
  pipelineArn,
  prerequisites,
  recipe,
  recipeArn,
} from "./fresh-service";

const lifecyclePolicy = {
  name: "old",
  executionRole: `arn:aws:iam::${account}:role/lifecycle`,
  resourceType: "AMI_IMAGE",
  policyDetails: [{ action: { type: "DELETE" }, filter: { type: "COUNT", value: 5 } }],
  resourceSelection: { recipes: [{ name: "base", semanticVersion: "1.0.0" }] },
};
const approval = {
  name: "approve",
  semanticVersion: "1.0.0",
  type: "TEST",
  data: "schemaVersion: 1.0\nsteps:\n  - name: Approve\n    action: WaitForAction\n    inputs:\n      payload: Have a look\n",
};
const needy = { ...component, name: "needy", uri: undefined, data: componentDocument.replace(/ +default: jq\n/, "") };
const needyArn = componentArn.replace("install-packages", "needy");
const distribution = {
  name: "home",
  distributions: [{ region: "us-east-1", amiDistributionConfiguration: { name: "a {{ imagebuilder:buildDate }}" } }],
};

let api: FreshService;
beforeEach(async () => {
  api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
  for (const [operation, input] of prerequisites) await api.call(operation, input);
  await api.call("CreateImagePipeline", pipeline);
  await api.call("CreateComponent", needy);
});

const manyTags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, "x"]));

/** What the service refuses, by what it is about: operation, input, code, and words of the message. */
test.each([
  [
    "a workflow whose action does not exist",
    "CreateWorkflow",
    { ...approval, data: approval.data.replace("WaitForAction", "WaitForEver") },
    "InvalidParameterValueException",
    '"WaitForEver" is not a workflow action',
  ],
  [
    "a recipe without a parameter that its component needs",
    "CreateImageRecipe",
    { ...recipe, name: "other", components: [{ componentArn: needyArn }] },
    "InvalidParameterCombinationException",
    "Packages",
  ],
  [
    "an instance profile that does not exist",
    "CreateInfrastructureConfiguration",
    { name: "other", instanceProfileName: "missing" },
    "InvalidParameterValueException",
    "The value supplied for parameter 'instanceProfileName' is not valid. The provided instance profile does not exist. Please specify a different instance profile and try again.",
  ],
  [
    "an instance profile that does not exist, in an update",
    "UpdateInfrastructureConfiguration",
    { infrastructureConfigurationArn: infrastructureArn, instanceProfileName: "missing" },
    "InvalidParameterValueException",
    "The provided instance profile does not exist.",
  ],
  [
    "a role that does not exist, of a lifecycle policy",
    "CreateLifecyclePolicy",
    { ...lifecyclePolicy, executionRole: `arn:aws:iam::${account}:role/path/missing` },
    "InvalidParameterValueException",
    "The provided role does not exist or does not have sufficient permissions",
  ],
  [
    "a component that does not exist",
    "CreateImageRecipe",
    { ...recipe, name: "other", components: [{ componentArn: componentArn.replace("install", "remove") }] },
    "InvalidParameterValueException",
    "does not exist",
  ],
  [
    "a component of another region",
    "CreateImageRecipe",
    { ...recipe, name: "other", components: [{ componentArn: componentArn.replace("us-east-1", "eu-west-1") }] },
    "InvalidParameterValueException",
    "does not exist",
  ],
  [
    "a component of a version that does not exist",
    "CreateImageRecipe",
    { ...recipe, name: "other", components: [{ componentArn: componentArn.replace("1.0.0/1", "2.x.x") }] },
    "InvalidParameterValueException",
    "does not exist",
  ],
  [
    "a container image as parent of an AMI",
    "CreateImageRecipe",
    { ...recipe, name: "other", parentImage: "amazonlinux:2023" },
    "InvalidParameterValueException",
    "the recipe is for an AMI",
  ],
  [
    "a watermark twice",
    "CreateImageRecipe",
    { ...recipe, name: "other", amiWatermarks: ["golden", "golden"] },
    "InvalidParameterValueException",
    "A name can be there only once",
  ],
  [
    "six watermarks",
    "CreateImageRecipe",
    { ...recipe, name: "other", amiWatermarks: Array.from({ length: 6 }, (_, index) => `mark-${index}`) },
    "ValidationException",
    "have length less than or equal to 5",
  ],
  [
    "a component's version of a number that is too large",
    "CreateComponent",
    { ...component, semanticVersion: "1.0.1073741824" },
    "InvalidVersionNumberException",
    "1073741823",
  ],
  [
    "a recipe's version of a number that is too large",
    "CreateImageRecipe",
    { ...recipe, semanticVersion: "1073741824.0.0" },
    "InvalidVersionNumberException",
    "1073741823",
  ],
  [
    "a component's version with x",
    "CreateComponent",
    { ...component, semanticVersion: "1.x.x" },
    "ValidationException",
    "pattern",
  ],
  [
    "a version of a recipe that is there",
    "CreateImageRecipe",
    recipe,
    "ResourceAlreadyExistsException",
    `The following resource 'ImageRecipe' already exists: '${recipeArn}'.`,
  ],
  [
    "a name of a recipe that is another one after normalisation",
    "CreateImageRecipe",
    { ...recipe, name: "BASE" },
    "ResourceAlreadyExistsException",
    recipeArn,
  ],
  [
    "a pipeline's name that is another one after normalisation",
    "CreateImagePipeline",
    { ...pipeline, name: "BASE" },
    "ResourceAlreadyExistsException",
    pipelineArn,
  ],
  [
    "51 tags",
    "CreateComponent",
    { ...component, name: "other", tags: manyTags(51) },
    "ValidationException",
    "equal to 50",
  ],
  [
    "no tags at all in a map",
    "CreateComponent",
    { ...component, name: "other", tags: {} },
    "ValidationException",
    "equal to 1",
  ],
  [
    "31 tags of build instances",
    "CreateInfrastructureConfiguration",
    { name: "other", instanceProfileName: "build", resourceTags: manyTags(31) },
    "ValidationException",
    "equal to 30",
  ],
  [
    "a region twice in a distribution",
    "CreateDistributionConfiguration",
    { ...distribution, distributions: [...distribution.distributions, ...distribution.distributions] },
    "InvalidParameterValueException",
    "more than once",
  ],
  [
    "four rules in a lifecycle policy",
    "CreateLifecyclePolicy",
    { ...lifecyclePolicy, policyDetails: Array.from({ length: 4 }, () => lifecyclePolicy.policyDetails[0]) },
    "ValidationException",
    "equal to 3",
  ],
  [
    "a pipeline of a recipe that does not exist",
    "CreateImagePipeline",
    { ...pipeline, name: "other", imageRecipeArn: recipeArn.replace("base", "lost") },
    "InvalidParameterValueException",
    "does not exist",
  ],
  [
    "a request without a client token",
    "CreateImagePipeline",
    { ...pipeline, name: "other", clientToken: undefined },
    "ValidationException",
    "'clientToken'",
  ],
])("%s is refused", async (_title, operation, input, error, message) => {
  const answer = await api.call(operation, input);
  expect(answer).toMatchObject({ error });
  expect(answer.body.message).toContain(message);
});

test.each([
  ["DeleteComponent", "componentBuildVersionArn", componentArn],
  ["DeleteImageRecipe", "imageRecipeArn", recipeArn],
  ["DeleteInfrastructureConfiguration", "infrastructureConfigurationArn", infrastructureArn],
])("%s of what is in use is refused", async (operation, field, arn) => {
  expect(await api.remove(operation, field, arn)).toMatchObject({
    error: "ResourceDependencyException",
    body: { message: `Resource dependency error: The resource ARN '${arn}' has other resources depended on it.` },
  });
});

test("tags beyond 50 are not added, however they come", async () => {
  const tag = (tags: Record<string, string>) =>
    api.service.answer({
      method: "POST",
      url: `/tags/${encodeURIComponent(pipelineArn)}`,
      body: JSON.stringify({ tags }),
      region: "us-east-1",
    });
  expect(await tag(manyTags(50))).toMatchObject({ status: 200 });
  expect(await tag({ "key-0": "changed" })).toMatchObject({ status: 200 });
  expect(await tag({ another: "x" })).toMatchObject({ error: "InvalidParameterException" });
});

/** What `check` warns of, knows to fail later, or refuses itself, the service takes. */
test.each([
  ["a workflow that hands on what is not JSON", "CreateWorkflow", approval],
  [
    "a workflow that starts no state machine",
    "CreateWorkflow",
    {
      ...approval,
      data: "schemaVersion: 1.0\nsteps:\n  - name: Start\n    action: ExecuteStateMachine\n    inputs:\n      stateMachineArn: check\n      input: '{'\n",
    },
  ],
  [
    "a component that holds a password",
    "CreateComponent",
    {
      ...component,
      name: "secret",
      uri: undefined,
      data: componentDocument.replace(
        "dnf install -y {{ Packages }}",
        "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY",
      ),
    },
  ],
  [
    "a component with a directive that means nothing",
    "CreateComponent",
    {
      ...component,
      name: "directive",
      uri: undefined,
      data: `# @version: one\n${componentDocument}`,
    },
  ],
])("%s is taken", async (_title, operation, input) => {
  expect(await api.call(operation, input)).toMatchObject({ status: 200 });
});
