import { type Context, holds, like, substituted } from "./conditions";
import { many, type Policy, type Principal, type Statement } from "./policy";

/** A request as IAM evaluates it. */
export interface Request {
  /** Action, for example `ec2:RunInstances`. */
  readonly action: string;
  /** ARN of the resource, or `*` if the action has none. */
  readonly resource: string;
  readonly context: Context;
  /** Principal for resource policies: ARN of a role, or `service:` and the name of a service. */
  readonly principal?: string;
}

/**
 * `allow`, `deny`: decided by a statement. `none`: no statement applies. `delegate`: a resource policy names the root of the principal's
 * account, so the policies of that account decide.
 */
export type Decision = "allow" | "deny" | "delegate" | "none";

/** Returns the decision of several policies on a request. Source: IAM User Guide, "Policy evaluation logic" within an account. */
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

/** Returns how a statement includes the requesting principal: by its name or as everybody, or by the root of its account. */
function kindOfPrincipal(principal: Principal, asks: string | undefined): "named" | "root" | "none" {
  if (principal === "*") return "named";
  const root = asks?.replace(/:role\/.*$/, ":root");
  const names = Object.entries(principal).flatMap(([type, values]) =>
    many(values).map((value) => (type === "Service" ? `service:${value}` : value)),
  );
  if (names.includes("*") || (asks !== undefined && names.includes(asks))) return "named";
  return root !== undefined && names.includes(root) ? "root" : "none";
}
