import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { allRules } from "../../src/checks/all-rules";

const root = join(__dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Each section of docs/facts.md: its number and title, and its lines by their first word. */
const facts = read("docs/facts.md")
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [title = "", ...lines] = section.split("\n");
    const entries = lines
      .join("\n")
      .split(/^- /m)
      .slice(1)
      .map((entry) => [/^\w+/.exec(entry)?.[0] ?? "", entry] as const);
    return { title, entries: new Map(entries) };
  });
const quoted = (text = ""): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const codes = new Set(allRules.map(({ code }) => code));

describe("docs/facts.md", () => {
  it("numbers its facts from 1 on", () => {
    expect(facts.map(({ title }) => Number.parseInt(title, 10))).toEqual(facts.map((_fact, index) => index + 1));
    expect(facts.length).toBeGreaterThan(30);
  });

  it.each(facts)("has a source, and tests that exist: $title", ({ entries }) => {
    expect(entries.get("Source")).toMatch(/^Source: \S/);
    const tests = quoted(entries.get("Tests"));
    expect(tests.length).toBeGreaterThan(0);
    expect([...tests, ...quoted(entries.get("Sandbox"))].filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(tests.filter((file) => !file.endsWith(".test.ts"))).toEqual([]);
  });

  it.each(facts)("names rules that exist: $title", ({ entries }) => {
    expect(quoted(entries.get("Rules")).filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each(facts)("says why, where neither check nor the sandbox knows it: $title", ({ entries }) => {
    const known = ["Rules", "Sandbox", "Elsewhere"].filter((word) => entries.has(word));
    expect(known).not.toEqual([]);
  });

  it("holds what the reference says of share, which no rule and no call can refuse", () => {
    expect(read("docs/reference.md").replace(/\s+/g, " ")).toContain(
      "Who may launch the AMI. They see neither its tags nor its snapshots.",
    );
  });
});
