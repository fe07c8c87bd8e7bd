import {
  account,
  component,
  componentArn,
  containerRecipe,
  type FreshService,
  preparedService,
  recipe,
} from "../fresh-service";

const root = { deviceName: "/dev/xvda", ebs: { volumeSize: 20, volumeType: "gp3" } };
let api: FreshService;
beforeEach(async () => {
  api = await preparedService();
});
const create = (change: object) => api.call("CreateImageRecipe", { ...recipe, name: "other", ...change });

test("a component is there once, whatever its version and parameters", async () => {
  const again = await api.call("CreateComponent", { ...component, semanticVersion: "1.0.1" });
  const withPackages = (arn: unknown, value: string) => ({
    componentArn: arn,
    parameters: [{ name: "Packages", value: [value] }],
  });
  const refused = {
    error: "InvalidParameterValueException",
    body: { message: expect.stringContaining("may be specified in an image recipe at most once") as unknown },
  };
  expect(
    await create({ components: [withPackages(componentArn, "jq"), withPackages(componentArn, "git")] }),
  ).toMatchObject(refused);
  const newer = again.body.componentBuildVersionArn;
  expect(await create({ components: [withPackages(componentArn, "jq"), withPackages(newer, "git")] })).toMatchObject(
    refused,
  );
  expect(
    await api.call("CreateContainerRecipe", {
      ...containerRecipe,
      components: [{ componentArn }, { componentArn: newer }],
    }),
  ).toMatchObject(refused);
  const aws = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux";
  expect(
    await create({ components: [{ componentArn: `${aws}/1.0.2/1` }, { componentArn: `${aws}/x.x.x` }] }),
  ).toMatchObject(refused);
  expect(await create({ components: [{ componentArn: newer }, { componentArn: `${aws}/x.x.x` }] })).toMatchObject({
    status: 200,
  });
});

test("a device is mapped once", async () => {
  const blockDeviceMappings = [root, { ...root, deviceName: "/dev/sdb" }];
  expect(await create({ blockDeviceMappings })).toMatchObject({ status: 200 });
  expect(await create({ name: "third", blockDeviceMappings: [root, root] })).toMatchObject({
    error: "InvalidParameterValueException",
    body: { message: expect.stringContaining("'/dev/xvda' is mapped more than once") as unknown },
  });
  expect(
    await api.call("CreateContainerRecipe", {
      ...containerRecipe,
      instanceConfiguration: { blockDeviceMappings: [root, root] },
    }),
  ).toMatchObject({ error: "InvalidParameterValueException" });
});

test("components for different platforms do not go together", async () => {
  const data = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Hello
        action: ExecutePowerShell
        inputs:
          commands:
            - Write-Output hello
`;
  const { body } = await api.call("CreateComponent", {
    ...component,
    name: "hello",
    platform: "Windows",
    uri: undefined,
    data,
  });
  const components = [{ componentArn }, { componentArn: body.componentBuildVersionArn }];
  expect(await create({ components })).toMatchObject({ error: "InvalidParameterValueException" });
});

test("a Windows container on an image of a registry needs the version of its OS", async () => {
  const windows = {
    platformOverride: "Windows",
    parentImage: "123456789012.dkr.ecr.us-east-1.amazonaws.com/windows:ltsc2022",
    components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-windows/x.x.x" }],
  };
  const createContainer = (change: object) => api.call("CreateContainerRecipe", { ...containerRecipe, ...change });
  expect(await createContainer(windows)).toMatchObject({
    error: "InvalidParameterCombinationException",
    body: { message: expect.stringContaining("You must specify an image OsVersion override") as unknown },
  });
  expect(await createContainer({ ...windows, imageOsVersionOverride: "Microsoft Windows Server 2022" })).toMatchObject({
    status: 200,
  });
  const parentImage = "arn:aws:imagebuilder:us-east-1:aws:image/windows-server-core-2022/x.x.x";
  const managed = { ...windows, name: "managed", parentImage };
  expect(await createContainer(managed)).toMatchObject({
    body: { message: expect.stringContaining("You cannot specify a platform override") as unknown },
  });
  expect(await createContainer({ ...managed, platformOverride: undefined })).toMatchObject({ status: 200 });
});

test("a recipe for Windows says nothing of the SSM agent, not even that it stays", async () => {
  const agent = (uninstallAfterBuild: boolean) => ({
    additionalInstanceConfiguration: { systemsManagerAgent: { uninstallAfterBuild } },
  });
  const windows = {
    parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/windows-server-2022-english-full-base-x86/x.x.x",
    components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-windows/x.x.x" }],
  };
  for (const uninstall of [true, false])
    expect(await create({ ...windows, ...agent(uninstall) })).toMatchObject({
      error: "InvalidParameterValueException",
      body: { message: expect.stringContaining("does not support configuring the SSM Agent on Windows") as unknown },
    });
  expect(await create(windows)).toMatchObject({ status: 200 });
  expect(await create({ name: "linux", ...agent(false) })).toMatchObject({ status: 200 });
});

test("a component of Windows stands on an own image of which only the AMI knew that it is Windows", async () => {
  const managed = [{ componentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-windows/x.x.x" }];
  const base = await create({ name: "windows", parentImage: "ami-0123456789abcdef0", components: managed });
  const { imageRecipeArn } = base.body;
  const infrastructureConfigurationArn = `arn:aws:imagebuilder:us-east-1:${account}:infrastructure-configuration/build`;
  expect(await api.call("CreateImage", { imageRecipeArn, infrastructureConfigurationArn })).toMatchObject({
    status: 200,
  });
  const hello = await api.call("CreateComponent", {
    ...component,
    name: "hello",
    platform: "Windows",
    uri: undefined,
    data: "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecutePowerShell\n        inputs:\n          commands: [Write-Output hello]\n",
  });
  const components = [{ componentArn: hello.body.componentBuildVersionArn }];
  const parentImage = `arn:aws:imagebuilder:us-east-1:${account}:image/windows/x.x.x`;
  expect(await create({ name: "web", parentImage, components })).toMatchObject({ status: 200 });
});
