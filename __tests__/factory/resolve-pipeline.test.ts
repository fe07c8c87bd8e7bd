import { builtImage } from "../../src/definitions/schema/built";
import { imageSchema } from "../../src/definitions/schema/image";
import { resolvePipeline } from "../../src/factory/resolve-pipeline";

const place = { partition: "aws", region: "us-east-1", account: "123456789012" } as const;
const pipelineOn = (ssm: string) =>
  resolvePipeline(
    imageSchema.parse({ parent: { ssm, platform: "Linux" }, components: ["linux/update-os"] }),
    builtImage.parse({ schedule: "manual" }),
    { enabled: false },
    place,
  );

test.each([
  ["/parents/base", true],
  ["parent", true],
  ["/aws/service/ami-amazon-linux-latest/al2023", false],
  ["/imagebuilder/parent", false],
])("a parent in the SSM parameter %s needs an execution role: %s", (name, needs) => {
  expect(pipelineOn(name).needsExecutionRole).toBe(needs);
});
