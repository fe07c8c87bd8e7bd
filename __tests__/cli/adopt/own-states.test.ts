import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { synthesise } from "../../../stacks/synthesise";
import { appliedState } from "../../helpers/applied-state";
import { takenOver } from "../../helpers/taken-over";
import { threeEnvironments } from "../../helpers/three-environments";

describe("a state that this project made", () => {
  let temporary = "";
  beforeAll(async () => {
    temporary = mkdtempSync(join(tmpdir(), "golden-images-own-states-"));
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
      const over = await takenOver(name, state, temporary);
      expect(over.notes).toStrictEqual([]);
      expect(over.matching.created.map(({ address }) => address)).toStrictEqual([]);
      expect(over.matching.left.map(({ address }) => address)).toStrictEqual([]);
    },
  );
});
