import {
  account,
  component,
  componentArn,
  componentDocument,
  containerRecipe,
  type FreshService,
  freshService,
  infrastructureArn,
  pipeline,
  pipelineArn,
  prerequisites,
  recipe,
  recipeArn,
} from "./fresh-service";

let api: FreshService;
beforeEach(() => {
  api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
});
const call: FreshService["call"] = (...args) => api.call(...args);
const get: FreshService["get"] = (...args) => api.get(...args);
const remove: FreshService["remove"] = (...args) => api.remove(...args);

async function createAll() {
  for (const [operation, input] of prerequisites) await call(operation, input);
  await call("CreateImagePipeline", { ...pipeline, schedule: { scheduleExpression: "cron(0 4 ? * SUN *)" } });
}

describe("components", () => {
  test("get an ARN as AWS forms it, and their document from S3", async () => {
    const { status, body } = await call("CreateComponent", component);
    expect({ status, arn: body.componentBuildVersionArn }).toEqual({ status: 200, arn: componentArn });
    const answer = await get("GetComponent", "componentBuildVersionArn", componentArn);
    expect(answer.body.component).toMatchObject({
      name: "Install Packages",
      version: "1.0.0",
      data: componentDocument,
      type: "BUILD",
      owner: account,
      parameters: [{ name: "Packages", type: "string", defaultValue: ["jq"], description: "What to install" }],
    });
  });

  test("may have a comment right behind a bracket, as the checks read them", async () => {
    const data = "{schemaVersion: 1.0, phases: [{name: build, steps: [{name: Update, action: UpdateOS}]}]}# no space\n";
    expect(await call("CreateComponent", { ...component, uri: undefined, data })).toMatchObject({ status: 200 });
  });

  test("become another build under a name and version that are there, also after an earlier build was deleted", async () => {
    await call("CreateComponent", component);
    const build = async () => (await call("CreateComponent", component)).body.componentBuildVersionArn;
    expect(await build()).toBe(componentArn.replace(/1$/, "2"));
    await remove("DeleteComponent", "componentBuildVersionArn", componentArn);
    expect(await build()).toBe(componentArn.replace(/1$/, "3"));
    const componentVersionArn = componentArn.replace(/\/1$/, "");
    const { body } = await call("ListComponentBuildVersions", { componentVersionArn });
    expect(body).toMatchObject({ componentSummaryList: [{ version: "1.0.0" }, { version: "1.0.0" }] });
  });

  test("are found by a version without its build, and by a wildcard, which means the newest", async () => {
    for (const semanticVersion of ["1.0.9", "1.0.10", "1.0.2"])
      await call("CreateComponent", { ...component, semanticVersion });
    for (const version of ["1.0.10", "1.0.x", "x.x.x"]) {
      const arn = componentArn.replace("1.0.0/1", version);
      expect((await get("GetComponent", "componentBuildVersionArn", arn)).body.component).toMatchObject({
        version: "1.0.10",
      });
    }
  });

  test.each([
    ["a document that is not there", { uri: "s3://bucket/missing.yaml" }, "InvalidParameterValueException"],
    ["neither data nor uri", { uri: undefined }, "InvalidParameterCombinationException"],
    ["both data and uri", { data: componentDocument }, "InvalidParameterCombinationException"],
    [
      "a document without phases",
      { uri: undefined, data: "schemaVersion: 1.0\nphases: []\n" },
      "InvalidParameterValueException",
    ],
    ["a version with letters", { semanticVersion: "1.0.x" }, "ValidationException"],
    ["an unknown platform", { platform: "linux" }, "ValidationException"],
  ])("are refused with %s", async (_title, change, error) => {
    expect(await call("CreateComponent", { ...component, ...change })).toMatchObject({ status: 400, error });
    expect((await call("ListComponents", {})).body).toMatchObject({ componentVersionList: [] });
  });

  test("of another region are not seen", async () => {
    await call("CreateComponent", component);
    expect((await call("ListComponents", {}, "eu-west-1")).body).toMatchObject({ componentVersionList: [] });
  });
});

