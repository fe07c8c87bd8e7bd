import type { Built } from "../../factory/built";
import { explainTrouble } from "../../operations/aws/trouble";
import { deliveredLines } from "../../operations/builds/delivered";
import type { FollowEnd } from "../../operations/builds/follow-build";
import { explainFailure, type Failure } from "../../operations/failures/explain-failure";
import { versionAndBuild } from "../../operations/images/build-arn";
import { howToRun } from "../../problems/how-to-run";
import { printable } from "../../problems/printable";
import { shellWord } from "../../problems/shell-word";
import { wrappedText } from "../../problems/wrapped";
import { projectTexts } from "../plans/project-texts";
import type { Screen } from "../screen";
import type { FollowedBuild } from "./build-one";
import { duration } from "./build-screen";
import { failureText } from "./failure-text";
import type { Operated } from "./operate";

/** Describes how a build ended, what it has delivered or left behind, and what to do next. */
export async function endOfBuild(
  operated: Operated,
  { built, arn, end }: FollowedBuild,
  screen: Screen,
): Promise<string> {
  const { environment } = operated;
  const image = built.name;
  const build = versionAndBuild(arn);
  if (end?.kind !== "ended") {
    const trouble = end?.kind === "lost" ? explainTrouble(end.error, "follow it") : undefined;
    const why = trouble === undefined ? "" : `${wrappedText(printable(trouble), screen.columns)}\n`;
    return `\n${image} ${build} is not finished; it continues in AWS\n${why}  follow it: ${howToRun(`follow ${environment} ${shellWord(`${image}@${build}`)}`)}\n  end it:    ${howToRun(`cancel ${environment} ${shellWord(`${image}@${build}`)}`)}\n`;
  }
  const { status, state, dateCreated } = end.image;
  const ends = end.steps.flatMap((step) => step.end ?? []);
  const isTimed = ends.length > 0 && dateCreated !== undefined;
  const took = isTimed ? ` after ${duration(Math.max(...ends) - Date.parse(dateCreated))}` : "";
  const lines = [`${image} ${build} is ${status}${took}`];
  if (status === "AVAILABLE") {
    lines.push(...deliveredLines(end.image, operated.connection.place.account).map((line) => `  ${line}`));
    const [channel] = operated.factory.channels;
    lines.push("What comes next:");
    if (channel !== undefined && !("repository" in built))
      lines.push(`  promote it: ${howToRun(`promote ${environment} ${shellWord(image)} ${build} --to ${channel}`)}`);
    lines.push(`  what was built: ${howToRun(`images ${environment} ${shellWord(image)}`)}`);
  } else if (status === "FAILED") {
    const failure = await whyItFailed(operated, built, end);
    const named = shellWord(`${image}@${build}`);
    lines.push(
      failureText(failure, screen),
      "What comes next:",
      `  the whole log: ${howToRun(`logs ${environment} ${named}`)}`,
    );
    // The image is built. Only its distribution has failed.
    if (failure.evidence.stage === "DISTRIBUTING")
      lines.push(`  once that is fixed, without a new build: ${howToRun(`retry ${environment} ${named}`)}`);
  } else if (state?.reason !== undefined) lines.push(`  ${printable(state.reason)}`);
  return `\n${lines.join("\n")}\n`;
}

async function whyItFailed(
  { connection, factory, project, root }: Operated,
  built: Built,
  { image, steps }: Extract<FollowEnd, { kind: "ended" }>,
): Promise<Failure> {
  const findText = projectTexts(root).find;
  return explainFailure(connection, { built, image, steps }, { project, factory, findText });
}
