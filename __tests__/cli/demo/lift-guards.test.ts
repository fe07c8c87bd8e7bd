import { readFileSync } from "node:fs";
import { join } from "node:path";

import { liftedGuardsFile, liftGuards } from "../../../src/cli/demo/lift-guards";
import { projectFolder } from "../../helpers/project-folder";

const liftedIn = async (content: unknown): Promise<unknown> => {
  const folder = projectFolder({ "cdk.tf.json": JSON.stringify(content) });
  await liftGuards(folder);
  return JSON.parse(readFileSync(join(folder, liftedGuardsFile), "utf8"));
};

describe("the guards of a stack", () => {
  it("are taken away from what has them, and nothing else is named", async () => {
    const resource = {
      aws_s3_bucket: {
        logs: { lifecycle: { prevent_destroy: true, ignore_changes: ["tags"] } },
        others: { bucket: "docs", lifecycle: { prevent_destroy: false } },
      },
      aws_iam_role: { build: { lifecycle: { create_before_destroy: true } } },
    };
    expect(await liftedIn({ resource })).toEqual({
      resource: { aws_s3_bucket: { logs: { lifecycle: { prevent_destroy: false } } } },
    });
  });

  it.each([{}, { resource: { aws_iam_role: { build: { name: "build" } } } }])(
    "are none in a stack without them: %j",
    async (content) => {
      expect(await liftedIn(content)).toEqual({});
    },
  );
});
