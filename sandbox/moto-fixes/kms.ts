import type { Exchange } from "./moto-fix";

/** All operations of KMS are this request; which one, a header says. */
export const isKmsRequest = ({ method, url }: Pick<Exchange, "method" | "url">): boolean =>
  method === "POST" && url === "/";

/** e.g. `DescribeKey` */
export function kmsOperation({ headers }: Exchange): string | undefined {
  return String(headers["x-amz-target"]).split(".")[1];
}
