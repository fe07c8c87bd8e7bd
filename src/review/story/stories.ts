import { counted } from "../../collections/counted";
import { listOf } from "../../problems/suggest";
import type { Plan } from "../plan/plan";
import { at, textAt } from "../plan/value";
import { type Built, distributionsOf, infrastructuresOf, parentOf, type Run, runsOf } from "./built";
import { type Consumers, consumersOf } from "./consumers";
import { nextRunInWords } from "./next-run";
import type { StoryContext } from "./plan-context";
import { recipeReasons } from "./recipe-reasons";
import { settingsReasons } from "./settings-reasons";
import type { Story } from "./story";

/** Returns the changes of each image and container of a plan. Parents come before the images that are based on them. */
export function storiesOf(context: StoryContext): readonly Story[] {
  const stories = new Map<Built, Story>();
  for (const built of context.built) {
    const parent = parentOf(built, context.built);
    stories.set(built, storyOf(built, parent && stories.get(parent), context));
  }
  return [...stories.values()];
}

function storyOf(built: Built, parent: Story | undefined, context: StoryContext): Story {
  const { recipe, pipelines, image } = built;
  const fate = fateOf(built, parent);
  const rebuilt = fate === "rebuilt" && recipe !== undefined ? recipeReasons(recipe, context) : [];
  const ofParent =
    parent !== undefined && isRebuilt(parent) && fate !== "new" && fate !== "removed"
      ? [`its parent ${parent.name} is ${parent.fate === "new" ? "new" : "rebuilt"}`]
      : [];
  const settings = fate === "new" || fate === "removed" ? [] : settingsReasons(built, context);
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
    next: fate === "removed" ? whatStays(built.kind, consumers, context.plan) : nextRuns(pipelines, context.now),
    received: consumers.length === 0 ? undefined : consumersInWords(consumers, built.kind),
    channels: built.kind === "image" ? channelsInWords(fate, context.channels) : undefined,
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

/** Returns what stays of an image that is no longer built. */
function whatStays(kind: Story["kind"], consumers: readonly Consumers[], { changes }: Plan): string {
  // ECR repositories that are destroyed with their container images.
  const emptied = changes
    .filter(
      ({ type, action, before }) =>
        type === "aws_ecr_repository" && action === "delete" && at(before, "force_delete") === true,
    )
    .map(({ before }) => textAt(before, "name"));
  return consumers.some(({ repository }) => repository !== undefined && emptied.includes(repository))
    ? "no longer built; its repository is destroyed with the container images in it"
    : `no longer built; its ${kind === "image" ? "AMIs" : "container images"} stay`;
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
function nextRuns(pipelines: readonly Run[], now: Date): string | undefined {
  const staying = pipelines.map(({ change }) => change).filter(({ after }) => after !== null);
  const [only, ...others] = staying;
  if (only === undefined) return undefined;
  if (others.length === 0) return nextRunInWords(only.after, now);
  return staying.map(({ name, after }) => `${textAt(after, "name") ?? name}: ${nextRunInWords(after, now)}`).join("; ");
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
