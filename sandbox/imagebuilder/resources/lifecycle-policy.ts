import { arnName } from "../../../src/aws/resource-name";
import { formatArn } from "../arn";
import type { Call, Handler } from "../call";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { type CreatableType, operationsOf } from "../resource-type";
import { roleMissing } from "../words-of-aws";
import { checkLifecyclePolicy } from "./check-lifecycle-policy";

const resourceType: CreatableType = {
  type: "lifecycle-policy",
  singular: "LifecyclePolicy",
  plural: "LifecyclePolicies",
  arnField: "lifecyclePolicyArn",
  field: "lifecyclePolicy",
  listField: "lifecyclePolicySummaryList",
  filters: ["Name", "Status"],
  arn: ({ input, place }) => formatArn(place, "lifecycle-policy", arnName(text(input, "name"))),
  create: policy,
  update: policy,
  summary: (resource) => ({
    ...pick(resource, "arn", "name", "description", "status", "executionRole", "resourceType", "tags"),
    ...dates(resource),
  }),
};

const operations = operationsOf(resourceType);

export const lifecyclePolicyOperations: Record<string, Handler> = {
  ...operations,
  GetLifecyclePolicy: async (call) => {
    const answer = await operations.GetLifecyclePolicy?.(call);
    const found = answer?.lifecyclePolicy as Fields;
    return { lifecyclePolicy: { ...found, ...dates(found) } };
  },
};

/** Returns the dates of a policy. Unlike those of other resources, they are numbers: seconds since 1970. */
function dates({ dateCreated, dateUpdated }: Fields): Fields {
  return { dateCreated: seconds(dateCreated), dateUpdated: seconds(dateUpdated ?? dateCreated) };
}

function seconds(date: unknown): number | undefined {
  return typeof date === "string" ? Date.parse(date) / 1000 : undefined;
}

async function policy({ input, iam }: Call): Promise<Fields> {
  checkLifecyclePolicy(input);
  const role = text(input, "executionRole");
  if (!(await iam.hasRole(role.slice(role.lastIndexOf("/") + 1)))) throw roleMissing();
  return { status: input.status ?? "ENABLED" };
}
