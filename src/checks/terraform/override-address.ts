import type { Rule } from "../../problems/rule";

/** Reported during synthesis, because only synthesis knows the addresses. */
export const overrideAddress: Rule = {
  code: "override-address",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "An override names a resource that the stack does not contain. Only synthesis finds it, because it creates the addresses.",
  source: "docs/decisions/0022-beside-definitions.md",
  fail: [],
  pass: [],
};
