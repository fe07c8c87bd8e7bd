import { GetComponentCommand, type GetComponentCommandOutput } from "@aws-sdk/client-imagebuilder";

import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { orElse } from "../aws/exists";
import type { StepRun } from "../builds/step-run";
import type { BuildDetails } from "../images/find-builds";
import type { Cause } from "./causes/cause";
import { factsOf, knownCause } from "./causes/known-cause";
import { type Evidence, gatherEvidence } from "./evidence";
import { type LeftOver, leftOver } from "./left-over";
import { type DocumentSources, locateStep, type StepPlace } from "./locate-step";

/** Why a build failed: the evidence, the step in the project's YAML, the known cause, and the resources that the build has left behind. */
export interface Failure {
  readonly evidence: Evidence;
  readonly place?: StepPlace;
  readonly cause?: Cause;
  readonly left: readonly LeftOver[];
}

/** A failed build with its image in AWS and the steps that it ran. */
export interface FailedBuild {
  readonly built: Built;
  readonly image: BuildDetails;
  readonly steps: readonly StepRun[];
}

/** Explains why a build failed, from AWS and from the files of the project. */
export async function explainFailure(
  connection: Connection,
  { built, image, steps }: FailedBuild,
  sources: Omit<DocumentSources, "textInAws">,
): Promise<Failure> {
  const evidence = await gatherEvidence(connection, built, image, steps);
  const textInAws = async (arn: string): Promise<string | undefined> => componentText(connection, arn);
  const [place, left] = await Promise.all([
    evidence.component && locateStep(evidence.component, { ...sources, textInAws }),
    leftOver(connection, image, steps),
  ]);
  return { evidence, place, cause: knownCause(factsOf(evidence)), left };
}

/** Returns the document of a component from AWS, or undefined if it no longer exists or cannot be read. */
async function componentText({ imageBuilder }: Connection, arn: string): Promise<string | undefined> {
  // A recipe can name a version. Documents can be read only from a build of that version.
  const componentBuildVersionArn = /\/\d+\.\d+\.\d+$/.test(arn) ? `${arn}/1` : arn;
  const answer = imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
  return (await orElse<GetComponentCommandOutput | undefined>(answer, undefined))?.component?.data;
}
