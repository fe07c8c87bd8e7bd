import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { threeEnvironments } from "../helpers/three-environments";

const root = threeEnvironments;

async function synthesise(environment: string): Promise<string> {
  const { project, lock } = await inspectProject(root);
  const factory = lock && resolveFactories(project, lock).find((each) => each.environment === environment);
  if (factory === undefined) throw new Error(`environment "${environment}" has problems`);
  return Testing.synth(
    new ImageFactoryStack(Testing.stubVersion(new App({ stackTraces: false })), environment, { factory, root }),
    true,
  );
}

// Versions and digests belong to the documents, which have their own tests: a changed document is not a changed stack.
const withoutContent = (json: string): string =>
  json.replace(/[0-9a-f]{64}/g, "<sha256>").replace(/\d+\.\d+\.\d+/g, "<version>");

test.each(["sandbox", "poc", "prod"])("the environment %s", async (environment) => {
  expect(withoutContent(await synthesise(environment))).toMatchSnapshot();
});

test("Terraform refuses the credentials of any other account", async () => {
  expect(JSON.parse(await synthesise("poc"))).toMatchObject({
    provider: { aws: [{ allowed_account_ids: ["082936434188"], region: "us-east-1" }] },
  });
});

test("the state of production is locked by a file of its own", async () => {
  expect(JSON.parse(await synthesise("prod"))).toMatchObject({
    terraform: {
      backend: { s3: { use_lockfile: true, encrypt: true } },
      required_providers: { aws: { version: "~> 5.100" } },
    },
  });
});
