import fc from "fast-check";
import { stringify } from "yaml";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Distribution } from "../../src/factory/distribution";
import type { Terraform } from "../../src/terraform/terraform";
import { addNouns, least, nounFiles } from "../helpers/nouns";
import { projectFolder } from "../helpers/project-folder";
import { describeWithTools } from "../helpers/require-tool";
import { stackIn } from "../helpers/stack-in";
import { giveNamed, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

/** What Terraform, JSON, Go and JavaScript have a meaning of their own for, and what has none. */
const piece = fc.oneof(
  fc.constantFrom("$", "%", "{", "}", "~", "${", "%{", "$${", "%%{", "$$${", "$$", "%%", "${x}", "${path.module}"),
  fc.constantFrom("%{if true}", "%{endif}", "${~", "\\", '"', "'", "`", "\n", "\t", "\\n", "<", "&", "\u2028", "#"),
  fc.constantFrom(
    "a",
    " ",
    "é",
    "\u{1F680}",
    "日本",
    "{{ x }}",
    "{{{ x }}}",
    "$1",
    "$&",
    "${TfToken[TOKEN.0]}",
    "TfToken[",
    "#{TfToken[TOKEN.0]}",
    "&{TfToken[TOKEN.0]}",
    "-8.109562212591379e+298",
  ),
);
/** Terraform takes a text at its ends as it is, so blanks are kept there as well. */
const text = fc.string({ unit: piece, minLength: 1, maxLength: 12 });

/** `count` texts by names that go for tag keys and for parameters. */
const textsByName = (count: number): Record<string, string> =>
  Object.fromEntries(fc.sample(text, count).map((value, index) => [`text-${index}`, value]));

/** A component declares 25 at most. */
const parameters = textsByName(25);
const amiTags = [textsByName(50), textsByName(50)];
const resourceTags = textsByName(30);
const policyTags = textsByName(50);
const descriptions = fc.sample(text, 6);
const workingDirectory = fc.sample(text, 1)[0] ?? "";
/** Its texts are comments, for AWSTOE has a meaning of its own for some of them. */
const document = [
  stringify({
    schemaVersion: "1.0",
    parameters: Object.keys(parameters).map((name) => ({ [name]: { type: "string", default: "none" } })),
    phases: [
      { name: "build", steps: [{ name: "Say", action: "ExecuteBash", inputs: { commands: ["echo '{{ text-0 }}'"] } }] },
    ],
  }),
  ...fc.sample(text, 20).map((comment) => `# ${JSON.stringify(comment)}`),
  "",
].join("\n");

const distributions = amiTags.map((tags, index): Distribution => ({
  region: index === 0 ? "us-east-1" : "eu-west-1",
  amiName: "base {{ imagebuilder:buildDate }}",
  description: descriptions[index],
  amiTags: tags,
  share: { accounts: [], organizations: [], organizationalUnits: [] },
  copyToAccounts: [],
  ssmParameters: [],
  launchTemplates: [],
  fastLaunch: [],
  licenses: [],
}));

describeWithTools(["terraform", "moto_server"], "a text that Terraform could take for a template", () => {
  let sandbox: Sandbox;
  let terraform: Terraform;

  /** What the API got, by the operation; each is called once. */
  const received = (operation: string): unknown => {
    const entry = sandbox.requests.find((request) => request.operation === operation);
    return entry && JSON.parse(entry.body);
  };
  const componentOf = async (): Promise<unknown> => {
    const response = await fetch(`${sandbox.endpoint}/documents/components/linux-say/${least.component.sha256}.yaml`, {
      headers: {
        authorization:
          "AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
      },
    });
    return response.text();
  };

  beforeAll(async () => {
    const outdir = temporaryFolder();
    const root = projectFolder(nounFiles);
    const [policy] = least.policies;
    if (policy === undefined) throw new Error("there is no policy to vary");
    stackIn(outdir, "texts", (stack) => {
      addNouns(stack, root, {
        ...least,
        component: { ...least.component, description: descriptions[2], content: { text: document } },
        imageRecipe: {
          ...least.imageRecipe,
          description: descriptions[3],
          components: [{ from: "project", document: "linux/say", version: "1.0.0", parameters }],
          workingDirectory,
          // Terraform composes what is written as two characters, whatever is done.
          tags: {
            placeholder: "$${TfToken[TOKEN.0]} ${TfToken[TOKEN.1]}",
            number: "-1.8881545897087626e+289 -8.1e+298",
            map: "Any Map Token Value",
            replacement: "$1 $& $$",
            composed: "e\u0301",
          },
        },
        containerRecipe: {
          ...least.containerRecipe,
          components: [{ from: "project", document: "linux/say", version: "1.0.0", parameters }],
        },
        infrastructure: { ...least.infrastructure, instanceTags: resourceTags },
        distributions,
        pipeline: { ...least.pipeline, description: descriptions[4] },
        policies: [{ ...policy, description: descriptions[5], selection: { tags: policyTags } }],
      });
    });
    sandbox = await startSandbox({ environment: process.env });
    await giveNamed(sandbox, outdir, "texts");
    terraform = await terraformOn(outdir, "texts", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
    await terraform.apply();
  });
  afterAll(() => sandbox.stop());

  it("reaches AWS as it is written where it is a tag", () => {
    expect(received("CreateInfrastructureConfiguration")).toMatchObject({ resourceTags });
    expect(received("CreateLifecyclePolicy")).toMatchObject({ resourceSelection: { tagMap: policyTags } });
  });

  it("reaches AWS as it is written where it is a tag or the description of an AMI", () => {
    const configurations = sandbox.requests
      .filter(({ operation }) => operation === "CreateDistributionConfiguration")
      .map(({ body }) => JSON.parse(body) as { name: string; distributions: { region: string }[] });
    const { distributions: sent = [] } = configurations.find(({ name }) => name === "base") ?? {};
    const byRegion = (region: string) => sent.find((distribution) => distribution.region === region);
    expect(distributions.map(({ region }) => byRegion(region))).toMatchObject(
      distributions.map(({ description, amiTags: tags }) => ({
        amiDistributionConfiguration: { description, amiTags: tags },
      })),
    );
  });

  it("reaches AWS as it is written where it is a description", () => {
    expect(received("CreateComponent")).toMatchObject({ description: descriptions[2] });
    expect(received("CreateImageRecipe")).toMatchObject({ description: descriptions[3], workingDirectory });
    expect(received("CreateImagePipeline")).toMatchObject({ description: descriptions[4] });
    expect(received("CreateLifecyclePolicy")).toMatchObject({ description: descriptions[5] });
  });

  it.each(["CreateImageRecipe", "CreateContainerRecipe"])(
    "reaches AWS as it is written where it is a parameter: %s",
    (operation) => {
      const { components } = received(operation) as {
        components: { parameters: { name: string; value: string[] }[] }[];
      };
      const sent = components.flatMap((component) => component.parameters);
      expect(Object.fromEntries(sent.map(({ name, value }) => [name, value.join()]))).toEqual(parameters);
    },
  );

  it("reaches AWS as it is written where CDKTF or JavaScript could take it for something else", () => {
    expect(received("CreateImageRecipe")).toMatchObject({
      tags: {
        placeholder: "$${TfToken[TOKEN.0]} ${TfToken[TOKEN.1]}",
        number: "-1.8881545897087626e+289 -8.1e+298",
        map: "Any Map Token Value",
        replacement: "$1 $& $$",
        composed: "\u00e9",
      },
    });
  });

  it("reaches S3 as it is written where it is a document", async () => {
    expect(await componentOf()).toBe(document);
  });

  it("leaves nothing to do", async () => {
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });
});
