import { builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { needsExecutionRole } from "../../src/factory/resolve-pipeline";
import { ownBuildOf } from "../../src/factory/written-builds";

const needsRole = (ssm: string, built: object = {}) =>
  needsExecutionRole(
    ownBuildOf("image", "base", builtImage.parse({ schedule: "manual", ...built })),
    imageSchema.parse({ parent: { ssm, platform: "Linux" }, components: ["linux/update-os"] }),
    environmentSchema.parse({ account: "123456789012", region: "us-east-1" }),
  );

test.each([
  ["/parents/base", true],
  ["parent", true],
  ["/aws/service/ami-amazon-linux-latest/al2023", false],
  ["/imagebuilder/parent", false],
])("a parent in the SSM parameter %s needs an execution role: %s", (name, needs) => {
  expect(needsRole(name)).toBe(needs);
});

test("a distribution that sets up EC2 Fast Launch needs an execution role", () => {
  const distribute = [{ region: "us-east-1" }, { region: "eu-west-1", fastLaunch: [{ snapshots: 5 }] }];
  expect(needsRole("/aws/service/ami-windows-latest/base", { distribute })).toBe(true);
});
