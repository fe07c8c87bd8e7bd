import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { shellScripts } from "../../../src/cli/completion/shell-scripts";
import { projectFolder } from "../../helpers/project-folder";

/** What bash offers where the cursor is at the end of a line; the program is one that answers with its own words. */
function inBash(line: string, answers: string): string[] {
  const folder = join(projectFolder({ answers, "script.bash": shellScripts.bash }), ".");
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "golden-images"), `#!/bin/sh\necho "$@" >> ${folder}/asked\ncat ${folder}/answers\n`);
  chmodSync(join(bin, "golden-images"), 0o755);
  // As readline does: words end at spaces, and at ":" and "=".
  const words = line.split(/(?<=[ =:])|(?=[=:])/).map((word) => word.trim());
  const script = [
    `source ${folder}/script.bash`,
    `COMP_LINE='${line}' COMP_POINT=${line.length}`,
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${words.length - 1}`,
    "_golden_images",
    'printf "%s\\n" "${COMPREPLY[@]}"',
    `cat ${folder}/asked >&2`,
  ].join("\n");
  const environment = { PATH: [bin, process.env.PATH].join(delimiter) };
  const output = execFileSync("bash", ["-c", script], {
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return output.split("\n").filter((each) => each !== "");
}

describe("the script of bash", () => {
  it("offers what the program answers, without descriptions", () => {
    expect(inBash("golden-images che", "check\tCheck the project\n")).toStrictEqual(["check"]);
    expect(inBash("golden-images build ", "poc\nprod\n")).toStrictEqual(["poc", "prod"]);
  });

  it("replaces only what stands behind the equals sign", () => {
    expect(inBash("golden-images check --format=", "--format=json\n--format=sarif\n")).toStrictEqual(["json", "sarif"]);
    expect(inBash("golden-images check --format=js", "--format=json\n")).toStrictEqual(["json"]);
  });

  it("offers nothing where the program has no answer, so that bash completes files", () => {
    expect(inBash("golden-images check comp", "")).toStrictEqual([]);
  });
});

it.each(Object.entries(shellScripts))("the script of %s asks the program and names it", (_shell, script) => {
  expect(script).toContain("golden-images complete -- ");
});
