import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** A list: a few lines for each action. */
const lists = ["src/documents/workflows/workflow-actions.ts"];

it("keeps files short enough to be read at once, but for lists", () => {
  const long = ["src", "stacks", "sandbox"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => readFileSync(join(root, file), "utf8").split("\n").length - 1 > 250),
  );
  expect(long.sort()).toEqual(lists);
});
