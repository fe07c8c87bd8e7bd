import type { Problem } from "../../problems/problem";
import { problemOf } from "../../problems/rule";
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
  const last = Array.isArray(given)
    ? keys.findLast((key) => given.includes(key))
    : typeof most === "number"
      ? keys[most]
      : undefined;
  return problemOf(
    isChoice ? exactlyOne : invalidValue,
    source.file,
    typeof most === "number" && last !== undefined
      ? source.locateKey([...path, last])
      : source.locate(last === undefined ? path : [...path, last]),
    `${where}${message}`,
    typeof params?.fix === "string" ? params.fix : isChoice ? "write exactly one of them" : "change it so that it fits",
  );
}
