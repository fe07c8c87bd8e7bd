import { textChanges, type TextSources } from "./diffs/document-texts";
import { classOf, judge, worst } from "./judgement/judge";
import type { ChangeClass, Finding, Previous } from "./judgement/review-rule";
import type { Difference } from "./plan/differences";
import { listAt, type Path, textAt, type Value } from "./plan/value";
import type { Change, Plan } from "./plan/plan";
import { linksOf } from "./story/links";
import type { Clock } from "./story/next-run";
import { documentNames } from "./story/receivers";
import type { DocumentChange, Story } from "./story/story";
import { tellStories } from "./story/tell";

export interface ReviewOptions {
  /** What is reviewed, as the headline names it: an environment, or a file. */
  readonly title: string;
  readonly clock: Clock;
  /** Where old and new texts are found. */
  readonly texts: TextSources;
  readonly previous?: Previous;
  /** What the files of the project say besides; absent for plans of other configurations. */
  readonly project?: ProjectView;
  /** Codes of findings that somebody has accepted. */
  readonly accepted: readonly string[];
  /** Whether all drift is told, not only what has fed a planned change. */
  readonly allDrift: boolean;
}

/** What a plan does not tell, and the files that it was made of do. */
export interface ProjectView {
  /**
   * Where a resource is defined, or what was found of it: `environments/dev.yaml:12`.
   *
   * @param code of what was found, which may be said at a line of its own
   */
  readonly definedAt: (address: string, code?: string) => string | undefined;
  /** Channels of the environment. */
  readonly channels: readonly string[];
}

/** Everything that a report says; each form only writes it down. */
export interface Review {
  readonly title: string;
  readonly plan: Plan;
  /** Whether applying changes anything. */
  readonly changed: boolean;
  readonly class: ChangeClass;
  /** Those whose code is accepted are among them. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly string[];
  readonly stories: readonly Story[];
  readonly documents: readonly DocumentChange[];
  /** Each change that does something, with its class. */
  readonly changes: readonly ReviewedChange[];
  readonly counts: Counts;
  readonly drift: Drift;
  /** 0: no change · 2: changes · 3: something of class attention or destructive that is not accepted. */
  readonly exitCode: 0 | 2 | 3;
}

export interface ReviewedChange extends Change {
  readonly class: ChangeClass;
  /** Told by the story of an image or by the diff of a document; in the report once, and there. */
  readonly told: boolean;
}

/** As Terraform counts, with replacements apart. */
export interface Counts {
  readonly create: number;
  readonly update: number;
  /** How many of the replacements create the new resource first. */
  readonly replaceCreateFirst: number;
  readonly replaceDeleteFirst: number;
  readonly delete: number;
  readonly move: number;
  readonly import: number;
  readonly forget: number;
}

interface Drift {
  /** What is told. */
  readonly changes: readonly Change[];
  /** How many resources besides have changed outside, with no effect on this plan. */
  readonly others: number;
}

