import { arrayOf, type Json, member, objectOf } from "./json";
import { holdsTrue, maskedValue, type Masking } from "./mask";
import { isEmpty, isObject, type Path, type Value } from "./value";

/** One attribute, or part of one, that is not what it was. */
export interface Difference {
  readonly path: Path;
  readonly before: Value;
  readonly after: Value;
}

/** `tags.team`: a path without the places in lists. */
export function dotted(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

interface Side {
  readonly value: Json;
  readonly sensitive: Json;
  readonly unknown: Json;
}

/**
 * Where two states of a resource differ. The clear values are compared, so that a sensitive one that has changed is told of; what is
 * answered is masked. Null, "", [] and {} are the same nothing.
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
  // Wrapped, so that an attribute is hidden by its name here as it is in the whole resource.
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

/** Elements of a list, or of a set that the plan writes as one, that the other has nothing equal to. */
function unmatched(before: readonly Side[], after: readonly Side[]): [Side[], Side[]] {
  const counts = new Map<string, number>();
  const come: Side[] = [];
  const keys = before.map(({ value }) => JSON.stringify(value));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const side of after) {
    const key = JSON.stringify(side.value);
    const left = counts.get(key) ?? 0;
    if (left === 0 || holdsTrue(side.unknown)) come.push(side);
    else counts.set(key, left - 1);
  }
  const gone = before.filter((_, index) => {
    const key = keys[index] ?? "";
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left > 0;
  });
  return [gone, come];
}

/** What tells one element of a list from another, where it has it. */
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

/** What belongs together of two lists: by identity, and what is left by position. */
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

/** Equality of JSON, with null, undefined, "", [] and {} for the same nothing, which providers also write as 0 or false. */
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
