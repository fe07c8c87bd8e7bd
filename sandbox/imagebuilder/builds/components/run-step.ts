import { parseImageBuilderArn } from "../../../../src/aws/image-builder-arn";
import { arnName } from "../../../../src/aws/resource-name";
import type { Build } from "../build";
import type { ComponentFailure } from "../failure";
import type { Moment } from "../moment";
import type { ComponentTrouble } from "../troubles/trouble";
import type { PlacedStep } from "./document-outline";

/** Simulates one step of a component document, with all iterations of its loop, and logs it like AWSTOE. */
export function* runStep(build: Build, placed: PlacedStep): Generator<Moment, ComponentFailure | undefined, undefined> {
  const { step } = placed;
  const failed: number[] = [];
  let last: { readonly message: string; readonly stderr: string } | undefined;
  for (let iteration = 0; iteration < step.iterations; iteration++) {
    build.log.add(`Step ${step.name}`);
    const trouble = troubleOf(build, placed, iteration);
    if (trouble !== undefined) yield* reboot(build, placed, trouble);
    last = module(build, step.action, trouble) ?? last;
    yield "progress";
    if (trouble === undefined) continue;
    failed.push(iteration);
    if (step.onFailure === "Abort") break;
  }
  if (last === undefined) return undefined;
  // Source: Image Builder User Guide, "Use looping constructs". The message of a failed loop names its iterations, but not the message of
  // each.
  const errorMessage = step.isLoop ? `Loop iterations failed: ${failed.join(", ")}. ${last.message}` : last.message;
  const failure = {
    componentArn: placed.componentArn,
    phaseName: placed.phase,
    stepName: step.name,
    action: step.action,
    errorMessage,
  };
  if (build.site.settings.failureContext && !build.hasFailedStep) {
    build.hasFailedStep = true;
    build.log.add(blockOf(failure, last.stderr));
  }
  return failure;
}

const executes = (action: string): boolean => action.startsWith("Execute") && action !== "ExecuteDocument";

/** Logs the messages of an action module. Returns its error, if there is one. */
function module(
  { log }: Build,
  action: string,
  trouble: ComponentTrouble | undefined,
): { readonly message: string; readonly stderr: string } | undefined {
  log.add(`${action}: STARTED EXECUTION`);
  if (!executes(action)) {
    const message = trouble?.error ?? trouble?.stderr ?? "failed";
    log.add(...(trouble === undefined ? [] : [`${action}: ${message}`]), `${action}: FINISHED EXECUTION`);
    return trouble === undefined ? undefined : { message: `${action}: ${message}`, stderr: "" };
  }
  const { stdout, stderr, exitCode } = trouble ?? { exitCode: 0 };
  log.add(
    `${action}: Created temporary directory: /tmp/${action.toLowerCase()}`,
    ...(stdout === undefined ? [] : [`CmdExecution: Stdout: ${stdout}`]),
    ...(stderr === undefined ? [] : [`CmdExecution: Stderr: ${stderr}`]),
    `CmdExecution: ExitCode ${exitCode ?? 1}`,
    ...(trouble === undefined ? ["Command execution completed successfully"] : []),
    `${action}: FINISHED EXECUTION`,
  );
  if (trouble === undefined) return undefined;
  return {
    message: trouble.error ?? `${action}: Command execution has resulted in an error: exit status ${exitCode ?? 1}`,
    stderr: stderr ?? "",
  };
}

/**
 * Simulates restarts of the machine. A step that asks for a restart runs again afterwards, and AWSTOE logs document, phase and step again.
 */
function* reboot(
  { log }: Build,
  { componentArn, phase, step }: PlacedStep,
  trouble: ComponentTrouble,
): Generator<Moment, void, undefined> {
  for (let count = 0; count < (trouble.reboots ?? 0); count++) {
    log.add(
      `${step.action}: STARTED EXECUTION`,
      `CmdExecution: ExitCode ${trouble.exitCode ?? 194}`,
      "Getting reboot signal",
      "Rebooting the system now",
    );
    yield "progress";
    log.add(
      "Recovery completed for detailed output.",
      "Executor: System has rebooted successfully",
      `Document ${componentArn}`,
      `Phase ${phase}`,
      `Step ${step.name}`,
    );
    yield "progress";
  }
  while (trouble.outcome === "hangs") yield "waiting";
}

function troubleOf(
  build: Build,
  { componentArn, phase, step }: PlacedStep,
  iteration: number,
): ComponentTrouble | undefined {
  const name = parseImageBuilderArn(componentArn)?.path[0];
  return build.site.settings.troubles.find(
    (trouble): trouble is ComponentTrouble =>
      trouble.kind === "component" &&
      build.isNamed(trouble.image) &&
      (trouble.component === undefined || arnName(trouble.component) === name) &&
      (trouble.phase === undefined || trouble.phase === phase) &&
      (trouble.iteration ?? 0) === iteration &&
      // A fault without the name of a step applies to any step that can fail in this way.
      (trouble.step === undefined
        ? executes(step.action) === (trouble.error === undefined)
        : trouble.step === step.name),
  );
}

/** Returns the block that the service logs for the first failed step, since 2026. Source: Image Builder User Guide, "Failure context". */
function blockOf(failure: ComponentFailure, stderr: string): string {
  return [
    `Document: ${parseImageBuilderArn(failure.componentArn)?.path[0] ?? failure.componentArn}`,
    `ComponentArn: ${failure.componentArn}`,
    `Phase: ${failure.phaseName}`,
    `Step: ${failure.stepName}`,
    `Action: ${failure.action}`,
    `ErrorMessage: ${failure.errorMessage}`,
    `Stderr: ${stderr}`,
  ].join("\n");
}
