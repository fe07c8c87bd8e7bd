import type { Problem } from "../../problems/problem";
import { missingKey } from "../../problems/rules/missing-key";
import { dotted } from "../words";
import type { IssuePlace } from "./issue-place";

/**
 * Describes a missing value.
 *
 * @param allowed what is allowed in its place, e.g. `a list`
 */
export function describeMissing(allowed: string, { path, source }: IssuePlace): Problem {
  const fix = `add "${String(path.at(-1))}": ${allowed}`;
  return source.keyProblem(missingKey, path.slice(0, -1), `"${dotted(path)}" is missing`, fix);
}
