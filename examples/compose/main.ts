import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { App } from "cdktf";
import { ImageFactoryStack, resolveProject } from "golden-images";

/** The stacks of a project in a CDKTF application of one's own, with something of one's own in each: who may start its builds. */
async function main(): Promise<void> {
  const root = process.cwd();
  const { problems, environments } = await resolveProject(root);
  for (const { file, line, message } of problems) console.error(`${file}:${line} ${message}`);
  if (environments === undefined) throw new Error("the project has errors");

  const app = new App();
  for (const factory of environments.factories) {
    const stack = new ImageFactoryStack(app, factory.environment, { factory, root });
    new IamPolicy(stack, "start-builds", {
      name: `start-image-builds-${factory.environment}`,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "imagebuilder:StartImagePipelineExecution",
            Resource: [...stack.pipelineArns.values()],
          },
        ],
      }),
    });
  }
  app.synth();
}

void main();
