import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { noCode } from "../../src/adoption/code/terraform-code";
import { placeOfState } from "../../src/adoption/state/scope";
import type { State } from "../../src/adoption/state/state";
import { inspectProject } from "../../src/checks/inspect-project";
import type { TakenOver } from "../../src/cli/adopt/finish-take-over";
import { takeOver } from "../../src/cli/adopt/take-over";
import { loadProject } from "../../src/project/load-project";
import { synthesise } from "../../stacks/synthesise";
import { appliedState } from "./applied-state";
import { projectFolder } from "./project-folder";
import { filesOfProject, randomPlace, type RandomProject } from "./random-project";

/** Returns the folder of a project, and the state of its environment `dev` as if it had been applied. @param temporary an existing folder */
export async function appliedProject(
  said: RandomProject,
  temporary: string,
): Promise<{ readonly root: string; readonly state: State }> {
  const root = projectFolder(filesOfProject(said));
  const { lock, problems } = await inspectProject(root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  if (lock === undefined) throw new Error("there is no lock");
  writeFileSync(join(root, "versions.lock.json"), lock.text);
  const out = mkdtempSync(join(temporary, "out-"));
  const { stacks } = await synthesise(root, out);
  expect(stacks).toBeDefined();
  return { root, state: appliedState(join(out, "stacks", "dev"), randomPlace) };
}

/** Takes a state over into an empty folder. @param temporary an existing folder */
export async function takenOver(environment: string, state: State, temporary: string): Promise<TakenOver> {
  const place = placeOfState(state);
  if ("code" in place) throw new Error(place.message);
  const root = projectFolder({});
  return takeOver({
    environment,
    state,
    place,
    code: noCode,
    imports: [],
    project: await loadProject(root),
    root,
    temporary: mkdtempSync(join(temporary, "attempts-")),
    synthesise: async (project, outdir) => {
      const { problems, stacks } = await synthesise(project, outdir);
      return stacks === undefined ? problems.filter(({ severity }) => severity === "error") : [];
    },
  });
}
