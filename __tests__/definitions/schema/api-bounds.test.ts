import { operations, type Shape, shapeNamed } from "../../../sandbox/imagebuilder/api-model";
import { fileSchemas, type JsonSchema } from "../../../scripts/pages/json-schemas";
import { type Mirror, mirrors } from "./api-bounds";

/** A part of a schema that bounds what can be written. */
interface Bounded {
  /** e.g. `environment.images.*.distribute[].tags.<key>` */
  readonly path: string;
  readonly schema: JsonSchema;
}

const longest = 2100;

function isBounded(schema: JsonSchema): boolean {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern } = schema;
  const limits = [minLength, maxLength, minimum, maximum, minItems, maxItems];
  return pattern !== undefined || limits.some((limit) => limit !== undefined && Math.abs(limit) < 2 ** 53 - 1);
}

/** Of a schema and all in it; JSON within definitions is Terraform's own, and holds itself. */
function boundedParts(schema: JsonSchema, path: string): Bounded[] {
  const { properties = {}, items, propertyNames, additionalProperties, anyOf = [], allOf = [] } = schema;
  return [
    ...(isBounded(schema) ? [{ path, schema }] : []),
    ...[...anyOf, ...allOf].flatMap((part) => boundedParts(part, path)),
    ...Object.entries(properties).flatMap(([key, part]) => boundedParts(part, `${path}.${key}`)),
    ...(items === undefined ? [] : boundedParts(items, `${path}[]`)),
    ...(propertyNames === undefined ? [] : boundedParts(propertyNames, `${path}.<key>`)),
    ...(typeof additionalProperties === "object" ? boundedParts(additionalProperties, `${path}.*`) : []),
  ];
}

const bounded = fileSchemas.flatMap(({ folder, schema }) => boundedParts(schema, folder.replace(/s$/, "")));

function keyOf(path: string): string | undefined {
  const fitting = Object.keys(mirrors).filter((key) => `.${path}`.endsWith(`.${key}`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

/** @param field `<operation>.<field>` */
function shapeOf(field: string): Shape {
  const [operation = "", ...parts] = field.replaceAll("[]", ".[]").split(".");
  return parts.reduce<Shape>(
    (shape, part) => {
      const next =
        part === "[]"
          ? shape.item
          : part === "<key>"
            ? shape.key
            : part === "*"
              ? shape.value
              : shape.members?.[part]?.shape;
      if (next === undefined) throw new Error(`the API has no field ${field}`);
      return shapeNamed(next);
    },
    shapeNamed(operations[operation]?.input ?? ""),
  );
}

type Range = readonly [least: number, most: number];

/** The shortest and the longest text that fits. */
function lengths(
  { min = 1, max = longest, pattern = "" }: { readonly min?: number; readonly max?: number; readonly pattern?: string },
  like: NonNullable<Mirror["like"]>,
): Range | undefined {
  const fits = new RegExp(pattern);
  const all = Array.from(
    { length: Math.min(max, longest) - Math.max(min, 1) + 1 },
    (_, index) => Math.max(min, 1) + index,
  );
  const fitting = all.filter((length) => like(length).length === length && fits.test(like(length)));
  const [least] = fitting;
  const most = fitting.at(-1);
  return least === undefined || most === undefined ? undefined : [least, most];
}

function ofDefinition({ schema }: Bounded, like: NonNullable<Mirror["like"]>): Range | undefined {
  if (schema.type === "array") return [schema.minItems ?? 1, schema.maxItems ?? Infinity];
  if (schema.type === "integer") return [schema.minimum ?? 0, schema.maximum ?? Infinity];
  return lengths({ min: schema.minLength, max: schema.maxLength, pattern: schema.pattern }, like);
}

function ofApi(shape: Shape, like: NonNullable<Mirror["like"]>): Range | undefined {
  return shape.type === "string" ? lengths(shape, like) : [shape.min ?? 0, shape.max ?? Infinity];
}

const letters = (length: number) => "a".repeat(length);
const mirroring = bounded.flatMap((part) => {
  const { api, why, like = letters } = mirrors[keyOf(part.path) ?? ""] ?? {};
  return api === undefined ? [] : [{ path: part.path, part, api, why, like }];
});

test("every bound of a definition is that of a field of the API, or says why it is none", () => {
  expect(bounded.length).toBeGreaterThan(300);
  expect(bounded.map(({ path }) => path).filter((path) => keyOf(path) === undefined)).toEqual([]);
});

test("every entry is used", () => {
  const used = new Set(bounded.map(({ path }) => keyOf(path)));
  expect(Object.keys(mirrors).filter((key) => !used.has(key))).toEqual([]);
});

test.each(mirroring.filter(({ why }) => why === undefined))("$path has the bounds of $api", ({ part, api, like }) => {
  const range = ofDefinition(part, like);
  expect(range).toBeDefined();
  expect(range).toEqual(ofApi(shapeOf(api), like));
});

test.each(mirroring.filter(({ why }) => why !== undefined))("$path lies within $api: $why", ({ part, api, like }) => {
  const [least, most] = ofDefinition(part, like) ?? [NaN, NaN];
  const [apiLeast, apiMost] = ofApi(shapeOf(api), like) ?? [NaN, NaN];
  expect(least).toBeGreaterThanOrEqual(apiLeast);
  expect(most).toBeLessThanOrEqual(apiMost);
});
