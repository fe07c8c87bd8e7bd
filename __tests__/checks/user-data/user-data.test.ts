import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const windows = exampleProject.image
  .replace("amazon-linux-2023", "windows-server-2022")
  .replace("linux\n", "windows\n");
const cleanUp = "touch /tmp/perform_cleanup";

/** `line:column code` of what is found in an image with this user data, its lines from 1 on. */
async function problemsOf(lines: readonly string[], image = exampleProject.image, files: Record<string, string> = {}) {
  const text = `${image}userData: |\n${lines.map((line) => `  ${line}\n`).join("")}`;
  const first = image.split("\n").length;
  const project = await loadProject(
    projectFolder({ "images/base.yaml": text, "environments/dev.yaml": exampleProject.environment, ...files }),
  );
  return checkProject(project)
    .filter(({ file }) => file === "images/base.yaml")
    .map(({ line, column, code }) => `${line - first}:${column} ${code}`);
}

describe("user data", () => {
  it("is found to be no valid Bash, at the line", async () => {
    const found = await problemsOf(["#!/bin/bash", cleanUp, "if true; then", "  echo 'yes'"]);
    expect(found).toEqual([expect.stringMatching(/^3:\d+ bash-syntax$/)]);
  });

  it("is found to ask for a confirmation, to restart the machine, and to hold what is not seen", async () => {
    expect(await problemsOf(["#!/bin/sh", cleanUp, "yum install jq", "reboot", "ls\u00a0/tmp"])).toEqual([
      "3:3 interactive-packages",
      "4:3 reboot-in-script",
      "5:5 invisible-character",
    ]);
  });

  it("is found to hold a secret, wherever in the file it is", async () => {
    const token = ["ghp", "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b"].join("_");
    expect(await problemsOf(["#!/bin/bash", cleanUp, `export TOKEN=${token}`])).toEqual([
      expect.stringMatching(/^3:\d+ credential-in-document$/),
    ]);
  });

  it.each([
    ["cloud-config", ["#cloud-config", "runcmd:", `  - ${cleanUp}`]],
    ["a MIME archive", ["Content-Type: multipart/mixed; boundary=x", cleanUp]],
    ["Python", ["#!/usr/bin/env python3", 'open("/tmp/perform_cleanup", "w")', "if True:", "  print('if')"]],
  ])("may be %s, which is not read as Bash", async (_what, lines) => {
    expect(await problemsOf(lines)).toEqual([]);
  });

  it.each([
    ["on Linux, what cloud-init does not run", ["echo hello", cleanUp], exampleProject.image],
    ["on Windows, what EC2Launch does not run", ["Write-Host hello"], windows],
  ])("is found to be run by nothing: %s", async (_what, lines, image) => {
    expect(await problemsOf(lines, image)).toEqual(["1:3 user-data-format"]);
  });

  it("is read as PowerShell between its marks", async () => {
    expect(await problemsOf(["<powershell>", "if ($true) {", "Write-Host x", "</powershell>"], windows)).toEqual([
      "2:14 powershell-syntax",
    ]);
    expect(await problemsOf(["<powershell>", "Restart-Computer", "</powershell>"], windows)).toEqual([
      "2:3 reboot-in-script",
    ]);
  });

  it("needs no perform_cleanup on Windows, or where a component creates it", async () => {
    expect(await problemsOf(["<powershell>", "Write-Host x", "</powershell>"], windows)).toEqual([]);
    const image = exampleProject.image.replace("aws: update-linux", "linux/clean");
    const component = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Mark\n        action: ExecuteBash\n        inputs:\n          commands:\n            - ${cleanUp}\n`;
    expect(await problemsOf(["#!/bin/bash"], image, { "components/linux/clean.yaml": component })).toEqual([]);
    expect(await problemsOf(["#!/bin/bash"])).toEqual(["1:3 user-data-clean-up"]);
  });
});
