import { component, componentArn, containerRecipe, type FreshService, preparedService, recipe } from "../fresh-service";

const root = { deviceName: "/dev/xvda", ebs: { volumeSize: 20, volumeType: "gp3" } };
let api: FreshService;
beforeEach(async () => {
  api = await preparedService();
});
const create = (change: object) => api.call("CreateImageRecipe", { ...recipe, name: "other", ...change });

test("a component may be there twice, with other parameters", async () => {
  const components = ["jq", "git"].map((value) => ({
    componentArn,
    parameters: [{ name: "Packages", value: [value] }],
  }));
  expect(await create({ components })).toMatchObject({ status: 200 });
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
