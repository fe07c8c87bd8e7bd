import type { Example } from "../problems/rule";
import type { CreatedResource, EnvironmentEntry, Status } from "./environment-entry";
import { lockText } from "./lock-text";

const account = "123456789012";

/** `environments/dev.yaml` of an example, with these lines besides or in place of the usual ones: key → value in YAML. */
export function environmentFile(lines: Readonly<Record<string, string>>): Example {
  const all = { account: `"${account}"`, region: "us-east-1", ...lines };
  const text = Object.entries(all).map(([key, value]) => `${key}: ${value}\n`);
  return { "environments/dev.yaml": `${text.join("")}images:\n  base:\n    schedule: manual\n` };
}

interface Remembered {
  /** Default: us-east-1. */
  readonly region?: string;
  /** What became of the bucket for build logs. Default: there never was one. */
  readonly logs?: Status;
  /** Whether it created its network. Default: it did not. */
  readonly network?: boolean;
}

/**
 * A lock as `npm run lock` writes it, of projects that never locked a version: what it remembers of environments is all that counts here.
 *
 * @param environments by name; a name may start with the mark of an example
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
