import { type Context, holds, like, substituted } from "./conditions";
import { many, type Policy, type Principal, type Statement } from "./policy";

/** One request, as IAM sees it. */
export interface Request {
  /** e.g. `ec2:RunInstances` */
  readonly action: string;
  /** ARN, or `*` where the action is on none. */
  readonly resource: string;
  readonly context: Context;
  /** For policies of resources: ARN of a role, or `service:` and the name of a service. */
  readonly principal?: string;
}

/**
 * `allow` and `deny` are said by a statement, `none` by no statement. `delegate`: a policy of a resource leaves it to the policies of the
 * principal's account, by naming its root.
 */
export type Decision = "allow" | "deny" | "delegate" | "none";

/** What policies say of a request together. Source: IAM User Guide, "Policy evaluation logic" within an account. */
export function decide(policies: readonly Policy[], request: Request): Decision {
  const said = policies
    .flatMap(({ Statement }) => many(Statement))
    .filter((statement) => applies(statement, request))
    .map((statement) => effectOf(statement, request));
  for (const decision of ["deny", "allow", "delegate"] as const) if (said.includes(decision)) return decision;
  return "none";
}

function applies(statement: Statement, request: Request): boolean {
  const { action, resource, context } = request;
  const isAction = (pattern: string) => like(action.toLowerCase(), pattern.toLowerCase());
  const isResource = (pattern: string) => pattern === "*" || like(resource, substituted(pattern, context));
  if (statement.Action !== undefined && !many(statement.Action).some(isAction)) return false;
  if (statement.NotAction !== undefined && many(statement.NotAction).some(isAction)) return false;
  if (statement.Resource !== undefined && !many(statement.Resource).some(isResource)) return false;
  if (statement.NotResource !== undefined && many(statement.NotResource).some(isResource)) return false;
  if (statement.Principal !== undefined && kindOfPrincipal(statement.Principal, request.principal) === "none")
    return false;
  return holds(statement.Condition ?? {}, context);
}

function effectOf({ Effect, Principal: principal }: Statement, request: Request): Decision {
  if (Effect === "Deny") return "deny";
  return principal !== undefined && kindOfPrincipal(principal, request.principal) === "root" ? "delegate" : "allow";
}

/** How a statement names who asks: by itself, as everybody, or as the account it is in. */
function kindOfPrincipal(principal: Principal, asks: string | undefined): "named" | "root" | "none" {
  if (principal === "*") return "named";
  const root = asks?.replace(/:role\/.*$/, ":root");
  const names = Object.entries(principal).flatMap(([type, values]) =>
    many(values).map((value) => (type === "Service" ? `service:${value}` : value)),
  );
  if (names.includes("*") || (asks !== undefined && names.includes(asks))) return "named";
  return root !== undefined && names.includes(root) ? "root" : "none";
}
