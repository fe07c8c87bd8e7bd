import { containerText } from "../../../src/checks/recipes/container-example";
import { imageText } from "../../../src/definitions/example-texts";
import { helloDocument } from "../../../src/documents/examples";
import { check } from "../../helpers/valid-project";

const many = `{ ${Array.from({ length: 50 }, (_, index) => `t${index}: x`).join(", ")} }`;

/** An environment that gives as many tags to each resource as one may have; `all` are tags of everything. */
const environment = (all: string) => `account: "123456789012"
region: us-east-1
tags: ${all}
build:
  instanceProfile: { create: true, roleTags: ${many} }
  configurationTags: ${many}
network: { subnet: subnet-0123456789abcdef0, vpc: vpc-0123456789abcdef0, securityGroup: { tags: ${many} } }
executionRole: { create: true, roleTags: ${many} }
lifecycleRole: { create: true, roleTags: ${many} }
lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 5 }], ownTags: ${many} } }
components: { linux/hello: { tags: ${many} } }
images:
  base:
    schedule: manual
    tags: { recipe: ${many} }
containers:
  web:
    schedule: manual
    tags: { pipeline: ${many} }
`;

async function found(all: string): Promise<string[]> {
  const problems = await check({
    "components/linux/hello.yaml": helloDocument,
    "images/base.yaml": imageText({ components: ["linux/hello"] }),
    "containers/web.yaml": containerText(),
    "environments/dev.yaml": environment(all),
  });
  return problems.map(({ line, code, message, fix }) => `${line} ${code} ${message}; ${fix}`);
}

describe("tags of one resource", () => {
  it("may be as many as a resource has, and those of everything among them", async () => {
    expect(await found("{}")).toEqual([]);
    expect(await found("{ t0: x }")).toEqual([]);
  });

  it("count with those of everything, each at its place", async () => {
    const more = 'the resource has "51" tags of environment and its own, allowed: 50; remove 1 of them';
    expect(await found("{ team: x }")).toEqual(
      [5, 6, 7, 8, 9, 10, 11, 15, 19].map((line) => `${line} tag-count ${more}`),
    );
  });
});
