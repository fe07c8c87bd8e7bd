import type { z } from "zod";

import { withoutUndefined } from "../../collections/non-empty";
import { state } from "../../definitions/schema/state";
import { booleanAt, textAt, type Value } from "../../review/plan/value";
import { blockOf, type TerraformCode } from "./terraform-code";

export type StateSetting = z.input<typeof state>;

export interface FoundState {
  /** The value of `state` in the environment. */
  readonly setting: StateSetting;
  /** A message for each backend setting that could not be taken over. */
  readonly notes: readonly string[];
}

/** Backend arguments that are secrets or credentials of this machine. They are never written to files. */
const personal =
  /^(access_key|secret_key|token|password|shared_credentials_files?|client_secret|sas_token|credentials)$/;

/** Translates the backend of the old code to `state` of an environment. Undefined if the backend is local or not set. */
export function stateSettingOf({ backend, workspace }: TerraformCode): FoundState | undefined {
  if (backend === undefined || backend.type === "local") return undefined;
  const { type, config } = backend;
  const found = settingOf(type, config, workspace);
  const left = Object.keys(config).filter((name) => personal.test(name));
  const notes = left.map((name) => `the argument "${name}" of the backend is not adopted: set it in the shell`);
  // A backend that has no keys in our schema is written with its Terraform arguments.
  const hasKeys = found !== undefined && state.safeParse(found).success;
  const setting = hasKeys ? found : plainBackend(type, config);
  if (!hasKeys && workspace !== undefined)
    notes.push(
      `the old code has workspace "${workspace}" selected, and this project has the default one: write the place of that state below "state" by hand`,
    );
  return state.safeParse(setting).success
    ? { setting, notes }
    : {
        setting: { local: {} },
        notes: [...notes, `the backend "${type}" of the old code is not complete: write it below "state" by hand`],
      };
}

function settingOf(
  type: string,
  config: Readonly<Record<string, Value>>,
  workspace: string | undefined,
): StateSetting | undefined {
  const text = (name: string) => textAt(config, name);
  if (type === "s3") {
    const [bucket, key, region] = [text("bucket"), text("key"), text("region")];
    if (bucket === undefined || key === undefined || region === undefined) return undefined;
    const role = blockOf(config, "assume_role");
    const roleArn = textAt(role, "role_arn") ?? text("role_arn");
    const table = text("dynamodb_table");
    return {
      s3: {
        bucket,
        key: ofWorkspace(key, text("workspace_key_prefix"), workspace),
        region,
        lock:
          booleanAt(config, "use_lockfile") === true ? "file" : table === undefined ? "none" : { dynamodbTable: table },
        ...(booleanAt(config, "encrypt") === true ? {} : { encrypt: false }),
        ...withoutUndefined({ kmsKey: text("kms_key_id"), profile: text("profile") }),
        ...(roleArn === undefined
          ? {}
          : { role: { arn: roleArn, ...withoutUndefined({ externalId: textAt(role, "external_id") }) } }),
      },
    };
  }
  if (type === "cloud" || type === "remote") {
    const workspaces = blockOf(config, "workspaces");
    const organization = text("organization");
    const selected = workspace && `${textAt(workspaces, "prefix") ?? ""}${workspace}`;
    const name = textAt(workspaces, "name") ?? selected;
    if (organization === undefined || name === undefined) return undefined;
    return { cloud: { organization, workspace: name, ...withoutUndefined({ hostname: text("hostname") }) } };
  }
  return undefined;
}

/** Returns the key of a workspace's state in backend s3. Source: Terraform, "Backend Type: s3", workspace_key_prefix. */
function ofWorkspace(key: string, prefix = "env:", workspace?: string): string {
  return workspace === undefined ? key : `${prefix}/${workspace}/${key}`;
}

function plainBackend(type: string, config: Readonly<Record<string, Value>>): StateSetting {
  const kept = Object.entries(config).filter(([name, value]) => !personal.test(name) && value !== null);
  return { backend: { type, config: Object.fromEntries(kept) as Record<string, string> } };
}
