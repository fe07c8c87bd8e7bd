import type { Problem } from "../../problems/problem";
import { exactlyOne } from "../../problems/rules/exactly-one";
import { invalidValue } from "../rules/invalid-value";
import { dotted } from "../words";
import type { IssuePlace } from "./issue-place";
import type { Issue } from "./located-issues";

/** Describes an issue from a refinement of the schema, which has its own message. */
export function describeRefinement({ message, params }: Issue & { code: "custom" }, at: IssuePlace): Problem {
  const { path, value, source } = at;
  const where = path.length > 0 ? `"${dotted(path)}": ` : "";
  const isChoice = params?.rule === "exactly-one";
  const given: unknown = params?.keys;
  const most: unknown = params?.most;
  const keys = Object.keys(value ?? {});
  const rule = isChoice ? exactlyOne : invalidValue;
  const otherFix = isChoice ? "write exactly one of them" : "change it so that it fits";
  const fix = typeof params?.fix === "string" ? params.fix : otherFix;
  const excess = typeof most === "number" ? keys[most] : undefined;
  if (excess !== undefined) return source.keyProblem(rule, [...path, excess], `${where}${message}`, fix);
  const last = Array.isArray(given) ? keys.filter((key) => given.includes(key)).slice(-1) : [];
  return source.problem(rule, [...path, ...last], `${where}${message}`, fix);
}