export function reviewPlan(plan: Plan, options: ReviewOptions): Review {
  const links = linksOf(plan);
  const names = documentNames(plan.changes.flatMap(({ before, after }) => [before, after]));
  const documents = plan.changes.flatMap((change) =>
    textChanges(change, plan, links, options.texts).map(({ kind, diff }): DocumentChange => {
      const name = textAt(change.after, "name") ?? change.name;
      return {
        kind,
        name: names.get(name) ?? name,
        versionBefore: textAt(change.before, "version"),
        versionAfter: textAt(change.after, "version"),
        address: change.address,
        definedAt: options.project?.definedAt(change.address),
        diff,
      };
    }),
  );
  const diffs = new Map(
    documents.filter(({ kind }) => kind !== "user data").map(({ address, diff }) => [address, diff]),
  );
  const { project } = options;
  const stories = tellStories({ plan, links, clock: options.clock, diffs, channels: project?.channels ?? [] }).map(
    (story): Story => ({ ...story, definedAt: placeOf(story.addresses, project) }),
  );
  const drifted = plan.drift
    .map((change) => managedDrift(change, plan))
    .filter(({ differences, action }) => differences.length > 0 || action === "delete");
  const context = { plan, links, previous: options.previous, channels: project?.channels };
  const planned = judge({ ...context, changes: plan.changes, drifted: false });
  const outside = judge({ ...context, changes: plan.drift, drifted: true });
  const findings = [...planned, ...outside]
    .map((finding): Finding => ({
      ...finding,
      definedAt: finding.address === undefined ? undefined : project?.definedAt(finding.address, finding.code),
    }))
    .sort((a, b) => Number(b.class === "destructive") - Number(a.class === "destructive"));
  const told = new Set([
    ...stories.filter(({ fate }) => fate !== "same").flatMap(({ addresses }) => addresses),
    ...documents.map(({ address }) => address),
  ]);
  const changes = plan.changes.filter(isChange).map((change): ReviewedChange => ({
    ...change,
    class: classOf(change, planned),
    told: told.has(change.address) || isConsequence(change),
  }));
  const changed =
    changes.some(({ action }) => action !== "read") || plan.outputs.some(({ action }) => action !== "none");
  const open = findings.filter(({ code }) => !options.accepted.includes(code));
  const isRelevant = relevance(plan);
  const shownDrift = drifted.filter(
    (change) => options.allDrift || isRelevant(change) || outside.some(({ address }) => address === change.address),
  );
  const driftChanged = options.allDrift && shownDrift.length > 0;
  return {
    title: options.title,
    plan,
    changed,
    class: worst([...changes.map((change) => change.class), ...findings.map((finding) => finding.class)]),
    findings,
    accepted: options.accepted,
    stories,
    documents,
    changes,
    counts: countsOf(changes),
    drift: { changes: shownDrift, others: drifted.length - shownDrift.length },
    exitCode: open.length > 0 ? 3 : changed || driftChanged ? 2 : 0,
  };
}

/** The first of its resources that a file of the project defines tells. */
function placeOf(addresses: readonly string[], project: ProjectView | undefined): string | undefined {
  return addresses.map((address) => project?.definedAt(address)).find((each) => each !== undefined);
}

function isChange({ action, movedFrom, imported, mode }: Change): boolean {
  if (mode === "data") return false;
  return action !== "none" || movedFrom !== undefined || imported !== undefined;
}

/** What only follows from a new version: the S3 object of its text, the versions that a lifecycle policy selects. */
function isConsequence({ type, action, after, before, differences }: Change): boolean {
  if (type === "aws_imagebuilder_lifecycle_policy") {
    const selected = recipesOf(before);
    const isSelection = differences.every(({ path }) => path[0] === "resource_selection" && path[2] === "recipe");
    return action === "update" && isSelection && recipesOf(after).every((name) => selected.includes(name));
  }
  const key = textAt(after, "key") ?? textAt(before, "key") ?? "";
  return type === "aws_s3_object" && action === "replace" && /[0-9a-f]{64}(\.[a-z]+)?$/.test(key);
}

function recipesOf(lifecyclePolicy: Value): string[] {
  return listAt(lifecyclePolicy, "resource_selection").flatMap((selection) =>
    listAt(selection, "recipe").flatMap((recipe) => textAt(recipe, "name") ?? []),
  );
}

/**
 * The attributes that the code sets: what AWS computes, or another resource is for (the policy of a bucket, the policies of a role), always
 * looks changed after the first apply.
 */
function managedDrift(change: Change, { configuration }: Plan): Change {
  if (!configuration.knows(change.address)) return change;
  const isSet = ({ path }: Difference): boolean => configuration.sets(change.address, String(path[0]));
  return { ...change, differences: change.differences.filter(isSet) };
}

function relevance({ relevant }: Plan): (change: Change) => boolean {
  const starts = (path: Path, start: Path): boolean => start.every((step, index) => path[index] === step);
  return ({ address, differences }) =>
    relevant.some(
      (each) =>
        each.address === address && differences.some(({ path }) => starts(path, each.path) || starts(each.path, path)),
    );
}

function countsOf(changes: readonly Change[]): Counts {
  const count = (test: (change: Change) => boolean): number => changes.filter(test).length;
  return {
    create: count(({ action }) => action === "create"),
    update: count(({ action }) => action === "update"),
    replaceCreateFirst: count(({ action, order }) => action === "replace" && order === "create-first"),
    replaceDeleteFirst: count(({ action, order }) => action === "replace" && order === "delete-first"),
    delete: count(({ action }) => action === "delete"),
    move: count(({ movedFrom }) => movedFrom !== undefined),
    import: count(({ imported }) => imported !== undefined),
    forget: count(({ action }) => action === "forget"),
  };
}
