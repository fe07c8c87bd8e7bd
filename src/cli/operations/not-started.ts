import { UserError } from "../../files/user-error";
import { explainTrouble, troubleOf } from "../../operations/aws/trouble";
import type { PlannedBuild } from "../../operations/builds/plan-builds";
import type { Outcome } from "../../operations/builds/run-builds";
import { howToRun } from "../../problems/how-to-run";
import type { Operated } from "./operate";

type Outcomes = ReadonlyMap<string, Outcome<unknown>>;

/** Returns a sentence with the reason for each build that was not started, or whose start failed. */
export function refusals(outcomes: Outcomes): string[] {
  return [...outcomes].flatMap(([name, outcome]) => refusal(name, outcome) ?? []);
}

/** Returns the first outcome that is a fault of this program. {@link refusals} has no sentence for such outcomes. */
export function faultIn(outcomes: Outcomes): Extract<Outcome<unknown>, { kind: "refused" }> | undefined {
  for (const [name, outcome] of outcomes)
    if (outcome.kind === "refused" && refusal(name, outcome) === undefined) return outcome;
  return undefined;
}

function refusal(name: string, outcome: Outcome<unknown>): string | undefined {
  if (outcome.kind === "done") return undefined;
  if (outcome.kind === "not-started") return `${name} was not started: its parent ${outcome.parent} is not AVAILABLE`;
  if (outcome.error instanceof UserError) return `${name}: ${outcome.error.message}`;
  const said = explainTrouble(outcome.error, "run this again: a build that runs is followed, not started again");
  if (said === undefined) return undefined;
  // If AWS has not answered, it may have started the build.
  return troubleOf(outcome.error) === "passing"
    ? `${name} may not be started: ${said}`
    : `${name} was not started: ${said}`;
}

/** Explains why an image cannot be built: it has no pipeline in AWS or in the definitions. */
export function noPipeline(name: string, plan: readonly PlannedBuild[], { environment, connection }: Operated): string {
  const planned = plan.find(({ built }) => built.name === name);
  const after = planned?.after;
  const { account, region } = connection.place;
  if (planned !== undefined && planned.pipeline === undefined)
    return `"${name}" has no pipeline: its schedule is no-pipeline in environments/${environment}.yaml`;
  const why = `"${name}" has no pipeline in account ${account}, ${region}`;
  return after === undefined
    ? `${why}: deploy it with "${howToRun(`deploy ${environment}`)}", then build it`
    : `${why}: AWS cannot create a recipe whose parent image was never built. Once ${after} is AVAILABLE, run "${howToRun(`deploy ${environment}`)}", then build ${name}`;
}
