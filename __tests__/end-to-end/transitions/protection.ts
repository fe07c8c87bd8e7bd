import type { CallLogEntry } from "../../../sandbox/gateway/call-log";

/** Settings that keep a bucket private. */
const protections = ["policy", "encryption", "publicAccessBlock", "ownershipControls"];

/**
 * Returns the moments in a log of calls in which a bucket was unprotected: an existing bucket lost a protection, or a created one contained
 * an object before it had all protections.
 *
 * @param others buckets that do not belong to the project, which are ignored
 */
export function unprotectedMoments(calls: readonly CallLogEntry[], others: ReadonlySet<string>): string[] {
  const has = new Map<string, Set<string>>();
  return calls.flatMap((call) => {
    if (call.service !== "s3" || !call.mutates || call.status >= 300) return [];
    const [method = "", url = "/"] = call.operation.split(" ");
    const { pathname, searchParams } = new URL(url, "http://s3");
    const [, bucket = "", ...path] = pathname.split("/");
    const key = path.join("/");
    const setting = [...searchParams.keys()].find((each) => each !== "x-id");
    if (others.has(bucket)) return [];
    if (key === "" && setting === undefined && method === "PUT") has.set(bucket, has.get(bucket) ?? new Set());
    if (key === "" && setting === undefined && method === "DELETE") has.delete(bucket);
    const of = has.get(bucket);
    if (of === undefined) return [];
    if (key !== "" && method === "PUT" && setting === undefined) {
      const missing = protections.filter((each) => !of.has(each));
      return missing.length === 0 ? [] : [`${bucket} holds ${key} before it has ${missing.join(", ")}`];
    }
    if (setting === undefined || !protections.includes(setting)) return [];
    if (method === "PUT") of.add(setting);
    return method === "DELETE" ? [`${bucket} loses its ${setting}`] : [];
  });
}
