import * as sdk from "@aws-sdk/client-imagebuilder";

import { operations, shapes, source } from "../../../sandbox/imagebuilder/api-model";
import { type ApiModel, apiModelOf, botocoreFolder, readBotocore } from "../../../scripts/botocore-model";

const remedy = "the model of the sandbox is older; run `npm run api-model` with the newer botocore";

/** Operations, types and fields of one model that the other does not know, or knows otherwise. */
function missing(newer: ApiModel, older: ApiModel): string[] {
  const lost = (kind: string, a: object, b: object): string[] =>
    Object.entries(a).flatMap(([name, value]) => {
      const other = (b as Record<string, unknown>)[name];
      return JSON.stringify(sorted(value)) === JSON.stringify(sorted(other)) ? [] : [`${kind} ${name}`];
    });
  return [...lost("operation", newer.operations, older.operations), ...lost("type", newer.shapes, older.shapes)];
}

/** Objects with their keys in order: the order of fields says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version.split(".").map(Number), than.split(".").map(Number)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

test("says which botocore it was read from, and when", () => {
  expect(source.botocore).toMatch(/^\d+\.\d+\.\d+$/);
  expect(source.read).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("is not behind the botocore of this machine", () => {
  const folder = botocoreFolder();
  const botocore = folder === undefined ? undefined : readBotocore(folder);
  const behind =
    botocore !== undefined && isNewer(botocore.version, source.botocore)
      ? missing(apiModelOf(botocore.service), { operations, shapes })
      : [];
  expect({ remedy, botocore: source.botocore, behind }).toEqual({ remedy, botocore: source.botocore, behind: [] });
});

test("tells versions apart by their numbers", () => {
  expect(isNewer("1.43.108", "1.43.107")).toBe(true);
  expect(isNewer("1.43.11", "1.43.107")).toBe(false);
  expect(isNewer("1.43.107", "1.43.107")).toBe(false);
  expect(isNewer("2.0.0", "1.43.107")).toBe(true);
});

test("would notice a new operation, a new field, and a changed constraint", () => {
  const { CreateImage, ...others } = operations;
  expect(missing({ operations, shapes }, { operations: others, shapes })).toEqual(["operation CreateImage"]);
  expect(CreateImage).toBeDefined();
  const changed = { ...shapes, ResourceName: { type: "string", max: 12 } as const };
  expect(missing({ operations, shapes }, { operations, shapes: changed })).toEqual(["type ResourceName"]);
});

/** A structure of the SDK: kind, namespace, name, traits, names of members, … */
type SdkStructure = readonly [number, string, string, unknown, readonly string[], ...unknown[]];

test("knows each operation and each field of a request that the SDK of the tests knows", () => {
  const requests = Object.entries(sdk).filter(([name]) => name.endsWith("Request$"));
  expect(requests.length).toBeGreaterThan(70);
  const unknown = requests.flatMap(([, request]) => {
    const [, , name, , members] = request as unknown as SdkStructure;
    const known = Object.keys(shapes[name]?.members ?? {});
    return shapes[name] === undefined
      ? [name]
      : members.filter((member) => !known.includes(member)).map((member) => `${name}.${member}`);
  });
  expect({ remedy, unknown }).toEqual({ remedy, unknown: [] });
});

test("has dryRun on the eight calls that take it", () => {
  const dry = Object.entries(operations).filter(([, { input }]) => shapes[input]?.members?.dryRun !== undefined);
  expect(dry.map(([operation]) => operation)).toEqual([
    "CreateComponent",
    "CreateContainerRecipe",
    "CreateDistributionConfiguration",
    "CreateImagePipeline",
    "CreateImageRecipe",
    "CreateInfrastructureConfiguration",
    "CreateLifecyclePolicy",
    "CreateWorkflow",
  ]);
});
