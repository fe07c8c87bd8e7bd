import type { Example } from "../../problems/rule";

/** Returns a `moved` entry that moves a role to an address. */
export function movedTo(address: string): string {
  return `{ "from": "aws_iam_role.a", "to": "${address}" }`;
}

/** Returns a file below adopted/ with these `moved` entries. */
export function moving(entries: string): Example {
  return { "adopted/dev.json": `{ "moved": [${entries}] }\n` };
}
