import { resolve } from "node:path";

import { UserError } from "../../files/user-error";
import { writeAtomically } from "../../files/write-atomically";
import type { TextSources } from "../../review/diffs/document-texts";
import { graphOfPlan } from "../../review/drawing/graph-of-plan";
import { htmlReport } from "../../review/forms/html";
import { jsonReport } from "../../review/forms/json";
import { markdownReport } from "../../review/forms/markdown";
import { textReport } from "../../review/forms/text";
import type { Previous } from "../../review/judgement/review-rule";
import { isFault, readPlan } from "../../review/plan/read-plan";
import { type ProjectView, type Review, reviewPlan } from "../../review/review";
import { paper, type Screen, screenOf } from "../screen";
import type { ReportArguments, ReportFormat } from "./report-arguments";

/** Input of {@link reviewOf}: a plan, and what is known about its project. */
export interface Reviewed {
  readonly title: string;
  /** Output of `terraform show -json` for the plan. */
  readonly json: string;
  readonly texts: TextSources;
  readonly previous?: Previous;
  readonly project?: ProjectView;
  readonly allDrift?: boolean;
}

/** Reads and reviews a plan. @throws UserError if the plan cannot be read */
export function reviewOf(
  { title, json, texts, previous, project, allDrift = false }: Reviewed,
  given: ReportArguments,
  now: Date,
): Review {
  const plan = readPlan(json, { showUserData: given.showUserData });
  if (isFault(plan)) throw new UserError(`${plan.message}; ${plan.fix}`);
  return reviewPlan(plan, { title, now, texts, previous, project, accepted: given.accepted, allDrift });
}

/** Formats a review. @param screen for the format `text` */
export function reportIn(format: ReportFormat, review: Review, screen: Screen): string {
  if (format === "text") return textReport(review, screen);
  if (format === "json") return jsonReport(review);
  const graph = graphOfPlan(review);
  return format === "html" ? htmlReport(review, graph) : markdownReport(review, graph);
}

/** Writes a review to the file of `--out`, relative to `cwd`, or else to `output`. */
export async function writeReport(
  review: Review,
  { format, out }: ReportArguments,
  cwd: string,
  output: NodeJS.WriteStream,
): Promise<void> {
  const text = reportIn(format, review, out === undefined ? screenOf(output) : paper);
  if (out === undefined) output.write(text);
  else await writeAtomically(resolve(cwd, out), text);
}
