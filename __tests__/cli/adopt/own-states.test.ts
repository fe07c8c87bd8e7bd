import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { noCode } from "../../../src/adoption/code/terraform-code";
import { placeOfState } from "../../../src/adoption/state/scope";
import { takeOver } from "../../../src/cli/adopt/take-over";
import { loadProject } from "../../../src/project/load-project";
import { synthesise } from "../../../stacks/synthesise";
import { appliedState } from "../../helpers/applied-state";
import { threeEnvironments } from "../../helpers/three-environments";

describe("a state that this project made", () => {
  let temporary = "";
  beforeAll(async () => {
    temporary = mkdtempSync(join(tmpdir(), "golden-images-own-states-"));
    mkdirSync(join(temporary, "empty"));
    await synthesise(threeEnvironments, join(temporary, "out"));
  });
  afterAll(() => {
    rmSync(temporary, { recursive: true });
  });

  it.each(["sandbox", "poc", "prod"])(
    "of environment %s, taken over into an empty folder, plans nothing",
    async (name) => {
      const stack = JSON.parse(readFileSync(join(temporary, "out", "stacks", name, "cdk.tf.json"), "utf8")) as {
        provider: { aws: { region: string; allowed_account_ids: string[] }[] };
      };
      const [provider] = stack.provider.aws;
      const state = appliedState(join(temporary, "out", "stacks", name), {
        region: provider?.region ?? "",
        account: provider?.allowed_account_ids[0] ?? "",
      });
      const place = placeOfState(state);
      if ("code" in place) throw new Error(place.message);
      const root = join(temporary, "empty");
      const over = await takeOver({
        environment: name,
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
      expect(over.notes).toStrictEqual([]);
      expect(over.matching.created.map(({ address }) => address)).toStrictEqual([]);
      expect(over.matching.left.map(({ address }) => address)).toStrictEqual([]);
    },
  );
});
