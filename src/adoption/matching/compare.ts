import { at, inWords, isObject, type Path, UNKNOWN, type Value } from "../../review/plan/value";
import { canonicalJson } from "../../versions/canonical";

/** Where the arguments of a stack's resource are not what the state has. */
export interface StateDifference {
  /** The argument, as Terraform names it. */
  readonly argument: string;
  /** In the state and in the stack, in words. */
  readonly was: string;
  readonly is: string;
}

/** Lists whose order counts; all others are sets to the provider, or to AWS. */
const ordered = new Set(["component", "instance_types", "workflow"]);

/** Arguments that the provider fills in by itself where the configuration leaves them out: then they stay as they are. */
const computed = new Set([
  "data",
  "dockerfile_template_data",
  "systems_manager_agent",
  "user_data_base64",
  "name",
  "name_prefix",
]);

/** What the provider takes for an argument that is left out, and a state names. */
const defaults: Readonly<Record<string, Value>> = {
  fifo_topic: false,
  force_delete: false,
  force_destroy: false,
  force_detach_policies: false,
  key_usage: "ENCRYPT_DECRYPT",
  log_group_class: "STANDARD",
  max_session_duration: 3600,
  multi_region: false,
  no_device: false,
  object_lock_enabled: false,
  path: "/",
  raw_message_delivery: false,
  revoke_rules_on_delete: false,
  skip_destroy: false,
};

/** The differences in `names`; of an argument that is not known yet, none is told. */
export function differencesIn(names: readonly string[], stack: Value, state: Value): StateDifference[] {
  return names.flatMap((argument) => {
    const is = at(stack, argument);
    const was = at(state, argument);
    if (is === UNKNOWN || (computed.has(argument) && isNothing(is))) return [];
    return isDefault(argument, was, is) || same(was, is, [argument])
      ? []
      : [{ argument, was: inWords(was), is: inWords(is) }];
  });
}

function isDefault(argument: string, was: Value, is: Value): boolean {
  return isNothing(is) && argument in defaults && same(was, defaults[argument] ?? null, []);
}

function same(was: Value, is: Value, path: Path): boolean {
  if (is === UNKNOWN) return true;
  if (isNothing(was) && isNothing(is)) return true;
  // A block that can stand once is an object in one and a list in the other.
  if (Array.isArray(was) && isObject(is)) return was.length === 1 && same(was[0] as Value, is, path);
  if (Array.isArray(was) && Array.isArray(is)) return sameList(was, is, path);
  if (isObject(was) && isObject(is)) {
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys].every((key) => {
      const old = at(was, key);
      const now = at(is, key);
      return (computed.has(key) && isNothing(now)) || isDefault(key, old, now) || same(old, now, [...path, key]);
    });
  }
  if (Array.isArray(was) || Array.isArray(is) || isObject(was) || isObject(is)) return false;
  // Numbers and booleans are texts in old states, and some are in the provider's schema.
  return plain(was) === plain(is);
}

function sameList(was: readonly Value[], is: readonly Value[], path: Path): boolean {
  if (was.length !== is.length) return false;
  const name = String(path.at(-1));
  if (ordered.has(name)) return is.every((each, index) => same(at(was, index), each, [...path, index]));
  const open = [...was];
  return is.every((each) => {
    const index = open.findIndex((other) => same(other, each, path));
    if (index < 0) return false;
    open.splice(index, 1);
    return true;
  });
}

function plain(value: Value): string {
  return typeof value === "string" ? value : inWords(value);
}

/** Nothing is written as null, "", 0, [] and {} by a state, and left out by a stack. */
function isNothing(value: Value): boolean {
  if (value === null || value === "" || value === 0 || value === "0") return true;
  if (Array.isArray(value)) return (value as readonly Value[]).every(isNothing);
  return isObject(value) && Object.values(value).every(isNothing);
}

/** Whether two policies say the same: order of statements and lists of one aside. */
export function samePolicy(a: string, b: string): boolean {
  try {
    return canonicalPolicy(JSON.parse(a)) === canonicalPolicy(JSON.parse(b));
  } catch {
    return a === b;
  }
}

function canonicalPolicy(value: unknown): string {
  if (Array.isArray(value)) {
    const each = value.map(canonicalPolicy).sort();
    return each.length === 1 ? (each[0] ?? "") : `[${each.join()}]`;
  }
  if (typeof value !== "object" || value === null) return canonicalJson(value);
  // An empty id is none. Source: AWS provider, its comparison of policies.
  const members = Object.entries(value)
    .filter(([key, each]) => key !== "Sid" || each !== "")
    .sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${canonicalPolicy(each)}`).join()}}`;
}
