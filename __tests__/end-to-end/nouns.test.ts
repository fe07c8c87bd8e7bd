import { type Sandbox, startSandbox } from "../../sandbox/start";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terraform } from "../../src/terraform/terraform";
import { addNouns, everything, least, nounFiles, type Nouns } from "../helpers/nouns";
import { projectFolder } from "../helpers/project-folder";
import { describeWithTools } from "../helpers/require-tool";
import { stackIn } from "../helpers/stack-in";
import { emptyRepository } from "./empty-repository";
import { giveNamed, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

/** A pipeline's workflows can be replaced, but not emptied. */
const leastAgain: Nouns = {
  ...least,
  component: { ...least.component, version: "1.0.2" },
  imageRecipe: { ...least.imageRecipe, version: "1.0.2" },
  containerRecipe: { ...least.containerRecipe, version: "1.0.2" },
  settings: {
    ...least.settings,
    workflows: [
      { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x", parameters: {} },
    ],
    needsExecutionRole: true,
  },
};

/** Each test finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "every noun of Image Builder", () => {
  const outdir = temporaryFolder();
  const root = projectFolder(nounFiles);
  let sandbox: Sandbox;
  let terraform: Terraform;

  const write = (nouns: Nouns): void => {
    stackIn(outdir, "nouns", (stack) => {
      addNouns(stack, root, nouns);
    });
  };
  const refused = () => sandbox.requests.filter(({ status }) => status >= 400);

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env, builds: { approval: "at-once" } });
    write(least);
    terraform = await terraformOn(outdir, "nouns", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
  });
  afterAll(() => sandbox.stop());

  it.each([
    ["with the least that can be said", least],
    ["with everything said, after that", everything],
    ["with the least again", leastAgain],
  ])("is made %s, and then there is nothing to do", async (_, nouns) => {
    write(nouns);
    await giveNamed(sandbox, outdir, "nouns");
    await terraform.apply();
    expect(refused()).toEqual([]);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("goes without a refusal", async () => {
    await emptyRepository(sandbox.endpoint, "web");
    await terraform.destroy();
    expect(refused()).toEqual([]);
    expect(await terraform.stateList()).toEqual([]);
  });
});
