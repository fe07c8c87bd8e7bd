import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { randomProject } from "../../helpers/random-project";
import { seed, tries } from "../../helpers/sample";
import { appliedProject, takenOver } from "../../helpers/taken-over";

test(`a state that any project of these settings made, taken over into an empty folder, plans nothing (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomProject, async (said) => {
      const temporary = mkdtempSync(join(tmpdir(), "golden-images-own-states-"));
      try {
        const { root, state } = await appliedProject(said, temporary);
        const over = await takenOver("dev", state, temporary);
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
