import { at, inWords, isObject, type Path, UNKNOWN, type Value } from "../../review/plan/value";
import { readPolicy } from "../../review/policies/policy";
import { canonicalJson } from "../../versions/canonical";

/** An argument of a resource whose value in the stack differs from the state. */
export interface StateDifference {
  /** Name of the argument in Terraform. */
  readonly argument: string;
  /** Value in the state, for messages. */
  readonly was: string;
  /** Value in the stack, for messages. */
  readonly is: string;
}

/** Lists whose order matters. The provider or AWS treats all other lists as sets. */
const ordered = new Set(["component", "instance_types", "workflow"]);

/** Arguments that the provider computes if the configuration omits them. They then keep their value. */
const computed = new Set([
  "data",
  "dockerfile_template_data",
  "systems_manager_agent",
  "user_data_base64",
  "name",
  "name_prefix",
]);

/** Provider defaults of arguments that a configuration can omit. States contain them anyway. */
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

/** Compares the arguments `names` of a stack and a state. Skips arguments whose value in the stack is not known yet. */
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
  // A block that can occur once is an object in the stack and a list in the state.
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
  // Numbers and booleans are texts in old states, and some are texts in the provider's schema.
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

/** Checks for an empty value. A state writes it as null, "", 0, [] or {}; a stack omits it. */
function isNothing(value: Value): boolean {
  if (value === null || value === "" || value === 0 || value === "0") return true;
  if (Array.isArray(value)) return (value as readonly Value[]).every(isNothing);
  return isObject(value) && Object.values(value).every(isNothing);
}

/** Checks whether two policies allow and deny the same. Ignores the order of statements and lists, and the `Sid` of statements. */
export function samePolicy(a: string, b: string): boolean {
  const [one, other] = [canonicalPolicy(a), canonicalPolicy(b)];
  return a === b || (one !== undefined && one === other);
}

function canonicalPolicy(text: string): string | undefined {
  const policy = readPolicy(text);
  return (
    policy && canonicalJson({ ...policy, statements: policy.statements.map((each) => canonicalJson(each)).sort() })
  );
}
