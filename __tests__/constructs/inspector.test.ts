import { Inspector } from "../../src/constructs/inspector";
import { resourcesOf } from "../helpers/synthesised";

test("Inspector scans EC2 and ECR of the account", () => {
  const place = { partition: "aws", region: "us-east-1", account: "123456789012" } as const;
  expect(resourcesOf((stack) => new Inspector(stack, "inspector", { place })).aws_inspector2_enabler).toEqual({
    inspector: { account_ids: ["123456789012"], resource_types: ["EC2", "ECR"] },
  });
});
