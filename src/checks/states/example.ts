import { environmentText } from "../../definitions/example-texts";

/** Returns the lines of an environment that store its state in S3 under this key. */
export function inS3(key: string, ...more: readonly string[]): string {
  const lines = ["bucket: states", `key: ${key}`, "region: us-east-1", ...more];
  return `state:\n  s3:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

/** Returns an environment of another region that stores its state in S3 under this key. */
export function elsewhere(key: string): string {
  return environmentText({ region: "eu-west-1", more: inS3(key) });
}
