import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { componentState } from "../../helpers/component-state";
import { randomNumbers } from "../../helpers/random-numbers";
import { describeWithTools } from "../../helpers/require-tool";
import { seed, tries } from "../../helpers/sample";
import { temporaryFolder } from "../harness";
import { halfWritten, type Kill, leftRunning, runCommand, type RunOptions, temporaryFiles } from "./command-run";

jest.setTimeout(1800_000);

const from = join(temporaryFolder(), "old.tfstate");

/** Commands that write files into a folder where there are none. */
const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["adopt", ["adopt", "dev", "--from", from, "--no-proof"]],
  ["init", ["init", ".", "--yes"]],
  ["init --from", ["init", ".", "--from", from, "--no-proof"]],
  ["eject", ["eject", "linux/harden-ssh"]],
];

/** What no adopted environment may be without. */
const needed = ["versions.lock.json", "state/dev.tfstate", "adopted/dev.json"];

/** Text by path. */
function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith("state/.git") && statSync(join(folder, path)).isFile())
      // A project has an id of its own, and its name is that of the folder.
      .filter((path) => !["cdktf.json", "package.json"].includes(path))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** Which process belongs to a run is known on Linux alone, where these tools are asked for as well. */
describeWithTools(["terraform", "moto_server"], "a command that is killed while it writes new files", () => {
  const random = randomNumbers(seed);
  const inNewFolder = (): RunOptions => ({ project: temporaryFolder(), temporary: temporaryFolder(), variables: {} });

  beforeAll(() => {
    writeFileSync(from, componentState());
  });
  afterAll(() => {
    rmSync(from);
  });

  it.each(commands)(
    "%s leaves each file whole or not at all, and what belongs together together",
    async (name, args) => {
      const left = inNewFolder();
      const { code, took, output } = await runCommand(left, args);
      expect([output, code]).toEqual([output, 0]);
      const whole = filesIn(left.project);
      const kills = (["SIGTERM", "SIGKILL"] as const).flatMap((signal): Kill[] => [
        { signal, onWriting: true },
        ...Array.from({ length: tries(4) }, () => ({ signal, after: Math.round(random() * took) })),
      ]);
      for (const kill of kills) {
        const told = `${name}, ${JSON.stringify(kill)} of ${took} ms, seed ${seed}`;
        const options = inNewFolder();
        await runCommand(options, args, kill);
        expect([told, await leftRunning(options), halfWritten(options)]).toEqual([told, [], []]);
        const written = filesIn(options.project);
        const texts = Object.fromEntries(Object.entries(written).filter(([path]) => !path.endsWith(".tmp")));
        for (const [path, text] of Object.entries(texts)) expect([told, path, text]).toEqual([told, path, whole[path]]);
        const isAdopted = args.includes(from) && existsSync(join(options.project, "environments", "dev.yaml"));
        const missing = isAdopted ? needed.filter((path) => !existsSync(join(options.project, path))) : [];
        expect([told, missing]).toEqual([told, []]);
      }
    },
  );

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "init that %s has ended keeps what is there, and writes the rest",
    async (signal) => {
      const args = ["init", ".", "--yes"];
      const [left, options] = [inNewFolder(), inNewFolder()];
      await runCommand(left, args);
      await runCommand(options, args, { signal, onWriting: true });
      await runCommand(options, args);
      expect(filesIn(options.project)).toEqual(filesIn(left.project));
      expect(temporaryFiles(options)).toEqual([]);
    },
  );

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "adopt that %s has ended is run again, once what it has left is deleted as it says",
    async (signal) => {
      const args = ["adopt", "dev", "--from", from, "--no-proof"];
      const [left, options] = [inNewFolder(), inNewFolder()];
      await runCommand(left, args);
      await runCommand(options, args, { signal, onWriting: true });
      // Where the signal came late, or before anything was there, as if it had come between.
      if (!existsSync(join(options.project, "adopted", "dev.json"))) await runCommand(options, args);
      rmSync(join(options.project, "environments", "dev.yaml"), { force: true });

      const { code, output } = await runCommand(options, args);
      expect(code).toBe(1);
      const named = output.split("\n").flatMap((line) => /^ {2}(\S+)$/.exec(line)?.[1] ?? []);
      expect(named).toContain("adopted/dev.json");
      for (const file of named) rmSync(join(options.project, file));
      expect(await runCommand(options, args)).toMatchObject({ code: 0 });
      expect(filesIn(options.project)).toEqual(filesIn(left.project));
    },
  );
});
