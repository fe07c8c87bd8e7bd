import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import {
  CreateDistributionConfigurationCommand,
  CreateImageRecipeCommand,
  ImagebuilderClient,
} from "@aws-sdk/client-imagebuilder";

import { refusalOf } from "../../../src/operations/aws/dry-run";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** What a server is sent, which answers each request alike. */
async function asking(status: number, type: string, body: object = { message: "as it is" }) {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const client = new ImagebuilderClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  running.push(() => {
    client.destroy();
    server.close();
    server.closeAllConnections();
  });
  return { client, bodies };
}

const recipe = () =>
  new CreateImageRecipeCommand({
    name: "base",
    semanticVersion: "1.0.0",
    parentImage: "ami-0123456789abcdef0",
    components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x" }],
    clientToken: "dry-run",
  });

describe("a dry run", () => {
  it("is asked for in the request itself, also where the model of the SDK does not know it", async () => {
    const { client, bodies } = await asking(412, "DryRunOperationException");
    const distribution = { name: "base", distributions: [{ region: "us-east-1" }], clientToken: "dry-run" };
    expect(await refusalOf(client, recipe())).toBeUndefined();
    expect(await refusalOf(client, new CreateDistributionConfigurationCommand(distribution))).toBeUndefined();
    expect(bodies).toEqual([
      expect.objectContaining({ name: "base", dryRun: true }),
      { ...distribution, dryRun: true },
    ]);
  });

  it("says what Image Builder refuses, and nothing of what is there already", async () => {
    const refused = await asking(400, "InvalidParameterValueException", { message: "the AMI is not there." });
    expect(await refusalOf(refused.client, recipe())).toContain("InvalidParameterValueException: the AMI is not there");
    const there = await asking(400, "ResourceAlreadyExistsException");
    expect(await refusalOf(there.client, recipe())).toBeUndefined();
  });

  it("is an error where the service made something after all, with what is to be deleted", async () => {
    const { client } = await asking(200, "", {
      imageRecipeArn: "arn:aws:imagebuilder:us-east-1:1:image-recipe/a",
    });
    await expect(refusalOf(client, recipe())).rejects.toThrow(
      "Image Builder ignored dryRun and created arn:aws:imagebuilder:us-east-1:1:image-recipe/a; delete it",
    );
  });
});
