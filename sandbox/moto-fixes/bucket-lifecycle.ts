import type { MotoFix } from "./moto-fix";

/**
 * Keeps the lifecycle rules of buckets. moto validates them, but drops `NewerNoncurrentVersions`, and tags in addition to a prefix. S3
 * returns the rules unchanged.
 */
export function bucketLifecycle(): MotoFix {
  const configurations = new Map<string, string>();
  return {
    service: "s3",
    concerns: ({ url }) => new URLSearchParams(url.split("?")[1]).has("lifecycle"),
    answer: (answer, { method, url, headers, body }) => {
      const bucket = `${String(headers.host)}${url.split("?")[0] ?? ""}`;
      if (method === "PUT") configurations.set(bucket, body);
      if (method === "DELETE") configurations.delete(bucket);
      return method === "GET" ? (configurations.get(bucket) ?? answer) : answer;
    },
  };
}
