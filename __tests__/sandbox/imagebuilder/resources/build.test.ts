import {
  account,
  containerRecipe,
  containerRecipeArn,
  type FreshService,
  infrastructureArn,
  pipeline,
  preparedService,
} from "../fresh-service";

const ami = { amiDistributionConfiguration: { name: "base-{{ imagebuilder:buildDate }}", description: "Base" } };
const container = {
  containerDistributionConfiguration: { targetRepository: { service: "ECR", repositoryName: "mirror/web" } },
};
const distributionConfigurationArn = `arn:aws:imagebuilder:us-east-1:${account}:distribution-configuration/out`;
const containerPipeline = {
  name: "web",
  containerRecipeArn,
  infrastructureConfigurationArn: infrastructureArn,
};

let api: FreshService;
beforeEach(async () => {
  api = await preparedService();
  await api.call("CreateContainerRecipe", containerRecipe);
});
const distribute = async (distributions: readonly object[]) => {
  expect(await api.call("CreateDistributionConfiguration", { name: "out", distributions })).toMatchObject({
    status: 200,
  });
};
async function build(input: Record<string, unknown>): Promise<unknown> {
  const { body } = await api.call("CreateImage", input);
  const image = await api.get("GetImage", "imageBuildVersionArn", String(body.imageBuildVersionArn));
  return image.body.image;
}

test.each<[string, object]>([
  ["both recipes", { imageRecipeArn: pipeline.imageRecipeArn }],
  ["no recipe", { containerRecipeArn: undefined }],
])("a pipeline with %s is refused", async (_title, change) => {
  expect(await api.call("CreateImagePipeline", { ...containerPipeline, ...change })).toMatchObject({
    error: "InvalidParameterCombinationException",
  });
});

test("the repository of a scan is for container images alone", async () => {
  const imageScanningConfiguration = { imageScanningEnabled: true, ecrConfiguration: { repositoryName: "scans" } };
  expect(await api.call("CreateImagePipeline", { ...containerPipeline, imageScanningConfiguration })).toMatchObject({
    status: 200,
  });
  expect(await api.call("CreateImagePipeline", { ...pipeline, imageScanningConfiguration })).toMatchObject({
    error: "InvalidParameterValueException",
  });
});

test.each<[string, object[], number, number]>([
  ["AMIs", [{ region: "us-east-1", ...ami }], 200, 400],
  ["container images", [{ region: "us-east-1", ...container }], 400, 200],
  ["both in every region", [{ region: "us-east-1", ...ami, ...container }], 200, 200],
  [
    "the other in one region",
    [
      { region: "us-east-1", ...ami },
      { region: "eu-west-1", ...container },
    ],
    400,
    400,
  ],
])("a distribution of %s suits its kind of recipe", async (_title, distributions, forAmi, forContainer) => {
  await distribute(distributions);
  const [ofAmi, ofContainer] = [
    await api.call("CreateImagePipeline", { ...pipeline, distributionConfigurationArn }),
    await api.call("CreateImagePipeline", { ...containerPipeline, distributionConfigurationArn }),
  ];
  expect([ofAmi.status, ofContainer.status]).toEqual([forAmi, forContainer]);
});

test("an image leaves an AMI in each region of its distribution, with the date in its name", async () => {
  await distribute([
    { region: "us-east-1", ...ami },
    { region: "eu-west-1", ...ami },
  ]);
  const input = { ...pipeline, name: undefined };
  expect(await build({ ...input, distributionConfigurationArn })).toMatchObject({
    type: "AMI",
    outputResources: {
      amis: ["us-east-1", "eu-west-1"].map((region) => ({
        region,
        image: expect.stringMatching(/^ami-[0-9a-f]{17}$/) as unknown,
        name: "base-2026-01-05T10-00-00.000Z",
        description: "Base",
        accountId: account,
      })),
    },
  });
});

test("a container image leaves what it pushed, by default to the repository of its recipe", async () => {
  const input = { ...containerPipeline, name: undefined };
  const uris = (repository: string) => ({
    type: "DOCKER",
    outputResources: {
      containers: [{ region: "us-east-1", imageUris: [`${account}.dkr.ecr.us-east-1.amazonaws.com/${repository}`] }],
    },
  });
  expect(await build(input)).toMatchObject(uris("images/web:1.0.0-1"));
  await distribute([{ region: "us-east-1", ...container }]);
  expect(await build({ ...input, distributionConfigurationArn })).toMatchObject(uris("mirror/web:1.0.0-2"));
});

test("the number of a build is not given to a second while it is in use", async () => {
  const input = { ...pipeline, name: undefined };
  const first = (await build(input)) as { arn: string };
  await build(input);
  await api.remove("DeleteImage", "imageBuildVersionArn", first.arn);
  expect(await build(input)).toMatchObject({ version: "1.0.0/3" });
});
