import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { inspectProject } from "../../../src/checks/inspect-project";
import { progressOn } from "../../../src/cli/progress";
import { runRecover } from "../../../src/cli/recover/run-recover";
import { exampleProject } from "../../../src/definitions/example-texts";
import { lockFile } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

/** A Terraform whose plan changes nothing. */
const terraform = '#!/bin/sh\nif [ "$1" = show ]; then echo "{}"; fi\n';

describe("what recover finds", () => {
  it("is nothing in an environment whose name ends like that of a consumer's stack, and which has no consumer", async () => {
    const root = projectFolder({
      "images/base.yaml": exampleProject.image,
      "environments/team-consumer.yaml": exampleProject.environment,
    });
    writeFileSync(join(root, lockFile), (await inspectProject(root)).lock?.text ?? "");
    const temporary = projectFolder({});
    mkdirSync(join(temporary, "bin"));
    writeFileSync(join(temporary, "bin", "terraform"), terraform, { mode: 0o755 });
    const said: string[] = [];
    const found = runRecover({
      root,
      stack: "team-consumer",
      environment: { PATH: [join(temporary, "bin"), "/bin", "/usr/bin"].join(delimiter) },
      signal: new AbortController().signal,
      step: progressOn({ write: () => undefined }),
      temporary,
      import: false,
      say: (line) => said.push(line),
    });
    await expect(found).resolves.toBe(0);
    expect(said).toEqual([]);
  });
});
