import type { Exchange } from "./moto-fix";

/** All operations of services such as KMS and ECR are this request; which one, a header says. */
export const isJsonCall = ({ method, url }: Pick<Exchange, "method" | "url">): boolean =>
  method === "POST" && url === "/";

/** e.g. `DescribeKey` */
export function jsonOperation({ headers }: Exchange): string | undefined {
  return String(headers["x-amz-target"]).split(".")[1];
}
