import { groupBy } from "../collections/group-by";
import { isConsequence, isFound } from "./consequences";
import { type Counts, countsOf } from "./counts";
import { textChanges, type TextSources } from "./diffs/document-texts";
import { answerTo, type Drift, reportedDrift } from "./drift";
import { classOf, findingsOf, worst } from "./judgement/findings";
import type { ChangeClass, Finding, Previous } from "./judgement/review-rule";
import type { Change, Plan } from "./plan/plan";
import { textAt } from "./plan/value";
import { type PlanContext, planContext } from "./story/plan-context";
import { storiesOf } from "./story/stories";
import type { DocumentChange, Story } from "./story/story";

export interface ReviewOptions {
  /** Name of the environment or file, for the headline. */
  readonly title: string;
  /** Time of the review: the same plan at the same time always gives the same report. */
  readonly now: Date;
  /** Sources of old and new document texts. */
  readonly texts: TextSources;
  readonly previous?: Previous;
  /** Information from the project's files; undefined for plans of other configurations. */
  readonly project?: ProjectView;
  /** Codes of accepted findings. */
  readonly accepted: readonly string[];
  /** Whether all drift is reported, rather than only drift that affects a planned change. */
  readonly allDrift: boolean;
}

/** Information that a plan does not contain but the project's files do. */
export interface ProjectView {
  /**
   * Returns the place that defines a resource or causes a finding, such as `environments/dev.yaml:12`.
   *
   * @param code code of a finding, which may have a more specific place than its resource
   */
  readonly definedAt: (address: string, code?: string) => string | undefined;
  readonly channels: readonly string[];
}

/** The complete content of a report; the output forms only format it. */
export interface Review {
  readonly title: string;
  readonly context: PlanContext;
  /** Whether an apply changes resources or outputs. */
  readonly changed: boolean;
  readonly class: ChangeClass;
  /** All findings, including accepted ones. */
  readonly findings: readonly Finding[];
  /** The findings that are not accepted. */
  readonly open: readonly Finding[];
  readonly accepted: readonly string[];
  readonly stories: readonly Story[];
  readonly documents: readonly DocumentChange[];
  /** Changes with an effect, each with its class. */
  readonly changes: readonly ReviewedChange[];
  readonly counts: Counts;
  readonly drift: Drift;
  /** Exit code: 0 no change · 2 changes · 3 findings that are not accepted. */
  readonly exitCode: 0 | 2 | 3;
}

export interface ReviewedChange extends Change {
  readonly class: ChangeClass;
  /** Whether the section of an image, the diff of a document or a finding already reports the change. */
  readonly reported: boolean;
}

/** Reviews a plan: runs all review rules and collects the content of a report. */
export function reviewPlan(plan: Plan, options: ReviewOptions): Review {
  const { project, previous, texts } = options;
  const context = planContext(plan);
  const documents = plan.changes.flatMap((change) =>
    textChanges(change, plan, context.links, texts).map(({ kind, diff }): DocumentChange => ({
      kind,
      name: context.documentName(textAt(change.after, "name") ?? change.name),
      versionBefore: textAt(change.before, "version"),
      versionAfter: textAt(change.after, "version"),
      address: change.address,
      definedAt: project?.definedAt(change.address),
      diff,
    })),
  );
  const diffs = new Map(
    documents.filter(({ kind }) => kind !== "user data").map(({ address, diff }) => [address, diff]),
  );
  const channels = project?.channels ?? [];
  const stories = storiesOf({ ...context, now: options.now, diffs, channels }).map((story): Story => ({
    ...story,
    definedAt: placeOf(story.addresses, project),
  }));
  const judged = { ...context, previous, channels };
  const planned = findingsOf({ ...judged, changes: plan.changes, drifted: false });
  const outside = findingsOf({ ...judged, changes: plan.drift, drifted: true });
  const findings = [
    ...planned,
    ...outside.map((finding): Finding =>
      options.allDrift ? finding : { ...finding, message: `${finding.message}; ${answerTo(finding, plan)}` },
    ),
  ]
    .map((finding): Finding => ({
      ...finding,
      definedAt: finding.address === undefined ? undefined : project?.definedAt(finding.address, finding.code),
    }))
    .sort((a, b) => Number(b.class === "destructive") - Number(a.class === "destructive"));
  const reported = new Set([
    ...stories.filter(({ fate }) => fate !== "same").flatMap(({ addresses }) => addresses),
    ...documents.map(({ address }) => address),
  ]);
  const foundOf = groupBy(planned, ({ address }) => address);
  const changes = plan.changes.filter(isChange).map((change): ReviewedChange => {
    const found = foundOf.get(change.address) ?? [];
    return {
      ...change,
      class: classOf(change, found),
      reported: reported.has(change.address) || isConsequence(change) || isFound(change, found),
    };
  });
  const changed =
    changes.some(({ action }) => action !== "read") || plan.outputs.some(({ action }) => action !== "none");
  const open = findings.filter(({ code }) => !options.accepted.includes(code));
  const drift = reportedDrift(plan, outside, options.allDrift);
  const driftChanged = options.allDrift && drift.changes.length > 0;
  return {
    title: options.title,
    context,
    changed,
    class: worst([...changes.map((change) => change.class), ...findings.map((finding) => finding.class)]),
    findings,
    open,
    accepted: options.accepted,
    stories,
    documents,
    changes,
    counts: countsOf(changes),
    drift,
    exitCode: open.length > 0 ? 3 : changed || driftChanged ? 2 : 0,
  };
}

/** Returns the place of the first resource that a file of the project defines. */
function placeOf(addresses: readonly string[], project: ProjectView | undefined): string | undefined {
  return addresses.map((address) => project?.definedAt(address)).find((each) => each !== undefined);
}

function isChange({ action, movedFrom, imported, mode }: Change): boolean {
  if (mode === "data") return false;
  return action !== "none" || movedFrom !== undefined || imported !== undefined;
}
