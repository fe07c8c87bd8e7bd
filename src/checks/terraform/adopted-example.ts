import type { Example } from "../../problems/rule";

/** An entry that moves a role to an address. */
export function movedTo(address: string): string {
  return `{ "from": "aws_iam_role.a", "to": "${address}" }`;
}

/** A file below adopted/ with these entries of `moved`. */
export function moving(entries: string): Example {
  return { "adopted/dev.json": `{ "moved": [${entries}] }\n` };
}
