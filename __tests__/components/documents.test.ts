import { spawnSync } from "node:child_process";

import { parse } from "yaml";

import {
  bashScript,
  componentNames,
  type ComponentStep,
  componentText,
  namesOf,
  readComponent,
} from "../helpers/component-document";

/** What AWSTOE itself gives a value, in the forms these documents use. */
const awstoeReference =
  /^(aws:imds:[a-z/-]+|context:[A-Za-z]+|env:[A-Z_]+|(build|validate|test)\.[A-Za-z0-9-]+\.outputs\.stdout)$/;
/** AWSTOE runs on after these actions by itself; it gives them no timeout. */
const withoutTimeout = new Set(["Reboot", "ExecuteDocument"]);

describe.each(componentNames())("component %s", (name) => {
  const text = componentText(name);
  const document = readComponent(name);
  const steps: readonly ComponentStep[] = document.phases.flatMap((phase) => phase.steps);
  const scripts = steps.filter(({ action }) => action === "ExecuteBash").map((step) => [step.name, bashScript(step)]);

  it("means the same to a reader of YAML 1.1, as AWSTOE is, and of YAML 1.2", () => {
    expect(parse(text, { version: "1.1" })).toEqual(document);
  });

  it("begins with a comment that names its systems and each of its parameters", () => {
    const header = /^(?:#.*\n)+/.exec(text)?.[0] ?? "";
    expect(header).toMatch(/^# Systems: {4}\S/m);
    expect(header).toMatch(/^# Parameters: \S/m);
    for (const parameter of namesOf(document.parameters)) {
      expect(header).toMatch(new RegExp(`^#(?: Parameters:|            ) ${parameter} +- `, "m"));
    }
  });

  it("carries its file's name and describes itself in one sentence", () => {
    expect(document.name).toBe(name.split("/").at(-1));
    expect(document.description).toMatch(/^[A-Z][^\n]{1,1022}\.$/);
    expect(document.schemaVersion).toBe("1.0");
  });

  it("describes each parameter and uses it", () => {
    for (const [parameter, { type, description }] of (document.parameters ?? []).flatMap((each) =>
      Object.entries(each),
    )) {
      expect(parameter).toMatch(/^[A-Za-z0-9_-]{3,128}$/);
      expect(type).toBe("string");
      expect(description).toMatch(/^\S.*\.$/);
      expect(text).toContain(`{{ ${parameter} }}`);
    }
  });

  it("refers only to its own parameters and constants and to what AWSTOE provides", () => {
    const own = [...namesOf(document.parameters), ...namesOf(document.constants)];
    const references = [...text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)].map(([, reference = ""]) => reference);
    expect(references.filter((reference) => !own.includes(reference) && !awstoeReference.test(reference))).toEqual([]);
  });

  it("bounds the time of every step", () => {
    const unbounded = steps.filter(
      ({ action, timeoutSeconds }) =>
        !withoutTimeout.has(action) && !(timeoutSeconds !== undefined && timeoutSeconds > 0),
    );
    expect(unbounded.map((step) => step.name)).toEqual([]);
  });

  it("fits Image Builder's limit for a document in S3", () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024);
  });

  it("reboots only by the Reboot action and runs nothing it has not checked", () => {
    const code = steps.map((step) => JSON.stringify(step.inputs ?? {})).join("\n");
    expect(code).not.toMatch(/\b(exit 194|exit 3010|shutdown|systemctl (reboot|poweroff)|Restart-Computer)\b/);
    expect(code).not.toMatch(/\b(curl|wget)\b[^|;&\n]*\|\s*(sudo\s+)?(ba|z|da)?sh\b/);
    expect(code).not.toMatch(/--nogpgcheck|--no-gpg-checks|--allow-unauthenticated|--insecure|curl [^\n]*\s-k\b/);
  });

  it("stops at the first command that fails, in scripts that bash can parse", () => {
    for (const [step, script = ""] of scripts) {
      expect({ step, firstLine: script.split("\n", 1)[0] }).toEqual({ step, firstLine: "set -euo pipefail" });
      const { status, stderr } = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
      expect({ step, status, stderr }).toEqual({ step, status: 0, stderr: "" });
    }
  });
});
