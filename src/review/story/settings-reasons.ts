import type { Difference } from "../plan/differences";
import type { Change } from "../plan/plan";
import { inWords, textAt, UNKNOWN } from "../plan/value";
import { type Built, distributionsOf, infrastructuresOf } from "./built";
import { scheduleOf } from "./next-run";
import { isProvenance, type Receiver, receiversOf } from "./receivers";

/** What changes of when, where and how something is built, and of who gets it; in words. */
export function settingsReasons(built: Built): string[] {
  const { pipelines } = built;
  const several = pipelines.length > 1;
  return [
    ...pipelines.flatMap(({ change }) => pipelineReasons(change, several)),
    ...distributionsOf(built).flatMap(distributionReasons),
    ...infrastructuresOf(built).flatMap((infrastructure) => {
      const changed = changes(infrastructure);
      return changed.length > 0 ? [`its build instances change: ${namesOf(changed)}`] : [];
    }),
  ];
}

/** Differences that somebody has made, not those that only follow a new version. */
function changes(change: Change): readonly Difference[] {
  if (change.action !== "update" && change.action !== "replace") return [];
  return change.differences.filter(
    ({ path, after }) =>
      after !== UNKNOWN &&
      !/^(date_|tags_all$|arn$|id$)/.test(String(path[0])) &&
      !String(path[0]).endsWith("_arn") &&
      !(path.includes("ami_tags") && isProvenance(String(path.at(-1)))),
  );
}

/** @param several whether it is to be told which one is meant */
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
    schedule === undefined
      ? "none"
      : `${schedule.cron} ${schedule.timezone}${schedule.onUpdates ? ", on updates" : ""}`;
  if (inText(was) !== inText(is))
    reasons.push(`${several ? `the schedule of ${its}` : "its schedule"} changes from ${inText(was)} to ${inText(is)}`);
  const status = changed.find(({ path }) => path[0] === "status");
  if (status !== undefined) reasons.push(`${its} is ${status.after === "DISABLED" ? "disabled" : "enabled"}`);
  const rest = changed.filter(({ path }) => !["schedule", "status"].includes(String(path[0])));
  if (rest.length > 0) reasons.push(`${its} changes: ${namesOf(rest)}`);
  return reasons;
}

function distributionReasons(distribution: Change): string[] {
  const changed = changes(distribution);
  if (changed.length === 0) return [];
  const [was, is] = [receiversOf(distribution.before), receiversOf(distribution.after)];
  const regions = (receivers: readonly Receiver[]): string[] => receivers.map(({ region }) => region);
  const added = regions(is).filter((region) => !regions(was).includes(region));
  const gone = regions(was).filter((region) => !regions(is).includes(region));
  const reasons = [
    ...(added.length > 0 ? [`it also goes to ${added.join(", ")}`] : []),
    ...(gone.length > 0 ? [`it does not go to ${gone.join(", ")} any longer; what is there stays`] : []),
  ];
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
    if (lost.length > 0) reasons.push(`new ones are not shared with ${lost.join(", ")} in ${now.region} any longer`);
    if (old.kmsKey !== now.kmsKey) reasons.push(`its key in ${now.region} changes`);
  }
  return reasons.length > 0 ? reasons : [`its distribution changes: ${namesOf(changed)}`];
}

/** `timeout_minutes 720 → 60, tags.team "a" → "b"` */
function namesOf(differences: readonly Difference[]): string {
  const shown = differences
    .slice(0, 4)
    .map(
      ({ path, before, after }) =>
        `${path.filter((step) => typeof step === "string").join(".")} ${inWords(before, 40)} → ${inWords(after, 40)}`,
    );
  return [...shown, ...(differences.length > 4 ? [`${differences.length - 4} more`] : [])].join(", ");
}
