import { LogGroup } from "../../src/constructs/log-group";
import { resourcesOf } from "../helpers/synthesised";

const key = "arn:aws:kms:us-east-1:123456789012:key/1";
const groupWith = (settings: ConstructorParameters<typeof LogGroup>[2]["settings"]) =>
  resourcesOf((stack) => new LogGroup(stack, "group", { name: "linux-base", settings })).aws_cloudwatch_log_group;

test("it is the group that Image Builder logs to, with an end to its entries", () => {
  expect(groupWith({ retentionDays: 90 })).toEqual({
    "linux-base": { name: "/aws/imagebuilder/linux-base", retention_in_days: 90 },
  });
});

test("it may have a key", () => {
  expect(groupWith({ retentionDays: 7, kmsKey: key })?.["linux-base"]).toMatchObject({ kms_key_id: key });
});
