import { arrayOf, type Json, member, objectOf } from "./json";
import { holdsTrue, maskedValue, type Masking } from "./mask";
import { isEmpty, isObject, type Path, type Value } from "./value";

/** A change of one attribute or a part of it. */
export interface Difference {
  readonly path: Path;
  readonly before: Value;
  readonly after: Value;
}

/** Returns a path without list indexes, such as `tags.team`. */
export function dotted(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** Maps with keys that the user chooses, by the endings of their names in the schemas of the AWS provider: `tags_all`, `tag_map`, `labels`. */
const mapsOfUsers = /(tag|label|parameter|variable|argument|trigger|keeper)s?(_all|_map|_replace)?$|metadata$/;

/** Returns the name of the attribute at a path, such as `kms_key_id`. Empty for a key that the user chose, such as that of a tag. */
export function attributeOf(path: Path): string {
  const map = path.at(-2);
  return typeof map === "string" && mapsOfUsers.test(map) ? "" : String(path.at(-1) ?? "");
}

interface Side {
  readonly value: Json;
  readonly sensitive: Json;
  readonly unknown: Json;
}

/**
 * Returns the differences between two states of a resource. Unmasked values are compared, so that a change of a sensitive value is found;
 * the returned values are masked. Null, "", [] and {} are equal.
 */
export function differencesOf(before: Side, after: Side, masking: Masking, path: Path = []): Difference[] {
  if (after.unknown !== true && sameJson(before.value, after.value) && !holdsTrue(after.unknown)) return [];
  const isHidden = before.sensitive === true || after.sensitive === true || after.unknown === true;
  if (!isHidden && isPlainObject(before.value) && isPlainObject(after.value)) {
    const names = new Set([
      ...Object.keys(objectOf(before.value)),
      ...Object.keys(objectOf(after.value)),
      ...Object.keys(objectOf(after.unknown)),
    ]);
    return [...names].flatMap((name) =>
      differencesOf(memberOf(before, name), memberOf(after, name), masking, [...path, masking.redact(name)]),
    );
  }
  if (!isHidden && Array.isArray(before.value) && Array.isArray(after.value)) {
    const was = before.value.map((_, index) => elementOf(before, index));
    const is = after.value.map((_, index) => elementOf(after, index));
    return pairs(...unmatched(was, is)).flatMap(([old, now]) => {
      const place = is.includes(now) ? is.indexOf(now) : was.indexOf(old);
      return differencesOf(old, now, masking, [...path, place]);
    });
  }
  // Masked as a member of an object, because masking also depends on the attribute's name.
  const name = String(path.at(-1) ?? "");
  const shown = (side: Side): Value => {
    const wrapped = maskedValue({ [name]: side.value }, { [name]: side.sensitive }, { [name]: side.unknown }, masking);
    return isObject(wrapped) ? (Object.values(wrapped)[0] ?? null) : wrapped;
  };
  const difference: Difference = { path, before: shown(before), after: shown(after) };
  return isEmpty(difference.before) && isEmpty(difference.after) ? [] : [difference];
}

const nothing: Side = { value: null, sensitive: false, unknown: false };

function memberOf({ value, sensitive, unknown }: Side, name: string): Side {
  return { value: member(value, name), sensitive: member(sensitive, name), unknown: member(unknown, name) };
}

function elementOf({ value, sensitive, unknown }: Side, index: number): Side {
  return { value: arrayOf(value)[index], sensitive: arrayOf(sensitive)[index], unknown: arrayOf(unknown)[index] };
}

/** Returns the elements of each list without an equal element in the other. Order is ignored because plans write sets as lists. */
function unmatched(before: readonly Side[], after: readonly Side[]): [Side[], Side[]] {
  const counts = new Map<string, number>();
  const come: Side[] = [];
  const keyed = before.map((side) => ({ side, key: JSON.stringify(side.value) }));
  for (const { key } of keyed) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const side of after) {
    const key = JSON.stringify(side.value);
    const left = counts.get(key) ?? 0;
    if (left === 0 || holdsTrue(side.unknown)) come.push(side);
    else counts.set(key, left - 1);
  }
  const gone = keyed.filter(({ key }) => {
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left > 0;
  });
  return [gone.map(({ side }) => side), come];
}

/** Attributes that identify an element of a list. */
const identities = [
  "region",
  "device_name",
  "name",
  "id",
  "key",
  "sid",
  "component_arn",
  "workflow_arn",
  "parameter_name",
];

/** Pairs the elements of two lists by their identity, and the rest by position. */
function pairs(gone: readonly Side[], come: readonly Side[]): [Side, Side][] {
  const left = [...come];
  const paired: [Side, Side][] = [];
  const alone: Side[] = [];
  for (const side of gone) {
    const identity = identityOf(side);
    const index = identity === undefined ? -1 : left.findIndex((other) => identityOf(other) === identity);
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found === undefined) alone.push(side);
    else paired.push([side, found]);
  }
  const rest = Array.from({ length: Math.max(alone.length, left.length) }, (_, index): [Side, Side] => [
    alone[index] ?? nothing,
    left[index] ?? nothing,
  ]);
  return [...paired, ...rest];
}

function identityOf({ value }: Side): string | undefined {
  const name = identities.find((each) => typeof member(value, each) === "string");
  return name === undefined ? undefined : `${name} ${String(member(value, name))}`;
}

function isPlainObject(value: Json): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Compares JSON values. Null, undefined, "", [] and {} are equal to each other, and to the 0 or false that providers write for them. */
function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isNothing(a) || isNothing(b)) return (isNothing(a) || isZero(a)) && (isNothing(b) || isZero(b));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const names = new Set([...Object.keys(objectOf(a)), ...Object.keys(objectOf(b))]);
  return [...names].every((name) => sameJson(member(a, name), member(b, name)));
}

function isZero(value: Json): boolean {
  return value === 0 || value === false;
}

function isNothing(value: Json): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
