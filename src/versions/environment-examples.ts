import type { Example } from "../problems/rule";
import type { CreatedResource, EnvironmentEntry, Status } from "./environment-entry";
import { lockText } from "./lock-text";

const account = "123456789012";

/** Returns `environments/dev.yaml` for an example. @param lines additional or replacing lines: YAML values by key */
export function environmentFile(lines: Readonly<Record<string, string>>): Example {
  const all = { account: `"${account}"`, region: "us-east-1", ...lines };
  const text = Object.entries(all).map(([key, value]) => `${key}: ${value}\n`);
  return { "environments/dev.yaml": `${text.join("")}images:\n  base:\n    schedule: manual\n` };
}

interface Remembered {
  /** Region of the environment. Default: us-east-1. */
  readonly region?: string;
  /** Status of the bucket for build logs. Default: there never was one. */
  readonly logs?: Status;
  /** True if the environment has created its network. Default: false. */
  readonly network?: boolean;
}

/**
 * Returns a lock in the format of `npm run lock` that contains only environments and no versions.
 *
 * @param environments remembered environments by name. A name can begin with the mark of an example.
 */
export function lockExample(environments: Readonly<Record<string, Remembered>>): Example {
  const entries = Object.entries(environments).map(([name, each]) => [name.replace("▸", ""), entryOf(each)] as const);
  const marked = Object.keys(environments)
    .find((name) => name.startsWith("▸"))
    ?.slice(1);
  const text = lockText(new Map(), new Map(entries));
  return { "versions.lock.json": marked === undefined ? text : text.replace(`"${marked}": {`, `▸"${marked}": {`) };
}

function entryOf({ region = "us-east-1", logs, network = false }: Remembered): EnvironmentEntry {
  const bucket = (kind: string, status: Status): CreatedResource => ({
    name: `ec2imagebuilder-${kind}${account}-${region}`,
    status,
    emptied: false,
    with: [],
  });
  return {
    account,
    region,
    stacks: new Map([["builder", "filled"]]),
    created: new Map([
      ["aws_s3_bucket.documents", bucket("", "created")],
      ...(logs === undefined ? [] : [["aws_s3_bucket.logs", bucket("logs-", logs)] as const]),
    ]),
    workflows: [],
    network,
    names: new Map(),
  };
}
