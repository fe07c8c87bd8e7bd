import type { Rule } from "../../problems/rule";

/** Reported during synthesis, because only synthesis knows the addresses. */
export const adoptedAddress: Rule = {
  code: "adopted-address",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A resource is moved or imported to an address that the stack does not contain. Terraform would destroy a resource that is moved there. Only synthesis finds this.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [],
  pass: [],
};
