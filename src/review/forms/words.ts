import { counted } from "../../collections/counted";
import { groupBy } from "../../collections/group-by";
import { spaced } from "../../collections/spaced";
import { printable } from "../../problems/printable";
import type { Counts } from "../counts";
import { type NodeState, stateOfFate } from "../drawing/graph";
import type { Drifted } from "../drift";
import { dotted } from "../plan/differences";
import type { Change } from "../plan/plan";
import { inWords, isJson, UNKNOWN } from "../plan/value";
import type { Review, ReviewedChange } from "../review";
import { isProvenance } from "../story/consumers";
import { type DocumentChange, type Story, versionStep } from "../story/story";

/** Returns the result in one sentence, the first line of every form of the report. */
export function headline(review: Review): string {
  return printable(resultOf(review));
}

function resultOf(review: Review): string {
  const { open } = review;
  const destructive = open.filter((finding) => finding.class === "destructive").length;
  const attention = open.length - destructive;
  if (open.some(({ code }) => code === notReviewed))
    return `${review.title}: not fully reviewed; ${whatHappens(review)}`;
  const alarms = [
    ...(destructive > 0
      ? [`${counted(destructive, "thing")} ${destructive === 1 ? "is" : "are"} destroyed or kept for a shorter time`]
      : []),
    ...(attention > 0 ? [`${counted(attention, "thing")} ${attention === 1 ? "needs" : "need"} attention`] : []),
  ];
  const what = whatHappens(review);
  if (alarms.length === 0) return `${review.title}: ${what}${review.changed ? "; nothing needs attention" : ""}`;
  return `${review.title}: ${alarms.join(", ")}; ${what}`;
}

/** Code of findings about parts of the plan that could not be reviewed. */
const notReviewed = "plan-incomplete";

function whatHappens({ changed, stories, changes, drift }: Review): string {
  const said = happenings.flatMap(([fate, one, many]) => {
    const kinds = stories.filter((story) => story.fate === fate).map(({ kind }) => kind);
    return kinds.length === 0 ? [] : [`${builtInWords(kinds)} ${kinds.length === 1 ? one : many}`];
  });
  if (said.length > 0) return said.join(", ");
  if (!changed)
    return drift.changes.length > 0
      ? `${counted(drift.changes.length, "resource")} changed outside Terraform`
      : "no change";
  const others = changes.length;
  return others === 0
    ? "only outputs change"
    : `${counted(others, "resource")} ${others === 1 ? "changes" : "change"}${stories.length > 0 ? ", no image does" : ""}`;
}

const happenings: readonly (readonly [fate: Story["fate"], one: string, many: string])[] = [
  ["new", "is new", "are new"],
  ["rebuilt", "gets a new version", "get new versions"],
  ["follows", "takes its new parent with its next build", "take their new parents with their next build"],
  ["removed", "is removed", "are removed"],
  ["changed", "changes its settings", "change their settings"],
];

/** Returns a number of images and containers in words: `2 images`, `3 images and containers`. */
function builtInWords(kinds: readonly Story["kind"][]): string {
  const [kind, other] = new Set(kinds);
  if (kind === undefined || other !== undefined) return `${kinds.length} images and containers`;
  return counted(kinds.length, kind);
}

/**
 * Returns counts in words: `2 to add; 4 to change; 3 to replace, new before old`. Terraform's counts, with replacements counted separately;
 * undefined if no resource changes.
 */
