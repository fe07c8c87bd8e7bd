import type { KeyStatement, RoleStatement, TrustStatement } from "../definitions/schema/policy-statement";
import { literalsIn } from "./terraform-literal";

/** A statement of a definition, as IAM writes it. Variables of IAM are left as they are, and are none of Terraform's. */
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

/** The same of the policy of a key, which is about that key. */
export function keyPolicyStatement(statement: KeyStatement): object {
  return { ...policyStatement(statement), Resource: "*" };
}
