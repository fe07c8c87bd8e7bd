import type { MotoFix } from "./moto-fix";

/**
 * moto checks the lifecycle rules of a bucket, and then forgets part of them: `NewerNoncurrentVersions`, and tags beside a prefix.
 * S3 gives back what it was given.
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