export function countsInWords(counts: Counts): string | undefined {
  const parts = [
    [counts.create, "to add"],
    [counts.update, "to change"],
    [counts.delete, "to destroy"],
    [counts.replaceCreateFirst, "to replace, new before old"],
    [counts.replaceDeleteFirst, "to replace, old before new"],
    [counts.import, "to import"],
    [counts.move, "moved"],
    [counts.forget, "to forget"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? undefined : said.join("; ");
}

/** The changes of one image in words. */
export interface StoryInWords {
  readonly kind: Story["kind"];
  /** ID of the image's node in the drawing. */
  readonly id: string;
  readonly state: NodeState;
  /** Such as `linux-web 1.0.3 → 1.0.4`. */
  readonly title: string;
  /** Place of the definition; undefined if unknown. */
  readonly definedAt?: string;
  /** What comes before the reasons; empty if the reasons themselves are the change. */
  readonly because: "because " | "";
  readonly reasons: readonly string[];
  /** The next run, the consumers and the channels. */
  readonly lines: readonly string[];
}

/** Returns the changes of the images that do not stay the same. */
export function storiesInWords({ stories }: Review): readonly StoryInWords[] {
  return stories
    .filter(({ fate }) => fate !== "same")
    .map((story) => ({
      kind: story.kind,
      id: `${story.kind} ${story.name}`,
      state: stateOfFate[story.fate],
      title: printable(storyTitle(story)),
      definedAt: place(story),
      because: story.fate === "changed" ? "" : "because ",
      reasons: story.reasons.map(printable),
      lines: storyLines(story).map(printable),
    }));
}

/** Returns the place of a definition, such as `environments/dev.yaml:12`; undefined if unknown. */
export function place({ definedAt }: { readonly definedAt?: string }): string | undefined {
  return definedAt === undefined ? undefined : printable(definedAt);
}

function storyTitle(story: Story): string {
  const { name, versionBefore, versionAfter, fate } = story;
  if (fate === "new") return spaced(name, versionAfter, "(new)");
  if (fate === "removed") return spaced(name, versionBefore, "(removed)");
  return spaced(name, versionStep(story) ?? versionAfter ?? versionBefore);
}

function storyLines({ builtByApply, next, received, channels, fate }: Story): readonly string[] {
  const runs = builtByApply
    ? ["built while Terraform applies", ...(next === undefined ? [] : [next])].join("; ")
    : next;
  return [runs, fate === "removed" ? undefined : received, channels].flatMap((line) => line ?? []);
}

/** Returns the title of a changed text, such as `component linux/web 1.0.0 → 1.0.1`. */
export function documentTitle(document: DocumentChange): string {
  const { kind, name } = document;
  const isOfRecipe = kind === "user data" || kind === "Dockerfile";
  return printable(isOfRecipe ? `${kind} of ${name}` : spaced(kind, name, versionStep(document)));
}

const verbs: Readonly<Record<Change["action"], string>> = {
  none: "",
  create: "is created",
  read: "is read",
  update: "changes",
  replace: "is replaced",
  delete: "is destroyed",
  forget: "leaves the state and stays in AWS",
  unknown: "has an action that is not known",
};

/** One line about a change: `aws_sns_topic.x` and `changes: tags.team "a" → "b"`. */
export interface ChangeInWords {
  readonly address: string;
  readonly says: string;
}

export function lineOf({ address, says }: ChangeInWords): string {
  return `${address} ${says}`;
}

/** Returns one line about a change that was made outside Terraform, and what the plan does about it. */
export function driftInWords({ answer, ...change }: Drifted): ChangeInWords {
  const { address, says } = changeInWords(change);
  return { address, says: answer === undefined ? says : `${says}; ${answer}` };
}

/** Returns one line about a planned change. */
export function changeInWords(change: Change): ChangeInWords {
  // A forgotten resource was moved only to be forgotten; users know its previous address.
  const address = change.action === "forget" ? (change.movedFrom ?? change.address) : change.address;
  return { address: printable(address), says: printable(whatChanges(change)) };
}

function whatChanges(change: Change): string {
  const { action, order, movedFrom, imported, reason } = change;
  if (action === "forget") return verbs.forget;
  const moved = movedFrom === undefined ? [] : [`moves here from ${movedFrom}`];
  const imports = imported === undefined ? [] : [`is imported (${imported})`];
  const verb =
    verbs[action] === ""
      ? []
      : [
          `${verbs[action]}${order === undefined ? "" : `, ${order === "create-first" ? "new before old" : "old before new"}`}`,
        ];
  const why =
    reason === "replace_because_tainted"
      ? " (its last creation failed)"
      : reason === "replace_by_request"
        ? " (as asked)"
        : "";
  const details = action === "update" || action === "replace" ? differencesInWords(change, 3) : [];
  return `${[...moved, ...imports, ...verb].join(", ")}${why}${details.length === 0 ? "" : `: ${details.join(", ")}`}`;
}

/** Returns differences in words, such as `schedule_expression "a" → "b"`, without those that only follow from a new version. */
function differencesInWords({ differences, action }: Change, most: number): string[] {
  const reported = differences.filter(
    ({ path, after }) =>
      !(path.includes("ami_tags") && isProvenance(String(path.at(-1)))) &&
      !(action === "replace" && after === UNKNOWN) &&
      path[0] !== "tags_all",
  );
  const shown = reported.slice(0, most).map(({ path, before, after }) => {
    const name = dotted(path);
    // Findings describe the differences between policies.
    return isJson(before) || isJson(after) ? name : `${name} ${inWords(before, 60)} → ${inWords(after, 60)}`;
  });
  return reported.length > most ? [...shown, `${reported.length - most} more`] : shown;
}

/** Returns the words for a resource type by which changes are grouped: `aws_iam_role_policy` → `IAM role policy`. */
function nounOf(type: string): string {
  const words = type.replace(/^aws_/, "").split("_");
  const [first = "", ...rest] = words;
  const service = /^(iam|s3|kms|sns|sqs|ecr|ec2|ssm|vpc|rds|efs)$/.test(first)
    ? first.toUpperCase()
    : first === "imagebuilder"
      ? ""
      : first;
  return [service, ...rest].filter((word) => word !== "").join(" ");
}

/** Returns the changes that no other section of the report contains. */
export function otherChanges({ changes }: Review): readonly ReviewedChange[] {
  return changes.filter(({ reported }) => !reported);
}

/** Groups changes by type, in the order in which the types first appear. */
export function byType(changes: readonly ReviewedChange[]): readonly (readonly [string, readonly ReviewedChange[]])[] {
  return [...groupBy(changes, ({ type }) => printable(nounOf(type)))];
}
