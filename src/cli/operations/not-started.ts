import { explainTrouble } from "../../operations/aws/trouble";
import type { PlannedBuild } from "../../operations/builds/plan-builds";
import type { Outcome } from "../../operations/builds/run-builds";
import { OperationError } from "../../operations/operation-error";
import { howToRun } from "../../problems/how-to-run";
import type { Operated } from "./operate";

type Outcomes = ReadonlyMap<string, Outcome<unknown>>;

/** A sentence for each build that was not started, or was lost on the way, with the reason. */
export function refusals(outcomes: Outcomes): string[] {
  return [...outcomes].flatMap(([name, outcome]) => {
    if (outcome.kind === "done") return [];
    if (outcome.kind === "not-started") return `${name} was not started: its parent ${outcome.parent} is not AVAILABLE`;
    if (outcome.error instanceof OperationError) return `${name}: ${outcome.error.message}`;
    const said = explainTrouble(outcome.error);
    return said === undefined ? [] : `${name} was not started: ${said}`;
  });
}

/** The first of those that are a fault of this program, which `refusals` has no words for. */
export function faultIn(outcomes: Outcomes): Extract<Outcome<unknown>, { kind: "refused" }> | undefined {
  for (const outcome of outcomes.values())
    if (
      outcome.kind === "refused" &&
      !(outcome.error instanceof OperationError) &&
      explainTrouble(outcome.error) === undefined
    )
      return outcome;
  return undefined;
}

export function noPipeline(name: string, plan: readonly PlannedBuild[], { environment, connection }: Operated): string {
  const after = plan.find(({ built }) => built.name === name)?.after;
  const { account, region } = connection.place;
  const why = `"${name}" has no pipeline in account ${account}, ${region}`;
  return after === undefined
    ? `${why}: deploy it with "${howToRun(`deploy ${environment}`)}", then build it`
    : `${why}: AWS cannot create a recipe whose parent image was never built. Once ${after} is AVAILABLE, run "${howToRun(`deploy ${environment}`)}", then build ${name}`;
}
