import type { Finding } from "../judgement/review-rule";
import type { Change } from "../plan/plan";
import { plainValue } from "../plan/value";
import type { Review } from "../review";
import { headline } from "./words";

/**
 * Returns the review as JSON for other programs. `version` increases if a member is removed or changes its meaning; new members may be
 * added at any time.
 */
export function jsonReport(review: Review): string {
  const { title, context, changed, findings, accepted, stories, documents, changes, counts, drift, exitCode } = review;
  const report = {
    version: 1,
    title,
    headline: headline(review),
    exitCode,
    changed,
    class: review.class,
    terraformVersion: context.plan.terraformVersion,
    counts,
    findings: findings.map((finding) => findingOf(finding, accepted)),
    // The first version of this report has these names.
    images: stories.map(({ name, kind, consumers, ...story }) => ({
      name,
      noun: kind,
      ...story,
      receivers: consumers,
    })),
    documents,
    changes: changes.map((change) => ({ ...changeOf(change), class: change.class })),
    drift: { changes: drift.changes.map(changeOf), others: drift.others },
    outputs: context.plan.outputs.filter(({ action }) => action !== "none"),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function findingOf(finding: Finding, accepted: readonly string[]) {
  return { ...finding, tells: undefined, accepted: accepted.includes(finding.code) };
}

function changeOf({ address, type, action, order, reason, forcedBy, differences, movedFrom, imported }: Change) {
  return {
    address,
    type,
    action,
    order,
    reason,
    forcedBy,
    movedFrom,
    imported,
    differences: differences.map(({ path, before, after }) => ({
      path,
      before: plainValue(before),
      after: plainValue(after),
    })),
  };
}
