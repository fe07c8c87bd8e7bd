import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "../../src/cli/program";
import { runProgram } from "../../src/cli/run-program";
import { fakeTerminal } from "../helpers/fake-terminal";
import { threeEnvironments } from "../helpers/three-environments";

async function run(...argv: string[]) {
  const { terminal, texts } = fakeTerminal({ cwd: threeEnvironments });
  const code = await runProgram(argv, terminal);
  return { code, ...texts };
}

/** A folder that holds nothing of a project. */
const elsewhere = __dirname;

/** Those that are listed: nobody types what the scripts of shells ask. */
const names = program(fakeTerminal().terminal, () => undefined)
  .commands.map((command) => command.name())
  .filter((name) => name !== "complete");

it("has a script in this repository for each command, as messages say", () => {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const name of names) expect(scripts[name]).toBe(`node --import tsx src/cli/main.ts ${name}`);
});

describe("the program", () => {
  it("breaks its errors between words in a terminal", async () => {
    const { terminal, texts } = fakeTerminal({ cwd: elsewhere });
    Object.assign(terminal.stderr, { isTTY: true, columns: 40 });
    expect(await runProgram(["show", "--project", "nowhere"], terminal)).toBe(2);
    const lines = texts.err.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length <= 40 || !line.trim().includes(" ")).toBe(true);
  });

  it("lists its commands where none is named, which is wrong use", async () => {
    const { code, err } = await run();
    expect(code).toBe(2);
    for (const name of names) expect(err).toContain(`\n  ${name} `);
  });

  it.each([
    [["chek"], "error: unknown command 'chek'\n(Did you mean check?)"],
    [["check", "--formt", "json"], "error: unknown option '--formt'\n(Did you mean --format?)"],
    [["check", "--format"], "error: option '--format <format>' argument missing"],
    [["check", "--format", "xml"], 'It must be one of "human", "json", "github", "sarif".'],
    [["check", "--platform", "BeOS"], 'It must be one of "Linux", "Windows", "macOS".'],
    [["check", "--max-warnings", "few"], "It must be a whole number from 0 to 999999999."],
    [["check", "--max-warnings=-1"], "It must be a whole number from 0 to 999999999."],
    [["check", "--project", "nowhere"], 'error: --project is "nowhere"'],
    [["check", "--explain", "wildcart"], 'error: there is no rule "wildcart"; did you mean "wildcard"?'],
    [["check", "--explain", "?"], 'error: there is no rule "?"; docs/rules/README.md lists them all'],
    [["check", "--project", elsewhere], "error: there is no project in"],
    [["lock", "--project", elsewhere], 'start one with "npm run init"'],
    [["synth", "--project", elsewhere], "or name its folder with --project"],
    [["show", "--project", elsewhere], "error: there is no project in"],
    [["demo", "--project", elsewhere], "error: there is no project in"],
    [["build", "poc", "web", "--project", elsewhere], "error: there is no project in"],
    [["completion", "tcsh"], 'It must be one of "bash", "zsh", "fish".'],
    [["lock", "--merge", "--check"], "error: option '--check' cannot be used with option '--merge'"],
    [["lock", "--merge", "--dry-run"], "error: option '--dry-run' cannot be used with option '--merge'"],
    [["init", "new", "--yes", "--account", "1"], 'error: --account is "1"; it must be 12 digits'],
    [["init", "new", "--yes", "--security-group", "x"], 'error: --security-group is "x"; it must be sg- and'],
    [["init", "new", "--yes", "--os", "ubuntu-24.4"], "ubuntu-24.04"],
    [["init", "a", "b"], "error: too many arguments for 'init'"],
    [["lock", "poc"], "error: too many arguments for 'lock'"],
    [["show", "prdo"], 'error: there is no environment "prdo"; did you mean "prod"?'],
    [["provider-lock", "prdo"], 'error: there is no environment "prdo"; did you mean "prod"?'],
    [["recover", "prdo"], 'error: there is no environment "prdo"; did you mean "prod"?'],
    [["demo", "a", "b"], "error: too many arguments for 'demo'"],
    [["synth", "poc"], "error: too many arguments for 'synth'"],
    [["sandbox", "--port", "0"], "It must be a whole number from 1 to 65535."],
    [["sandbox", "--account", "12345678901"], "It must be 12 digits."],
  ])("answers %j with its mistake and exit code 2", async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toStrictEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(existsSync(join(threeEnvironments, "cdktf.out"))).toBe(false);
  });

  it.each([
    [["plan"], "error: missing required argument 'environment'"],
    [["plan", "poc", "--format", "xml"], 'It must be one of "text", "markdown", "html", "json".'],
    [["plan", "poc", "--accept", "schedule-remove"], 'did you mean "schedule-removed"?'],
    [["review"], "error: missing required argument 'plan'"],
    [["review", "nowhere.json"], 'error: "nowhere.json" cannot be read'],
    [["deploy", "poc", "dev"], "error: too many arguments for 'deploy'"],
    [["deploy", "prdo"], 'error: there is no environment "prdo"; did you mean "prod"?'],
    [["deploy", "prod"], "error: there is no terminal to ask at; add --yes to apply without asking"],
  ])("answers %j with 1, for 2 says there that a plan has changes", async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toStrictEqual({ code: 1, out: "" });
    expect(err).toContain(message);
  });

  it.each([
    ["build", "prod", "linux-bas"],
    ["build", "prod", "linux-base", "linux-bas/weekly"],
    ["images", "prod", "linux-bas"],
    ["clean", "prod", "linux-bas"],
    ["promote", "prod", "linux-bas", "--to", "stable"],
    ["follow", "prod", "linux-bas@1.0.0"],
  ])("finds a wrong image before it asks AWS: %s %s %s", async (...argv) => {
    const { code, err } = await run(...argv);
    expect({ code, err }).toStrictEqual({
      code: 1,
      err: 'error: environment "prod" builds no image "linux-bas"; did you mean "linux-base"?\n',
    });
  });

  it.each([
    ['has no channel "stabel"; did you mean "stable"?', "promote", "dev", "linux-base", "--to", "stabel"],
    ['has no channel "stabel"; did you mean "stable"?', "rollback", "dev", "linux-base", "--from", "stabel"],
    ["has no channels; write channels: [stable] into", "promote", "prod", "fixed-base", "--to", "stable"],
    ["has no channels; write channels: [candidate, stable] into", "channels", "prod"],
    ['"app" is a container, but channels point at AMIs', "promote", "dev", "app", "--to", "stable"],
    ['"1.0" is not a version of an image', "promote", "dev", "linux-base", "1.0", "--to", "stable"],
  ])("finds before it asks AWS: %s (%s %s)", async (message, ...argv) => {
    const { code, out, err } = await run(...argv, "--project", join(__dirname, "..", "fixtures", "valid-project"));
    expect({ code, out }).toStrictEqual({ code: 1, out: "" });
    expect(err).toContain(message);
  });

  it("explains a rule", async () => {
    const { code, out } = await run("check", "--explain", "wildcard");
    expect(code).toBe(0);
    expect(out).toMatch(/^# wildcard\n\nWarning\. /);
    expect(out).toMatch(/\n▸ marks the place that the rule reports\.\n$/);
  });

  it("takes the values of options in any case", async () => {
    const { code, out } = await run("check", "--platform", "linux", "--format=JSON", "none.yaml");
    expect(code).toBe(1);
    expect(out).toContain('"file-missing"');
  });

  it("ends with 1 where a project has errors", async () => {
    const folder = mkdtempSync(join(tmpdir(), "run-program-"));
    try {
      const { code } = await run("check", "--project", folder, "images/none.yaml");
      expect(code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each(names)("the command %s", (name) => {
  it.each(["--help", "-h"])("shows with %s what it does, its options and examples", async (option) => {
    const { code, out } = await run(name, option);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: golden-images ${name}`);
    expect(out).toContain("Examples:\n");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
