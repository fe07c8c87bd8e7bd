import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { noCode } from "../../../src/adoption/code/terraform-code";
import { placeOfState } from "../../../src/adoption/state/scope";
import { inspectProject } from "../../../src/checks/inspect-project";
import { takeOver } from "../../../src/cli/adopt/take-over";
import { loadProject } from "../../../src/project/load-project";
import { synthesise } from "../../../stacks/synthesise";
import { appliedState } from "../../helpers/applied-state";
import { projectFolder } from "../../helpers/project-folder";
import { filesOfProject, randomPlace, randomProject } from "../../helpers/random-project";
import { seed, tries } from "../../helpers/sample";

test(`a state that any project of these settings made, taken over into an empty folder, plans nothing (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomProject, async (said) => {
      const root = projectFolder(filesOfProject(said));
      const { lock, problems } = await inspectProject(root);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      if (lock === undefined) throw new Error("there is no lock");
      writeFileSync(join(root, "versions.lock.json"), lock.text);
      const temporary = mkdtempSync(join(tmpdir(), "golden-images-own-states-"));
      try {
        const { stacks } = await synthesise(root, join(temporary, "out"));
        expect(stacks).toBeDefined();
        const state = appliedState(join(temporary, "out", "stacks", "dev"), randomPlace);
        const found = placeOfState(state);
        if ("code" in found) throw new Error(found.message);
        mkdirSync(join(temporary, "empty"));
        const over = await takeOver({
          environment: "dev",
          state,
          place: found,
          code: noCode,
          imports: [],
          project: await loadProject(join(temporary, "empty")),
          root: join(temporary, "empty"),
          temporary: mkdtempSync(join(temporary, "attempts-")),
          synthesise: async (project, outdir) => {
            const { problems: refused, stacks: made } = await synthesise(project, outdir);
            return made === undefined ? refused.filter(({ severity }) => severity === "error") : [];
          },
        });
        const [, text] = [...over.files].find(([file]) => file.startsWith("components/")) ?? [];
        expect({
          notes: over.notes,
          created: over.matching.created.map(({ address }) => address),
          left: over.matching.left.map(({ address }) => address),
          text,
        }).toEqual({
          notes: [],
          created: [],
          left: [],
          text: readFileSync(join(root, "components/linux/hello.yaml"), "utf8"),
        });
      } finally {
        rmSync(temporary, { recursive: true });
      }
    }),
    { seed, numRuns: tries(20), endOnFailure: !process.env.SHRINK },
  );
});
