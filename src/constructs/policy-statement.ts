import type { KeyStatement, RoleStatement, TrustStatement } from "../definitions/schema/policy-statement";
import { literalsIn } from "./terraform-literal";

/** Converts a statement of a definition to IAM's format. Keeps IAM variables and escapes them for Terraform. */
export function policyStatement(statement: RoleStatement | TrustStatement): object {
  return literalsIn({
    Sid: statement.sid,
    Effect: statement.effect,
    Principal: "principals" in statement ? statement.principals : undefined,
    Action: statement.actions,
    Resource: "resources" in statement ? statement.resources : undefined,
    Condition: statement.conditions,
  }) as object;
}

/** Converts a statement of a key policy to IAM's format. Its resource is always the key itself. */
export function keyPolicyStatement(statement: KeyStatement): object {
  return { ...policyStatement(statement), Resource: "*" };
}
