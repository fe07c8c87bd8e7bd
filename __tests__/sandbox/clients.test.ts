import { execFile } from "node:child_process";
import { promisify } from "node:util";

import {
  CreateComponentCommand,
  CreateImageRecipeCommand,
  DeleteComponentCommand,
  GetComponentCommand,
  ImagebuilderClient,
  ListImageRecipesCommand,
  ResourceAlreadyExistsException,
  ResourceDependencyException,
} from "@aws-sdk/client-imagebuilder";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { describeWithTools } from "../helpers/require-tool";

const run = promisify(execFile);
const data =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs:\n          commands:\n            - echo hello\n";
const parentImage = "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x";

describeWithTools(["moto_server"], "real clients of the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
  }, 90_000);
  afterAll(() => sandbox.stop());

  const credentials = () => ({
    ...process.env,
    AWS_ENDPOINT_URL: sandbox.endpoint,
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_CONFIG_FILE: "/nonexistent",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
  });

  test("the AWS SDK for JavaScript creates, reads, and meets typed errors", async () => {
    const client = new ImagebuilderClient({
      endpoint: sandbox.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    });
    const input = { name: "from-javascript", semanticVersion: "1.0.0", platform: "Linux", data } as const;
    const { componentBuildVersionArn } = await client.send(new CreateComponentCommand({ ...input, clientToken: "1" }));
    const { component } = await client.send(new GetComponentCommand({ componentBuildVersionArn }));
    expect(component).toMatchObject({ name: "from-javascript", data, type: "BUILD" });

    const recipe = {
      name: "from-javascript",
      semanticVersion: "1.0.0",
      parentImage,
      components: [{ componentArn: componentBuildVersionArn }],
    };
    await client.send(new CreateImageRecipeCommand({ ...recipe, clientToken: "2" }));
    await expect(client.send(new CreateImageRecipeCommand({ ...recipe, clientToken: "3" }))).rejects.toBeInstanceOf(
      ResourceAlreadyExistsException,
    );
    await expect(client.send(new DeleteComponentCommand({ componentBuildVersionArn }))).rejects.toBeInstanceOf(
      ResourceDependencyException,
    );
    const { imageRecipeSummaryList } = await client.send(new ListImageRecipesCommand({}));
    expect(imageRecipeSummaryList).toMatchObject([{ name: "from-javascript", platform: "Linux" }]);
    client.destroy();
  });

  describeWithTools(["aws"], "the aws CLI", () => {
    test("creates a component and lists it", async () => {
      const imagebuilder = async (...args: string[]): Promise<unknown> =>
        JSON.parse((await run("aws", ["imagebuilder", ...args, "--output", "json"], { env: credentials() })).stdout);
      await imagebuilder(
        "create-component",
        "--name",
        "from-cli",
        "--semantic-version",
        "1.0.0",
        "--platform",
        "Linux",
        "--data",
        data,
      );
      expect(await imagebuilder("list-components", "--filters", "name=name,values=from-cli")).toMatchObject({
        componentVersionList: [{ name: "from-cli", version: "1.0.0" }],
      });
    }, 30_000);
  });

  // moto_server brings boto3 along.
  describeWithTools(["python3"], "boto3", () => {
    test("reads a document from S3, pages, tags, and meets typed errors", async () => {
      const script = `
import boto3, json
s3 = boto3.client("s3")
s3.create_bucket(Bucket="documents")
s3.put_object(Bucket="documents", Key="a b/hello.yaml", Body=${JSON.stringify(data)}.encode())
ib = boto3.client("imagebuilder")
make = lambda name: ib.create_component(name=name, semanticVersion="1.0.0", platform="Linux", uri="s3://documents/a b/hello.yaml", tags={"made-by": "boto3"})
arns = [make(f"from-boto3-{n}")["componentBuildVersionArn"] for n in range(3)]
pages = ib.get_paginator("list_components").paginate(filters=[{"name": "name", "values": [f"from-boto3-{n}" for n in range(3)]}], PaginationConfig={"PageSize": 2})
names = [c["name"] for page in pages for c in page["componentVersionList"]]
make_workflow = lambda: ib.create_workflow(name="from-boto3", semanticVersion="1.0.0", type="TEST", data="schemaVersion: 1.0\\nsteps:\\n  - name: Wait\\n    action: WaitForAction\\n")
make_workflow()
try:
    make_workflow()
    error = None
except ib.exceptions.ResourceAlreadyExistsException as e:
    error = e.response["Error"]["Code"]
print(json.dumps({"names": names, "error": error, "tags": ib.list_tags_for_resource(resourceArn=arns[0])["tags"], "data": ib.get_component(componentBuildVersionArn=arns[0])["component"]["data"]}))
`;
      const { stdout } = await run("python3", ["-c", script], { env: credentials() });
      expect(JSON.parse(stdout)).toEqual({
        names: ["from-boto3-0", "from-boto3-1", "from-boto3-2"],
        error: "ResourceAlreadyExistsException",
        tags: { "made-by": "boto3" },
        data,
      });
    }, 30_000);
  });
});

test("a missing moto_server is an error that says how to get it", async () => {
  await expect(startSandbox({ environment: { PATH: "/usr/bin:/bin" } })).rejects.toThrow(
    "moto_server is not installed: pip install 'moto[server]'",
  );
});
