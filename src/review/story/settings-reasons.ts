import { sizeInWords } from "../diffs/text-diff";
import { type Difference, dotted } from "../plan/differences";
import type { Change } from "../plan/plan";
import { inWords, listAt, textAt, UNKNOWN } from "../plan/value";
import { type Built, distributionsOf, infrastructuresOf, runsOf } from "./built";
import { type Consumers, consumersOf, isProvenance } from "./consumers";
import type { Links } from "./links";
import { scheduleOf } from "./next-run";
import type { StoryContext } from "./plan-context";

/** Returns the changes of an image's pipelines, workflows, infrastructure and distribution in words. */
export function settingsReasons(built: Built, { links, diffs }: StoryContext): string[] {
  const { pipelines, recipe } = built;
  const several = pipelines.length > 1;
  const reasons = [
    ...workflowReasons(built, links, diffs),
    ...pipelines.flatMap(({ change }) => pipelineReasons(change, several)),
    ...distributionsOf(built).flatMap(distributionReasons),
    ...infrastructuresOf(built).flatMap((infrastructure) =>
      inWordsOf("its build instances change", written(infrastructure)),
    ),
  ];
  // Without a new version of the recipe, no difference of its pipelines follows from one.
  return reasons.length > 0 || recipe?.action === "replace"
    ? reasons
    : pipelines.flatMap(({ change }) => inWordsOf("its pipeline changes", written(change)));
}

/** Returns the differences of a resource without the attributes that AWS sets. */
function written({ action, differences }: Change): readonly Difference[] {
  if (action !== "update" && action !== "replace") return [];
  return differences.filter(
    ({ path }) =>
      !/^(date_|tags_all$|arn$|id$)/.test(String(path[0])) &&
      !(path.includes("ami_tags") && isProvenance(String(path.at(-1)))),
  );
}

/** Returns the differences that a user made, without those that follow from a new version. */
function changes(change: Change): readonly Difference[] {
  return written(change).filter(({ path, after }) => after !== UNKNOWN && !String(path[0]).endsWith("_arn"));
}

function inWordsOf(what: string, differences: readonly Difference[]): string[] {
  return differences.length === 0 ? [] : [`${what}: ${namesOf(differences)}`];
}

/** Returns the changed workflows of an image in words, without duplicates. */
function workflowReasons(built: Built, links: Links, diffs: StoryContext["diffs"]): string[] {
  const reasons = runsOf(built).flatMap(({ change }) =>
    listAt(change.after, "workflow").flatMap((_, index) => {
      const workflow = links.target(change, "after", ["workflow", index, "workflow_arn"]);
      if (workflow?.action !== "replace") return [];
      const [was, is] = [textAt(workflow.before, "version"), textAt(workflow.after, "version")];
      const diff = diffs.get(workflow.address);
      const size = diff === undefined ? "" : ` (${sizeInWords(diff)})`;
      return [
        `its workflow ${textAt(workflow.after, "name") ?? workflow.name} ${was ?? "?"} → ${is ?? "?"} changed${size}`,
      ];
    }),
  );
  return [...new Set(reasons)];
}

/**
 * Returns the changes of a pipeline in words.
 *
 * @param several true to name the pipeline, because the image has several
 */
function pipelineReasons(pipeline: Change, several: boolean): string[] {
  const name = textAt(pipeline.after, "name") ?? textAt(pipeline.before, "name") ?? pipeline.name;
  const its = several ? `its pipeline ${name}` : "its pipeline";
  if (pipeline.action === "create") return [`${its} is new`];
  if (pipeline.action === "delete" || pipeline.action === "forget") return [`${its} goes`];
  const changed = changes(pipeline);
  if (changed.length === 0) return [];
  const reasons: string[] = [];
  const [was, is] = [scheduleOf(pipeline.before), scheduleOf(pipeline.after)];
  const inText = (schedule: typeof was): string =>
    typeof schedule !== "object"
      ? (schedule ?? "none")
      : `${schedule.cron} ${schedule.timezone}${schedule.onUpdates ? ", on updates" : ""}`;
  if (inText(was) !== inText(is))
    reasons.push(`${several ? `the schedule of ${its}` : "its schedule"} changes: ${inText(was)} → ${inText(is)}`);
  const status = changed.find(({ path }) => path[0] === "status");
  if (status !== undefined) reasons.push(`${its} is ${status.after === "DISABLED" ? "disabled" : "enabled"}`);
  const rest = changed.filter(({ path }) => !["schedule", "status"].includes(String(path[0])));
  if (rest.length > 0) reasons.push(`${its} changes: ${namesOf(rest)}`);
  return reasons;
}

function distributionReasons(distribution: Change): string[] {
  const changed = changes(distribution);
  if (changed.length === 0) return [];
  const [was, is] = [consumersOf(distribution.before), consumersOf(distribution.after)];
  const regions = (consumers: readonly Consumers[]): string[] => consumers.map(({ region }) => region);
  const added = regions(is).filter((region) => !regions(was).includes(region));
  const gone = regions(was).filter((region) => !regions(is).includes(region));
  const reasons = [
    ...(added.length > 0 ? [`it also goes to ${added.join(", ")}`] : []),
    ...(gone.length > 0 ? [`it does not go to ${gone.join(", ")} any longer; what is there stays`] : []),
  ];
  const isUnknown = distribution.differences.some(
    ({ path, after }) =>
      after === UNKNOWN && (path.includes("launch_permission") || path.includes("target_account_ids")),
  );
  for (const now of is) {
    const old = was.find(({ region }) => region === now.region);
    if (old === undefined) continue;
    const [whoWas, whoIs] = [
      [...old.launch, ...old.copies],
      [...now.launch, ...now.copies],
    ];
    const come = whoIs.filter((who) => !whoWas.includes(who));
    const lost = whoWas.filter((who) => !whoIs.includes(who));
    if (come.length > 0) reasons.push(`${come.join(", ")} gain${come.length === 1 ? "s" : ""} it in ${now.region}`);
    // The old consumers may be among those that are known only after apply.
    if (lost.length > 0 && !isUnknown)
      reasons.push(`new ones are not shared with ${lost.join(", ")} in ${now.region} any longer`);
    if (old.kmsKey !== now.kmsKey) reasons.push(`its key in ${now.region} changes`);
  }
  return reasons.length > 0 ? reasons : [`its distribution changes: ${namesOf(changed)}`];
}

/** Returns differences in words, such as `timeout_minutes 720 → 60, tags.team "a" → "b"`. */
function namesOf(differences: readonly Difference[]): string {
  // Several regions may have the same difference.
  const all = new Set(
    differences.map(({ path, before, after }) => `${dotted(path)} ${inWords(before, 40)} → ${inWords(after, 40)}`),
  );
  return [...[...all].slice(0, 4), ...(all.size > 4 ? [`${all.size - 4} more`] : [])].join(", ");
}