describe("recipes", () => {
  beforeEach(() => call("CreateComponent", component));

  test.each([
    [
      "a component that does not exist",
      { components: [{ componentArn: componentArn.replace("1.0.0/1", "2.0.0/1") }] },
      "InvalidParameterValueException",
    ],
    [
      "a parameter that its component does not declare",
      { components: [{ componentArn, parameters: [{ name: "Nope", value: ["x"] }] }] },
      "InvalidParameterCombinationException",
    ],
    [
      "more than 20 components",
      {
        components: Array.from({ length: 21 }, (_, index) => ({
          componentArn: `arn:aws:imagebuilder:us-east-1:aws:component/tool-${index}/x.x.x`,
        })),
      },
      "ServiceQuotaExceededException",
    ],
    ["a parent that is nothing", { parentImage: "No Such Thing" }, "InvalidParameterValueException"],
    [
      "an image of the account that nothing makes",
      { parentImage: `arn:aws:imagebuilder:us-east-1:${account}:image/none/x.x.x` },
      "InvalidParameterValueException",
    ],
    ["a number beyond 2^30-1", { semanticVersion: "1.0.1073741824" }, "InvalidVersionNumberException"],
    ["no components", { components: [] }, "ValidationException"],
  ])("are refused with %s", async (_title, change, error) => {
    expect(await call("CreateImageRecipe", { ...recipe, ...change })).toMatchObject({ error });
    expect((await call("ListImageRecipes", {})).body).toMatchObject({ imageRecipeSummaryList: [] });
  });

  test("may have more than 20 components where the quota was raised", async () => {
    await call("CreateComponent", component);
    const components = Array.from({ length: 21 }, (_, index) => ({
      componentArn: `arn:aws:imagebuilder:us-east-1:aws:component/tool-${index}/x.x.x`,
    }));
    api.service.quotas.raise({ componentsPerRecipe: 21 });
    expect(await call("CreateImageRecipe", { ...recipe, components })).toMatchObject({ status: 200 });
  });

  test("stand on an image of the account that was built; its recipe and pipeline are not enough", async () => {
    await createAll();
    const parentImage = `arn:aws:imagebuilder:us-east-1:${account}:image/base/x.x.x`;
    const onBase = { name: "web", parentImage };
    const refused = {
      error: "InvalidParameterValueException",
      body: { message: expect.stringContaining("no build of it is available") as unknown },
    };
    expect(await call("CreateImageRecipe", { ...recipe, ...onBase })).toMatchObject(refused);
    expect(await call("CreateContainerRecipe", { ...containerRecipe, ...onBase })).toMatchObject(refused);
    await call("StartImagePipelineExecution", { imagePipelineArn: pipelineArn });
    expect(await call("CreateImageRecipe", { ...recipe, ...onBase })).toMatchObject({ status: 200 });
  });

  test("stand on no AMI by an ARN of EC2", async () => {
    const parentImage = "arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0";
    expect(await call("CreateImageRecipe", { ...recipe, parentImage })).toMatchObject({
      error: "InvalidParameterValueException",
      body: { message: expect.stringContaining("not the ARN of an Image Builder image") as unknown },
    });
  });
});

describe("pipelines", () => {
  beforeEach(createAll);

  test("answer with the service's defaults and their next run", async () => {
    const { body } = await get("GetImagePipeline", "imagePipelineArn", pipelineArn);
    expect(body.imagePipeline).toMatchObject({
      status: "ENABLED",
      platform: "Linux",
      enhancedImageMetadataEnabled: true,
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 720 },
      schedule: {
        timezone: "UTC",
        pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      },
      // The Sunday after Monday, 5 January 2026.
      dateNextRun: "2026-01-11T04:00:00.000Z",
    });
  });

  test("are updated as a whole and keep their ARN", async () => {
    await call("UpdateImagePipeline", {
      imagePipelineArn: pipelineArn,
      imageRecipeArn: recipeArn,
      infrastructureConfigurationArn: infrastructureArn,
      status: "DISABLED",
    });
    const { body } = await get("GetImagePipeline", "imagePipelineArn", pipelineArn);
    expect(body.imagePipeline).toMatchObject({ arn: pipelineArn, name: "base", status: "DISABLED" });
    expect(body.imagePipeline).not.toHaveProperty("schedule", expect.anything());
  });

  test.each(["cron(0 4 * * SUN *)", "cron(0 4 ? * SUN)", "daily"])(
    "refuse the schedule %s",
    async (scheduleExpression) => {
      expect(
        await call("CreateImagePipeline", { ...pipeline, name: "other", schedule: { scheduleExpression } }),
      ).toMatchObject({
        error: "InvalidParameterValueException",
      });
    },
  );

  test("build an image that is there at once", async () => {
    const { body } = await call("StartImagePipelineExecution", { imagePipelineArn: pipelineArn });
    expect(body.imageBuildVersionArn).toBe(`arn:aws:imagebuilder:us-east-1:${account}:image/base/1.0.0/1`);
    const image = await get("GetImage", "imageBuildVersionArn", String(body.imageBuildVersionArn));
    expect(image.body.image).toMatchObject({ state: { status: "AVAILABLE" }, sourcePipelineArn: pipelineArn });
  });

  test.each([
    ["Component", "componentBuildVersionArn", componentArn],
    ["ImageRecipe", "imageRecipeArn", recipeArn],
    ["InfrastructureConfiguration", "infrastructureConfigurationArn", infrastructureArn],
  ])("keep their %s from being deleted", async (noun, field, arn) => {
    expect(await remove(`Delete${noun}`, field, arn)).toMatchObject({
      status: 400,
      error: "ResourceDependencyException",
    });
  });

  test("can be deleted, and then all that they used", async () => {
    for (const [noun, field, arn] of [
      ["ImagePipeline", "imagePipelineArn", pipelineArn],
      ["ImageRecipe", "imageRecipeArn", recipeArn],
      ["Component", "componentBuildVersionArn", componentArn],
      ["InfrastructureConfiguration", "infrastructureConfigurationArn", infrastructureArn],
    ] as const) {
      expect(await remove(`Delete${noun}`, field, arn)).toMatchObject({ status: 200, body: { [field]: arn } });
      expect(await get(`Get${noun}`, field, arn)).toMatchObject({ status: 404, error: "ResourceNotFoundException" });
    }
  });
});

