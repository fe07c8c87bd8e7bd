import { withoutUndefined } from "../collections/non-empty";
import type { AssumedRole } from "../definitions/schema/assumed-role";
import type { State } from "../definitions/schema/state";
import type { StackRole } from "../versions/environment-entry";
import { stackName } from "./stack-name";

/** The place of the state of a stack: a local file, or a backend with Terraform's names. */
export type StackState =
  | {
      readonly type: "local";
      /** Path relative to the project folder, with forward slashes. */
      readonly file: string;
    }
  | {
      /** `cloud`, or the type of a backend. */
      readonly type: string;
      /** Arguments with their names in Terraform. */
      readonly config: Config;
    };

type Json = string | number | boolean | null | readonly Json[] | Config;
export interface Config {
  readonly [key: string]: Json | undefined;
}

/** Returns the state of a stack. That of the consumer is next to that of the builder: `a/b.tfstate` → `a/b-consumer.tfstate`. */
export function stateOf(environment: string, role: StackRole, state: State): StackState {
  const { local, s3, cloud, http, backend } = state;
  const stack = stackName(environment, role);
  const own = (name: string) => (role === "builder" ? name : name.replace(/(\.[^./]*)?$/, "-consumer$1"));
  if (s3 !== undefined) return { type: "s3", config: s3Config({ ...s3, key: own(s3.key) }) };
  if (cloud !== undefined) {
    const { organization, workspace, project, hostname } = cloud;
    const workspaces = withoutUndefined({ name: own(workspace), project });
    return { type: "cloud", config: { organization, hostname, workspaces } };
  }
  if (http !== undefined) return { type: "http", config: named(stack, httpConfig(http)) };
  if (backend !== undefined) return { type: backend.type, config: named(stack, backend.config) };
  return { type: "local", file: local?.file === undefined ? `state/${stack}.tfstate` : own(local.file) };
}

/** Describes the place of a state, such as `s3://bucket/key`. The text is equal for two stacks that would share a state. */
export function describeState(state: StackState): string {
  if ("file" in state) return state.file;
  const { type, config } = state;
  if (type === "s3") return `s3://${text(config.bucket)}/${text(config.key)}`;
  if (type === "http") return text(config.address);
  if (type === "cloud")
    return `${text(config.hostname) || "app.terraform.io"}/${text(config.organization)}/${text((config.workspaces as Config).name)}`;
  return `${type} ${JSON.stringify(config)}`;
}

function s3Config({ bucket, key, region, encrypt, kmsKey, lock, profile, role }: NonNullable<State["s3"]>): Config {
  return {
    bucket,
    key,
    region,
    encrypt,
    kms_key_id: kmsKey,
    dynamodb_table: typeof lock === "object" ? lock.dynamodbTable : undefined,
    use_lockfile: lock === "file" ? true : undefined,
    profile,
    assume_role: role && assumeRole(role),
  };
}

function httpConfig(http: NonNullable<State["http"]>): Config {
  return {
    address: http.address,
    lock_address: http.lockAddress,
    unlock_address: http.unlockAddress,
    update_method: http.updateMethod,
    lock_method: http.lockMethod,
    unlock_method: http.unlockMethod,
    username: http.username,
  };
}

function assumeRole({ arn, externalId, sessionName }: AssumedRole): Config {
  return withoutUndefined({ role_arn: arn, external_id: externalId, session_name: sessionName });
}

/** Replaces `{stack}` by the name of the stack in all texts of a nested value. */
function named<T>(stack: string, value: T): T {
  if (typeof value === "string") return value.replaceAll("{stack}", stack) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => named(stack, each)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(stack, each as unknown)])) as T;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
