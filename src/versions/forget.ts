import type { Problem } from "../problems/problem";
import { lockText } from "./lock-text";
import { readLock } from "./read-lock";

/**
 * Removes an environment (`dev`), or a resource of an environment (`dev/aws_s3_bucket.logs`), from the lock. The text is undefined if the lock
 * does not contain it.
 */
export function forgetIn(
  file: string,
  text: string,
  what: string,
): { readonly text?: string; readonly problems: readonly Problem[] } {
  const { entries, environments, problems } = readLock(file, text);
  if (problems.length > 0) return { problems };
  const [name = "", address] = what.split("/", 2);
  const entry = environments.get(name);
  if (entry === undefined || (address !== undefined && !entry.created.has(address))) return { problems };
  const left = new Map(environments);
  if (address === undefined) left.delete(name);
  else left.set(name, { ...entry, created: new Map([...entry.created].filter(([each]) => each !== address)) });
  return { text: lockText(entries, left), problems };
}
