import { randomUUID } from "node:crypto";

import { Refusal } from "../../../refusal";
import type { Build } from "../build";
import { type RegionFailure, StepFailure } from "../failure";
import type { RegionTrouble } from "../troubles/trouble";

/** Executes the work for one region and account. Returns a failure if the settings inject one, or if another service refuses a call. */
export async function inRegion(
  build: Build,
  { region, accountId }: { readonly region: string; readonly accountId: string },
  imageConfigurationStep: string | undefined,
  act: () => Promise<void>,
): Promise<RegionFailure | undefined> {
  const failure = (errorMessage: string): RegionFailure => ({
    region,
    targetAccountId: accountId,
    status: "FAILED",
    ...(imageConfigurationStep === undefined ? {} : { imageConfigurationStep }),
    errorMessage,
  });
  const trouble = build.site.settings.troubles.find(
    (each): each is RegionTrouble =>
      each.kind === "region" &&
      build.isNamed(each.image) &&
      (each.region === undefined || each.region === region) &&
      each.configurationStep === imageConfigurationStep,
  );
  if (trouble !== undefined) return failure(trouble.message.replaceAll("{account}", accountId));
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return failure(`${error.code}: ${error.message}`);
    throw error;
  }
}

/** Returns one entry in the outputs of a distribution step. Source: Image Builder User Guide, workflow step actions. */
export function outcomeOf(
  { region, accountId, imageId }: { readonly region: string; readonly accountId: string; readonly imageId?: string },
  name: string,
  time: string,
  failure: RegionFailure | undefined,
): Record<string, unknown> {
  return {
    region,
    accountId,
    amiId: imageId,
    name,
    dateStarted: time,
    dateStopped: time,
    status: failure === undefined ? "Completed" : "Failed",
    step: failure?.imageConfigurationStep,
    errorMessage: failure?.errorMessage,
  };
}

/** Fails the step if any region has failed, after all regions are done. */
export function requireAll(
  build: Build,
  what: "Distribution" | "Integration",
  outputs: Record<string, unknown>,
  failures: readonly RegionFailure[],
): void {
  if (failures.length === 0) return;
  const clauses = failures.map(
    ({ region, targetAccountId, errorMessage }) => ` '${region}' (account ${targetAccountId}): ${errorMessage}.`,
  );
  const reason = `${what} failed with JobId '${randomUUID()}', status = 'Failed' for ARN '${build.arn}'.${clauses.join("")}`;
  throw new StepFailure(reason, { message: reason, outputs, regions: failures });
}
