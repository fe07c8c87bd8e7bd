import type { Exchange } from "./moto-fix";

/** Checks whether a request may call an operation of a service such as KMS or ECR. A header has the name of the operation. */
export const isJsonCall = ({ method, url }: Pick<Exchange, "method" | "url">): boolean =>
  method === "POST" && url === "/";

/** Returns the operation of a JSON request, e.g. `DescribeKey`. */
export function jsonOperation({ headers }: Exchange): string | undefined {
  return String(headers["x-amz-target"]).split(".")[1];
}
