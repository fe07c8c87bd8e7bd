import type { Context } from "./conditions";
import type { Request } from "./evaluate";
import { many, type Statement } from "./policy";

const account = "123456789012";
const region = "us-east-1";
/** Values that replace `*` in the first five parts of an ARN. */
const anyPart = ["arn", "aws", "x", region, account];

/** Example resources of actions with resource `*`, by action. Other actions use a generic ARN of their service. */
const samples: Readonly<Record<string, readonly string[]>> = {
  "ec2:CreateTags": ["instance/i-1", "volume/vol-1", "network-interface/eni-1"].map(inEc2),
};

/** Returns requests that a statement allows: each action on each resource, with each value of its conditions. */
export function requestsOf(statement: Statement): Request[] {
  return many(statement.Action).flatMap((action) =>
    many(statement.Resource)
      .flatMap((resource) => (resource === "*" ? (samples[action] ?? [any(action)]) : [concrete(resource)]))
      .flatMap((resource) => contextsOf(statement).map((context) => ({ action, resource, context }))),
  );
}

/** Returns variants of a request that should be refused: each without one condition key, and with another value of it. */
export function almost(request: Request): Request[] {
  // The ARN of a resource determines its account, and the caller cannot choose its own account.
  const keys = Object.keys(request.context).filter(
    (key) => !["aws:PrincipalAccount", "aws:ResourceAccount"].includes(key),
  );
  // Each service has its own condition key for the same resource tag.
  const tags = keys.filter((key) => /ResourceTag\//i.test(key));
  const groups = [
    ...(tags.length === 0 ? [] : [tags]),
    ...keys.filter((key) => !tags.includes(key)).map((key) => [key]),
  ];
  return groups.flatMap((group) => [
    {
      ...request,
      context: Object.fromEntries(Object.entries(request.context).filter(([key]) => !group.includes(key))),
    },
    { ...request, context: { ...request.context, ...Object.fromEntries(group.map((key) => [key, "other"])) } },
  ]);
}

function contextsOf({ Condition = {} }: Statement): Context[] {
  const start: Context[] = [{ "aws:PrincipalAccount": account }];
  return Object.entries(Condition).reduce(
    (contexts, [operator, keys]) =>
      Object.entries(keys).reduce(
        (before, [key, values]) =>
          before.flatMap((context) =>
            operator.startsWith("ForAllValues")
              ? [{ ...context, [key]: many(values).map(String) }]
              : many(values).map((value) => ({ ...context, ...valueOf(key, String(value)) })),
          ),
        contexts,
      ),
    start,
  );
}

function valueOf(key: string, value: string): Context {
  const text = value.replace("${aws:PrincipalAccount}", account).replace("*", region);
  const [, tag] = /ResourceTag\/(.*)$/i.exec(key) ?? [];
  if (tag === undefined) return { [key]: text };
  return Object.fromEntries(
    ["aws:ResourceTag", "ec2:ResourceTag", "ssm:resourceTag", "ecr:ResourceTag"].map((name) => [
      `${name}/${tag}`,
      text,
    ]),
  );
}

function concrete(pattern: string): string {
  return pattern
    .split(":")
    .map((part, index) => (part === "*" && index < 5 ? (anyPart[index] ?? part) : part.replace(/\*/g, "some-1")))
    .join(":");
}

function any(action: string): string {
  return `arn:aws:${action.split(":")[0] ?? ""}:${region}:${account}:some/1`;
}

function inEc2(resource: string): string {
  return `arn:aws:ec2:${region}:${account}:${resource}`;
}
