import type { Rule } from "../../problems/rule";

/** Reported during synthesis, because only synthesis knows the addresses. */
export const adoptedAddress: Rule = {
  code: "adopted-address",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A resource is moved or imported to an address that the stack does not contain, or renamed to one that it already contains. Terraform would destroy a resource that is moved to a missing address. Only synthesis finds this.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [],
  pass: [],
};
