import {
  GetImagePipelineCommand,
  ImagebuilderClient,
  ListImagePipelinesCommand,
  UpdateImagePipelineCommand,
} from "@aws-sdk/client-imagebuilder";

import { exampleProject } from "../../src/definitions/example-texts";
import { describeWithTools } from "../helpers/require-tool";
import { ChangingProject } from "./changing-project";

jest.setTimeout(600_000);

/** Each test finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the status of a pipeline", () => {
  let project: ChangingProject;
  let client: ImagebuilderClient;

  beforeAll(async () => {
    project = await ChangingProject.start({
      "images/base.yaml": exampleProject.image,
      "environments/dev.yaml": exampleProject.environment,
    });
    client = new ImagebuilderClient({
      endpoint: project.sandbox.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    });
  });
  afterAll(() => project.sandbox.stop());

  const pipeline = async () => {
    const { imagePipelineList = [] } = await client.send(new ListImagePipelinesCommand({}));
    const imagePipelineArn = imagePipelineList[0]?.arn;
    const answer = await client.send(new GetImagePipelineCommand({ imagePipelineArn }));
    return answer.imagePipeline ?? {};
  };
  const statusAfter = async (from: string, to: string) => {
    project.edit("environments/dev.yaml", from, to);
    await project.lockAndSynthesise();
    await project.applied();
    return (await pipeline()).status;
  };
  /** What the service does after failed scheduled builds in a row. */
  const disable = async () => {
    const { arn, imageRecipeArn, infrastructureConfigurationArn, distributionConfigurationArn } = await pipeline();
    await client.send(
      new UpdateImagePipelineCommand({
        imagePipelineArn: arn,
        imageRecipeArn,
        infrastructureConfigurationArn,
        distributionConfigurationArn,
        status: "DISABLED",
      }),
    );
  };

  it("is enabled at first", async () => {
    expect((await pipeline()).status).toBe("ENABLED");
  });

  it("stays disabled where Image Builder disabled it, also when something else changes", async () => {
    await disable();
    expect(await statusAfter("schedule: manual", "schedule: { cron: 0 4 ? * SUN * }")).toBe("DISABLED");
  });

  it("is enabled again where the definition says so, and disabled where it says that", async () => {
    expect(await statusAfter("    schedule:", "    enabled: true\n    schedule:")).toBe("ENABLED");
    expect(await statusAfter("enabled: true", "enabled: false")).toBe("DISABLED");
    expect(await statusAfter("enabled: false", "enabled: true")).toBe("ENABLED");
    expect(await statusAfter("    enabled: true\n", "")).toBe("ENABLED");
  });
});
