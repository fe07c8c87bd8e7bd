import { isRun, userDataScripts } from "../../../src/documents/scripts/user-data";
import { YamlSource } from "../../../src/problems/yaml-source";
import { valueOf } from "../../../src/problems/yaml-tree";

describe("user data", () => {
  it.each([
    ["#!/bin/bash", true],
    ["\n  #!/bin/bash", true],
    ["#cloud-config\n", true],
    ["#Cloud-Config\n", true],
    ["#cloud-boothook", true],
    ["#include\nhttps://example.com/setup", true],
    ["#part-handler", true],
    ["## template: jinja", true],
    ["## template:jinja", true],
    ["Content-Type: multipart/mixed", true],
    ["MIME-Version: 1.0", true],
    ["echo hello", false],
    ["echo hello\n#!/bin/bash", false],
    ["echo #!/bin/bash", false],
    ["## template: mako", false],
    ["<powershell>", false],
    ["", false],
  ])("is run on Linux by how it starts: %j", (text, runs) => {
    expect(isRun(text, "Linux")).toBe(runs);
  });

  it.each([
    ["<powershell>\nGet-Date\n</powershell>", true],
    ["# first\n<PowerShell>\n</PowerShell>", true],
    ["<script>\ndir\n</script>", true],
    ["version: 1.1\ntasks: []", true],
    ["\n  version: 1.1", true],
    ["Get-Date", false],
    ["# of version: 1.1", false],
    ["#!/bin/bash", false],
  ])("is run on Windows by its marks: %j", (text, runs) => {
    expect(isRun(text, "Windows")).toBe(runs);
  });

  it("is taken to be run on macOS", () => {
    expect(isRun("echo hello", "macOS")).toBe(true);
  });
});

describe("the scripts of user data", () => {
  /** Their languages and texts, and the place of their third to fifth characters. */
  function scriptsOf(...lines: readonly string[]) {
    const source = new YamlSource("images/base.yaml", `userData: |\n${lines.map((line) => `  ${line}\n`).join("")}`);
    const node = valueOf(source.tree?.root, "userData");
    if (node?.kind !== "text") throw new Error("no text");
    return userDataScripts(node, source).map(({ language, text, where, span }) => {
      const { start, end } = source.rangeOf(span(2, 5));
      return { language, text, where, place: `${start.line}:${start.column}-${end.line}:${end.column}` };
    });
  }

  it.each(["#!/bin/bash", "#!/bin/sh -e", "#! /usr/bin/env bash", "#!/usr/bin/env  dash"])(
    "are all of it: %s",
    (start) => {
      expect(scriptsOf(start, "ls")).toEqual([
        { language: "bash", text: `${start}\nls\n`, where: "the user data", place: "2:5-2:8" },
      ]);
    },
  );

  it("are what stands between the marks of PowerShell", () => {
    expect(
      scriptsOf(
        "<powershell>",
        "Get-Date",
        "</powershell>",
        "<persist>true</persist>",
        "<PowerShell>Get-Item x</PowerShell>",
      ),
    ).toEqual([
      { language: "powershell", text: "\nGet-Date\n", where: "the user data", place: "3:4-3:7" },
      { language: "powershell", text: "Get-Item x", where: "the user data", place: "6:17-6:20" },
    ]);
  });

  it.each([
    "#!/usr/bin/python3",
    "#!/bin/zsh",
    "#!/usr/bin/fish",
    "echo #!/bin/bash",
    "#cloud-config",
    "<script>dir</script>",
  ])("are none of a language that is not checked: %s", (start) => {
    expect(scriptsOf(start, "ls")).toEqual([]);
  });
});
