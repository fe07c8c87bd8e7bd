import { routeOf } from "../imagebuilder/router";
import { scopeOf } from "../signature";
import type { WholeRequest } from "./exchange";

/** What a request asks for, in the words of its service. */
export interface NamedCall {
  /** Signing name, e.g. `imagebuilder`, `iam`; empty where a request is not signed. */
  readonly service: string;
  /** e.g. `CreateRole`; of services without names in their requests the method and the path, e.g. `PUT /bucket?policy`. */
  readonly operation: string;
  /** Whether it changes anything. */
  readonly mutates: boolean;
}

export function callOf(request: WholeRequest): NamedCall {
  const { method, url } = request;
  const { service = "", region = "" } = scopeOf(request) ?? {};
  const name =
    service === "imagebuilder"
      ? routeOf({ method, url, region, body: "" })?.operation
      : (targetOf(request) ?? actionOf(request));
  const operation = name ?? `${method} ${url}`;
  return { service, operation, mutates: name === undefined ? !isRead(method, url) : !reads.test(name) };
}

const reads = /^(Get|List|Describe|Head|Lookup|Search|Simulate|Decode|Filter|BatchGet|BatchCheck|Check)/;

function isRead(method: string, url: string): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return true;
  // Services whose reads are POST, e.g. Amazon Inspector's `/status/batch/get`.
  return method === "POST" && /\/(get|list|search)$/.test(url.split("?")[0] ?? "");
}

/** The operation that a header of JSON services names, e.g. `TrentService.CreateKey`. */
function targetOf({ headers }: WholeRequest): string | undefined {
  const target = headers["x-amz-target"];
  return typeof target === "string" ? target.split(".").at(-1) : undefined;
}

/** The operation in the body of services that take forms, e.g. `Action=CreateRole`. */
function actionOf({ headers, url, body }: WholeRequest): string | undefined {
  const form = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  const query = form ? body.toString() : url.split("?").slice(1).join("?");
  return new URLSearchParams(query).get("Action") ?? undefined;
}
