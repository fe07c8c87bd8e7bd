import { ApiError } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { pick } from "../list";

const kind: CreatableKind = {
  type: "lifecycle-policy",
  noun: "LifecyclePolicy",
  plural: "LifecyclePolicies",
  arnField: "lifecyclePolicyArn",
  field: "lifecyclePolicy",
  listField: "lifecyclePolicySummaryList",
  arn: ({ input, place }) => formatArn(place, "lifecycle-policy", slug(text(input, "name"))),
  create: policy,
  update: policy,
  summary: (resource) =>
    pick(resource, "arn", "name", "description", "status", "executionRole", "resourceType", "tags"),
};

/** Unlike all others, a policy's dates are numbers: seconds since 1970. */
const seconds = (date: unknown): number | undefined => (typeof date === "string" ? Date.parse(date) / 1000 : undefined);

const operations = operationsOf(kind);

export const lifecyclePolicyOperations: Record<string, Handler> = {
  ...operations,
  GetLifecyclePolicy: async (call) => {
    const answer = await operations.GetLifecyclePolicy?.(call);
    const found = answer?.lifecyclePolicy as Fields;
    return {
      lifecyclePolicy: {
        ...found,
        dateCreated: seconds(found.dateCreated),
        dateUpdated: seconds(found.dateUpdated ?? found.dateCreated),
      },
    };
  },
};

function policy({ input }: Call): Fields {
  const { recipes, tagMap } = input.resourceSelection as Fields;
  if ((recipes === undefined) === (tagMap === undefined)) {
    throw new ApiError(
      "InvalidParameterCombinationException",
      "resourceSelection takes exactly one of recipes and tagMap.",
    );
  }
  return { status: input.status ?? "ENABLED" };
}
