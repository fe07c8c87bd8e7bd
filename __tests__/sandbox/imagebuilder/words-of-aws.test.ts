import * as words from "../../../sandbox/imagebuilder/words-of-aws";
import { componentDocument, freshService, pipeline, prerequisites, recipe } from "./fresh-service";

describe("refusals in AWS's own words", () => {
  it("each say where they were read", () => {
    const all = Object.values(words).map((refusal) => refusal("x", "y"));
    expect(all.length).toBeGreaterThan(5);
    for (const { message, source } of all) {
      expect(message).not.toBe("");
      expect(source).toMatch(/terraform-provider-aws|User Guide|aws\/aws-cdk|aws\/agent-toolkit/);
    }
  });

  it("are told apart from the sandbox's own", async () => {
    const api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
    for (const [operation, input] of prerequisites) await api.call(operation, input);
    const refused = async (operation: string, input: Readonly<Record<string, unknown>>) => {
      const { error, source } = await api.call(operation, input);
      return [error, source];
    };
    expect(await refused("CreateImageRecipe", { ...recipe })).toEqual([
      "ResourceAlreadyExistsException",
      "issue 28677 of hashicorp/terraform-provider-aws",
    ]);
    expect(await refused("CreateImagePipeline", { ...pipeline, imageRecipeArn: undefined })).toEqual([
      expect.any(String),
      undefined,
    ]);
  });
});