describe("distribution configurations", () => {
  const ami = { amiDistributionConfiguration: { name: "base-{{ imagebuilder:buildDate }}" } };

  test.each([
    ["a region without output", [{ region: "us-east-1" }], "One or more outputs should be provided for each region"],
    [
      "the same region twice",
      [
        { region: "us-east-1", ...ami },
        { region: "us-east-1", ...ami },
      ],
      "more than once",
    ],
    [
      "an AMI name without the build date",
      [{ region: "us-east-1", amiDistributionConfiguration: { name: "base" } }],
      "buildDate",
    ],
  ])("are refused with %s", async (_title, distributions, message) => {
    const answer = await call("CreateDistributionConfiguration", { name: "base", distributions });
    expect(answer.error).toBe("InvalidParameterValueException");
    expect(answer.body.message).toContain(message);
  });
});

describe("every resource", () => {
  test("is tagged and untagged", async () => {
    await call("CreateComponent", { ...component, tags: { team: "a" } });
    const url = `/tags/${encodeURIComponent(componentArn)}`;
    await api.service.answer({
      method: "POST",
      url,
      body: JSON.stringify({ tags: { cost: "b" } }),
      region: "us-east-1",
    });
    await api.service.answer({ method: "DELETE", url: `${url}?tagKeys=team`, body: "", region: "us-east-1" });
    expect((await api.service.answer({ method: "GET", url, body: "", region: "us-east-1" })).body).toMatchObject({
      tags: { cost: "b" },
    });
  });

  test("is listed page by page", async () => {
    for (const name of ["one", "two", "three"])
      await call("CreateInfrastructureConfiguration", { name, instanceProfileName: "build" });
    const first = await call("ListInfrastructureConfigurations", { maxResults: 2 });
    const second = await call("ListInfrastructureConfigurations", { maxResults: 2, nextToken: first.body.nextToken });
    const names = [first, second].flatMap(({ body }) =>
      (body.infrastructureConfigurationSummaryList as { name: string }[]).map(({ name }) => name),
    );
    expect(names).toEqual(["one", "two", "three"]);
    expect(second.body.nextToken).toBeUndefined();
  });

  test("is made once for one client token", async () => {
    const input = { ...component, clientToken: "same" };
    const [first, second] = [await call("CreateComponent", input), await call("CreateComponent", input)];
    expect(second.body.componentBuildVersionArn).toBe(first.body.componentBuildVersionArn);
    expect(await call("CreateComponent", { ...input, name: "other" })).toMatchObject({
      error: "IdempotentParameterMismatchException",
    });
  });
});

test("what the sandbox does not do, it says", async () => {
  const input = { ...component, data: "x", type: "BUILD", format: "SHELL", uri: undefined };
  expect(await call("ImportComponent", input)).toMatchObject({
    status: 501,
    body: { message: "not implemented by the sandbox: ImportComponent" },
  });
  const managed = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x";
  expect(await get("GetComponent", "componentBuildVersionArn", managed)).toMatchObject({
    status: 501,
    body: { message: `not implemented by the sandbox: '${managed}', which AWS manages` },
  });
});

test("a body that is no JSON object is refused", async () => {
  expect(
    await api.service.answer({ method: "PUT", url: "/CreateComponent", body: "{", region: "us-east-1" }),
  ).toMatchObject({ error: "SerializationException" });
});
