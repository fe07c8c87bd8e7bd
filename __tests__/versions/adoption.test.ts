import type { Adoption } from "../../src/versions/adoption";
import { digestOf } from "../../src/versions/digest";
import { EVERYWHERE, Ledger } from "../../src/versions/ledger";

const file = "versions.lock.json";
const why = (): string => "it changed";

function adopt(
  adoptions: readonly Omit<Adoption, "kind" | "name">[],
  digests: Readonly<Record<string, string>> = { dev: "a" },
  line?: string,
  text?: string,
) {
  const all = adoptions.map((each): Adoption => ({ kind: "component", name: "linux/agent", ...each }));
  const { ledger } = Ledger.read(file, text, all);
  const contents = Object.fromEntries(Object.entries(digests).map(([name, content]) => [name, digestOf(content)]));
  const given = ledger.assign({ kind: "component", name: "linux/agent", line, digests: contents, why });
  ledger.finish();
  const problems = ledger.problems.map(({ code, message }) => `${code}: ${message}`);
  return { given: Object.fromEntries(given), problems, ledger };
}

describe("a version that is published in AWS already", () => {
  it("is taken over, and the next one is above it", () => {
    const { given, problems, ledger } = adopt([{ version: "2.1.4" }]);
    expect(given).toEqual({ dev: "2.1.4" });
    expect(problems).toEqual([]);
    expect(ledger.history("component", "linux/agent")).toEqual(["2.1.4"]);
    expect(adopt([], { dev: "b" }, undefined, ledger.toText()).given).toEqual({ dev: "2.1.5" });
  });

  it("is taken over again without a change", () => {
    const text = adopt([{ version: "2.1.4" }]).ledger.toText();
    const { problems, ledger } = adopt([{ version: "2.1.4" }], { dev: "a" }, undefined, text);
    expect(problems).toEqual([]);
    expect(ledger.toText()).toBe(text);
  });

  it("is taken over if the lock has another version of the same content", () => {
    const text = adopt([]).ledger.toText();
    expect(adopt([{ version: "1.0.4" }], { dev: "a" }, undefined, text).given).toEqual({ dev: "1.0.4" });
  });

  it("is taken over if it is higher than what was given to everybody before", () => {
    const text = adopt([{ version: "1.0.3" }], { [EVERYWHERE]: "a" }).ledger.toText();
    const { problems, given } = adopt([{ version: "1.0.9" }], { [EVERYWHERE]: "b" }, undefined, text);
    expect(problems).toEqual([]);
    expect(given).toEqual({ [EVERYWHERE]: "1.0.9" });
  });

  it("is remembered in the order of versions, not in that of environments", () => {
    const versions = [
      { version: "1.0.10", environment: "dev" },
      { version: "1.0.9", environment: "prod" },
    ];
    const { ledger } = adopt(versions, { dev: "a", prod: "b" });
    expect(ledger.history("component", "linux/agent")).toEqual(["1.0.10", "1.0.9"]);
  });

  it("is not taken over by an environment for which another one was adopted", () => {
    const { given } = adopt([{ version: "1.0.7", environment: "dev" }], { dev: "a", prod: "b" });
    expect(given).toEqual({ dev: "1.0.7", prod: "1.0.8" });
  });

  it("is taken over where it is, and for each environment that has none of its own", () => {
    const { given } = adopt([{ version: "1.0.3" }, { version: "1.0.7", environment: "dev" }], {
      dev: "a",
      prod: "b",
    });
    expect(given).toEqual({ dev: "1.0.7", prod: "1.0.3" });
  });

  it("is refused once where the project does not hold what it is of", () => {
    const { ledger } = Ledger.read(file, undefined, [
      { kind: "component", name: "linux/gone", version: "1.0.0" },
      { kind: "workflow", name: "build/w", environment: "dev", version: "1.0.0" },
    ]);
    ledger.finish();
    expect(ledger.problems.map(({ message }) => message)).toEqual([
      "the project holds no component linux/gone to adopt",
      'environment "dev" holds no workflow build/w to adopt',
    ]);
  });

  it.each([
    ["1.0", undefined, "is not a version"],
    ["2.0.0", "1.0", 'is not on the line "1.0"'],
  ])("is refused as %s on the line %s", (version, line, message) => {
    const { problems } = adopt([{ version }], { dev: "a" }, line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^adopted-version: /);
    expect(problems[0]).toContain(message);
  });

  it("is refused where it stands for another content, and said once for all environments", () => {
    const text = adopt([{ version: "1.0.3" }]).ledger.toText();
    const { problems } = adopt([{ version: "1.0.3" }], { dev: "b", prod: "c" }, undefined, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("stands for another content");
  });

  it("is refused for a second environment with another content", () => {
    const { problems } = adopt([{ version: "1.0.3" }], { dev: "a", prod: "b" });
    expect(problems).toEqual([expect.stringContaining("stands for another content")]);
  });

  it("is refused below what was given to everybody before", () => {
    const everywhere = { [EVERYWHERE]: "a" };
    const text = adopt([{ version: "1.0.3" }], everywhere).ledger.toText();
    const { problems } = adopt([{ version: "1.0.2" }], { [EVERYWHERE]: "b" }, undefined, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('is lower than "1.0.3"');
    // An environment that the lock does not know has been given none.
    expect(adopt([{ version: "1.0.2" }], { dev: "b" }, undefined, text).problems).toEqual([]);
  });

  it("is told by its kind and name", () => {
    const { ledger } = adopt([{ version: "2.1.4" }]);
    expect(ledger.adoptionsOf("component", "linux/agent")).toHaveLength(1);
    expect(ledger.adoptionsOf("component", "linux/other")).toEqual([]);
    expect(ledger.adoptionsOf("workflow", "linux/agent")).toEqual([]);
  });
});

describe("what a ledger knows", () => {
  it("is what was published, and under which version it is in use", () => {
    const { ledger } = adopt([], { dev: "a" });
    expect(ledger.knows("component", "linux/agent")).toBe(true);
    expect(ledger.knows("component", "linux/other")).toBe(false);
    expect(ledger.knows("workflow", "linux/agent")).toBe(false);
    expect(ledger.currentOf("component", "linux/agent")).toEqual("1.0.0");
    expect(ledger.currentOf("component", "linux/other")).toBeUndefined();
    expect(ledger.history("component", "linux/other")).toEqual([]);
    const later = adopt([], { dev: "b" }, undefined, ledger.toText());
    expect(later.ledger.history("component", "linux/agent")).toEqual(["1.0.1", "1.0.0"]);
  });
});
