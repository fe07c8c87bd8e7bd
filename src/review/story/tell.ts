import { counted } from "../../collections/counted";
import { listOf } from "../../problems/suggest";
import type { TextDiff } from "../diffs/text-diff";
import type { Change, Plan } from "../plan/plan";
import { at, textAt } from "../plan/value";
import { type Built, builtBy, distributionsOf, infrastructuresOf, parentOf, type Run, runsOf } from "./built";
import { type Consumers, consumersOf, documentNames } from "./consumers";
import type { Links } from "./links";
import { type Clock, nextRunInWords } from "./next-run";
import { recipeReasons } from "./recipe-reasons";
import { settingsReasons } from "./settings-reasons";
import type { Story } from "./story";

export interface TellContext {
  readonly plan: Plan;
  readonly links: Links;
  readonly clock: Clock;
  /** Diffs of document texts by the address of their resource. */
  readonly diffs: ReadonlyMap<string, TextDiff>;
  readonly channels: readonly string[];
}

/** Returns the changes of each image and container of a plan. Parents come before the images that are based on them. */
export function tellStories({ plan, links, clock, diffs, channels }: TellContext): readonly Story[] {
  const all = builtBy(plan, links);
  const names = documentNames(plan.changes.flatMap(({ before, after }) => [before, after]));
  const documentName = (name: string): string => names.get(name) ?? name;
  const emptied = emptiedRepositories(plan);
  const stories = new Map<Built, Story>();
  for (const built of all) {
    const parent = parentOf(built, all);
    const story = storyOf(built, parent === undefined ? undefined : stories.get(parent), {
      clock,
      channels,
      emptied,
      links,
      diffs,
      recipe: (change) => recipeReasons(change, { links, diffs, documentName }),
    });
    stories.set(built, story);
  }
  return [...stories.values()];
}

interface Telling extends Pick<TellContext, "clock" | "channels" | "links" | "diffs"> {
  readonly emptied: ReadonlySet<string>;
  readonly recipe: (change: Change) => string[];
}

/** Returns the names of the ECR repositories that are destroyed with their container images. */
function emptiedRepositories({ changes }: Plan): ReadonlySet<string> {
  return new Set(
    changes
      .filter(({ type, action }) => type === "aws_ecr_repository" && action === "delete")
      .filter(({ before }) => at(before, "force_delete") === true)
      .flatMap(({ before }) => textAt(before, "name") ?? []),
  );
}

function storyOf(
  built: Built,
  parent: Story | undefined,
  { clock, channels, emptied, links, diffs, recipe: reasonsOf }: Telling,
): Story {
  const { recipe, pipelines, image } = built;
  const fate = fateOf(built, parent);
  const rebuilt = fate === "rebuilt" && recipe !== undefined ? reasonsOf(recipe) : [];
  const ofParent =
    parent !== undefined && isRebuilt(parent) && fate !== "new" && fate !== "removed"
      ? [`its parent ${parent.name} is ${parent.fate === "new" ? "new" : "rebuilt"}`]
      : [];
  const settings = fate === "new" || fate === "removed" ? [] : settingsReasons(built, { links, diffs });
  const side = fate === "removed" ? "before" : "after";
  const consumers = distributionsOf(built).flatMap((distribution) => consumersOf(distribution[side]));
  return {
    name: built.name,
    kind: built.kind,
    fate,
    versionBefore: textAt(recipe?.before ?? null, "version"),
    versionAfter: fate === "removed" ? undefined : textAt(recipe?.after ?? null, "version"),
    reasons: [...new Set([...rebuilt, ...ofParent, ...settings])],
    builtByApply: image?.change.action === "create" || image?.change.action === "replace",
    next:
      fate === "removed"
        ? consumers.some(({ repository = "" }) => emptied.has(repository))
          ? "no longer built; its repository is destroyed with the container images in it"
          : `no longer built; its ${built.kind === "image" ? "AMIs" : "container images"} stay`
        : nextRuns(pipelines, clock),
    received: consumers.length === 0 ? undefined : consumersInWords(consumers, built.kind),
    channels: built.kind === "image" ? channelsInWords(fate, channels) : undefined,
    consumers,
    standsOn: parent?.name,
    addresses: [
      ...(recipe === undefined ? [] : [recipe]),
      ...runsOf(built).map(({ change }) => change),
      ...distributionsOf(built),
      ...infrastructuresOf(built),
    ].map(({ address }) => address),
  };
}

/** Returns the effect on channels in words. Only `promote` and `rollback` move a channel. */
function channelsInWords(fate: Story["fate"], channels: readonly string[]): string | undefined {
  if (channels.length === 0 || fate === "same" || fate === "changed") return undefined;
  const names = listOf(channels);
  if (fate === "removed") return `parameters of its channels stay (${names})`;
  if (fate === "new") return `no channel points at it until a build is promoted (${names})`;
  return `no channel moves until a build is promoted (${names})`;
}

/** Returns the next run of the pipelines that stay, with their names if there are several. */
function nextRuns(pipelines: readonly Run[], clock: Clock): string | undefined {
  const staying = pipelines.map(({ change }) => change).filter(({ after }) => after !== null);
  const [only, ...others] = staying;
  if (only === undefined) return undefined;
  if (others.length === 0) return nextRunInWords(only.after, clock);
  return staying
    .map(({ name, after }) => `${textAt(after, "name") ?? name}: ${nextRunInWords(after, clock)}`)
    .join("; ");
}

function fateOf(built: Built, parent: Story | undefined): Story["fate"] {
  const { recipe, image } = built;
  const main = recipe ?? built.pipelines[0]?.change ?? image?.change;
  const isNew = runsOf(built).every(({ change }) => change.action === "create");
  if (main?.action === "create" && isNew) return "new";
  if (main?.action === "delete" || main?.action === "forget") return "removed";
  if (recipe?.action === "replace" || recipe?.action === "create" || image?.change.action === "replace")
    return "rebuilt";
  if (parent !== undefined && isRebuilt(parent)) return "follows";
  const parts = [...runsOf(built).map(({ change }) => change), ...distributionsOf(built), ...infrastructuresOf(built)];
  const isChanged = parts.some(({ action, differences }) => action !== "none" && differences.length > 0);
  const comesOrGoes = runsOf(built).some(({ change }) => /^(create|delete|forget)$/.test(change.action));
  return isChanged || comesOrGoes ? "changed" : "same";
}

function isRebuilt({ fate }: Story): boolean {
  return fate === "rebuilt" || fate === "follows" || fate === "new";
}

/** Returns the consumers in words, such as `received by 2 other accounts in eu-central-1, us-east-1`. */
function consumersInWords(consumers: readonly Consumers[], kind: Story["kind"]): string {
  const regions = consumers.map(({ region }) => region);
  const who = [...new Set(consumers.flatMap(({ launch, copies }) => [...launch, ...copies]))];
  const count = (test: RegExp, word: string): string[] => {
    const found = who.filter((each) => test.test(each)).length;
    return found === 0 ? [] : [counted(found, word)];
  };
  const others = who.includes("everybody")
    ? ["everybody"]
    : [
        ...count(/^\d{12}$/, "other account"),
        ...count(/:organization\//, "organization"),
        ...count(/:ou\//, "organizational unit"),
      ];
  const where = regions.length <= 3 ? regions.join(", ") : `${regions.length} regions`;
  if (others.length > 0) return `received by ${others.join(", ")} in ${where}`;
  return kind === "container" ? `goes to ECR in ${where}` : `stays in its own account, in ${where}`;
}
