import type { Problem } from "../../src/problems/problem";
import { describeChange } from "../../src/versions/change";
import type { DefinedEnvironment } from "../../src/versions/defined-environment";
import { digestOf } from "../../src/versions/digest";
import { Ledger } from "../../src/versions/ledger";
import type { Subject } from "../../src/versions/subject";

const file = "versions.lock.json";
const why = (): string => "components/linux/update-os.yaml changed";

/** A step: content by environment, or undefined where the component is gone. */
type Step = Readonly<Record<string, string>> | undefined;

function subject(step: Readonly<Record<string, string>>, line = "1.0"): Subject {
  const digests = Object.fromEntries(
    Object.entries(step).map(([environment, content]) => [environment, digestOf(content)]),
  );
  return { kind: "component", name: "linux/update-os", line, digests, why };
}

function lock(text: string | undefined, step: Step, line?: string) {
  const { ledger, problems } = Ledger.read(file, text);
  expect(problems).toEqual([]);
  const given = step && Object.fromEntries(ledger.assign(subject(step, line)));
  ledger.finish();
  return { given, text: ledger.toText(), changes: ledger.changes, problems: ledger.problems };
}

/** The versions that each step gives, one lock after the other. */
function history(...steps: Step[]) {
  let text: string | undefined;
  return steps.map((step) => {
    const outcome = lock(text, step);
    text = outcome.text;
    return outcome.given;
  });
}

describe("Ledger.assign", () => {
  it("starts a new component at the first version of its line", () => {
    expect(lock(undefined, { dev: "a" }).given).toEqual({ dev: "1.0.0" });
    expect(lock(undefined, { dev: "a" }, "2.3").given).toEqual({ dev: "2.3.0" });
  });

  it("keeps the version while the content stays, and raises the patch when it changes", () => {
    expect(history({ dev: "a" }, { dev: "a" }, { dev: "b" })).toEqual([
      { dev: "1.0.0" },
      { dev: "1.0.0" },
      { dev: "1.0.1" },
    ]);
  });

  it("gives earlier content a higher version when a change is reverted", () => {
    expect(history({ dev: "a" }, { dev: "b" }, { dev: "a" })).toEqual([
      { dev: "1.0.0" },
      { dev: "1.0.1" },
      { dev: "1.0.2" },
    ]);
  });

  it("shares one version among the environments that hold the same content", () => {
    expect(history({ dev: "a", prod: "a" }, { dev: "b", prod: "a" }, { dev: "b", prod: "b" })).toEqual([
      { dev: "1.0.0", prod: "1.0.0" },
      { dev: "1.0.1", prod: "1.0.0" },
      { dev: "1.0.1", prod: "1.0.1" },
    ]);
  });

  it("does not take an environment back to a lower version that another one still has", () => {
    expect(history({ dev: "a", prod: "a" }, { dev: "b", prod: "a" }, { dev: "a", prod: "a" })).toEqual([
      { dev: "1.0.0", prod: "1.0.0" },
      { dev: "1.0.1", prod: "1.0.0" },
      { dev: "1.0.2", prod: "1.0.0" },
    ]);
  });

  it("gives an environment that left and came back nothing lower than it may have had", () => {
    expect(history({ dev: "a", prod: "b" }, { dev: "a" }, { dev: "a", prod: "a" })).toEqual([
      { dev: "1.0.0", prod: "1.0.1" },
      { dev: "1.0.0" },
      { dev: "1.0.0", prod: "1.0.2" },
    ]);
  });

  it("remembers a removed component: other content never gets a version that was given before", () => {
    expect(history({ dev: "a" }, undefined, { dev: "b" }, undefined, { dev: "b" })).toEqual([
      { dev: "1.0.0" },
      undefined,
      { dev: "1.0.1" },
      undefined,
      { dev: "1.0.1" },
    ]);
  });

  it("does not depend on the order of the environments", () => {
    expect(lock(undefined, { prod: "b", dev: "a", poc: "b" }).text).toBe(
      lock(undefined, { poc: "b", dev: "a", prod: "b" }).text,
    );
  });

  it("starts a raised line at its first version, even for the same content", () => {
    const first = lock(undefined, { dev: "a" });
    expect(lock(first.text, { dev: "a" }, "1.1").given).toEqual({ dev: "1.1.0" });
  });

  it("refuses a lowered line, at the lock's entry", () => {
    const first = lock(undefined, { dev: "a" }, "2.0");
    const { problems } = lock(first.text, { dev: "a" }, "1.9");
    expect(problems).toEqual([
      expect.objectContaining({ code: "version-line", file, line: 4, column: 5, fix: 'write "2.0" or more' }),
    ]);
  });

  it("says once that a line is lowered, for all environments", () => {
    const first = lock(undefined, { dev: "a", prod: "b" }, "2.0");
    const { problems, given } = lock(first.text, { dev: "c", prod: "d" }, "1.9");
    expect(problems.map(({ message }) => message)).toEqual([
      'line "1.9" of component linux/update-os is lower than "2.0.1", which was given before',
    ]);
    expect(given).toEqual({ dev: "1.9.0", prod: "1.9.0" });
  });

  it("refuses a line that has no version left", () => {
    const adoption = { kind: "component", name: "linux/update-os", version: "1.0.1073741823" } as const;
    const { ledger } = Ledger.read(file, undefined, [adoption]);
    ledger.assign(subject({ dev: "a" }));
    expect(lock(ledger.toText(), { dev: "b" }).problems).toEqual([
      expect.objectContaining({ code: "version-exhausted", fix: "write a higher line" }),
    ]);
  });

  it("goes on from the highest line where none is said", () => {
    const { ledger } = Ledger.read(file, lock(undefined, { dev: "a" }, "2.3").text);
    expect(ledger.assign({ ...subject({ dev: "b" }), line: undefined })).toEqual(new Map([["dev", "2.3.1"]]));
    const fresh = Ledger.read(file, undefined).ledger;
    expect(fresh.assign({ ...subject({ dev: "b" }), line: undefined })).toEqual(new Map([["dev", "1.0.0"]]));
  });

  it("refuses a line that is none, where the definition says it", () => {
    const { ledger } = Ledger.read(file, undefined);
    const at = { file: "images/base.yaml", start: { line: 3, column: 7 }, end: { line: 3, column: 10 } };
    ledger.assign({ ...subject({ dev: "a" }, "1.x"), at });
    expect(ledger.problems).toEqual([
      expect.objectContaining({ code: "version-line", file: "images/base.yaml", line: 3, column: 7 }),
    ]);
  });

  it("says what a version line looks like", () => {
    expect(lock(undefined, { dev: "a" }, "1.x").problems).toEqual([
      expect.objectContaining({
        message: 'line "1.x" of component linux/update-os is not two numbers up to 2^30-1',
        fix: 'write major.minor, e.g. "1.0"',
      }),
    ]);
  });

  it("takes a version of any line that has the content if none is said", () => {
    const raised = lock(lock(undefined, { dev: "a" }).text, { dev: "a" }, "1.1");
    const { ledger } = Ledger.read(file, raised.text);
    expect(ledger.assign({ ...subject({ dev: "a", prod: "a" }), line: undefined })).toEqual(
      new Map([
        ["dev", "1.1.0"],
        ["prod", "1.1.0"],
      ]),
    );
  });

  it("refuses a line beyond the numbers of the service", () => {
    const { ledger } = Ledger.read(file, undefined);
    ledger.assign(subject({ dev: "a" }, "1.1073741823"));
    expect(ledger.problems).toEqual([]);
    expect(lock(undefined, { dev: "a" }, "1.1073741824").problems).toEqual([
      expect.objectContaining({ code: "version-line", line: 1, column: 1 }),
    ]);
  });
});

describe("Ledger.changes", () => {
  it("says what changed, from which version to which, and why", () => {
    const first = lock(undefined, { dev: "a", prod: "a" });
    const name = { kind: "component", name: "linux/update-os" };
    expect(first.changes).toEqual([{ ...name, environments: [], from: undefined, to: "1.0.0", why: why() }]);
    const second = lock(first.text, { dev: "b", prod: "a" });
    expect(second.changes).toEqual([{ ...name, environments: ["dev"], from: "1.0.0", to: "1.0.1", why: why() }]);
    expect(lock(second.text, { dev: "b" }).changes).toEqual([
      { ...name, environments: ["prod"], from: "1.0.0", to: undefined, why: "no longer used there" },
    ]);
    const third = lock(second.text, { dev: "c", prod: "d" });
    expect(third.changes).toEqual([
      { ...name, environments: ["dev"], from: "1.0.1", to: "1.0.2", why: why() },
      { ...name, environments: ["prod"], from: "1.0.0", to: "1.0.3", why: why() },
    ]);
    expect(lock(second.text, undefined).changes).toEqual([
      { ...name, environments: [], from: "1.0.1", to: undefined, why: "no longer in use" },
    ]);
  });

  it("says that something is no longer in use where it is still defined but no environment holds it", () => {
    const first = lock(undefined, { dev: "a" });
    expect(lock(first.text, {}).changes).toEqual(lock(first.text, undefined).changes);
    expect(lock(first.text, {}).text).toBe(lock(first.text, undefined).text);
  });

  it("is empty where nothing changed", () => {
    const first = lock(undefined, { dev: "a", prod: "b" });
    const second = lock(first.text, { dev: "a", prod: "b" });
    expect(second.changes).toEqual([]);
    expect(second.text).toBe(first.text);
  });
});

describe("Ledger.finish", () => {
  /** A ledger that has read two components, in three environments with contents of their own. */
  const both = () => {
    const { ledger } = Ledger.read(file, undefined);
    const digests = { dev: "a", poc: "b", prod: "c" };
    for (const name of ["linux/first", "linux/second"]) ledger.assign({ ...subject(digests), name });
    return Ledger.read(file, ledger.toText()).ledger;
  };

  it("says of each component that was not assigned which version it last had, the highest of all environments", () => {
    const ledger = both();
    ledger.assign({ ...subject({ dev: "a", poc: "b", prod: "c" }), name: "linux/first" });
    ledger.finish();
    expect(ledger.changes).toEqual([
      { kind: "component", name: "linux/second", environments: [], from: "1.0.2", why: "no longer in use" },
    ]);
  });

  it("says it once", () => {
    const first = both();
    first.finish();
    const { ledger } = Ledger.read(file, first.toText());
    ledger.finish();
    expect(ledger.changes).toEqual([]);
    expect(ledger.toText()).toBe(first.toText());
  });
});

describe("Ledger.refuse", () => {
  const problem = (message: string, at = "images/base.yaml"): Problem => ({
    code: "version-line",
    severity: "error",
    file: at,
    line: 1,
    column: 1,
    message,
    fix: "write another",
  });

  it("adds each problem of a file once", () => {
    const { ledger } = Ledger.read(file, undefined);
    const all = [problem("one"), problem("two"), problem("one", "images/web.yaml")];
    ledger.refuse(all);
    ledger.refuse([...all].reverse());
    expect(ledger.problems).toEqual(all);
  });
});

describe("Ledger.remember", () => {
  it("adds an environment to the lock, and what has changed in it", () => {
    const { ledger } = Ledger.read(file, undefined);
    const defined: DefinedEnvironment = {
      account: "123456789012",
      region: "us-east-1",
      stacks: ["builder"],
      created: [],
      workflows: [],
      built: [],
      network: false,
      onRemoval: "keep",
      names: [],
    };
    ledger.remember(new Map([["dev", defined]]));
    expect(ledger.changes.map(describeChange)).toEqual([
      "environment dev is in account 123456789012 and region us-east-1",
    ]);
    expect([...ledger.rememberedEnvironments.keys()]).toEqual(["dev"]);
    expect(Ledger.read(file, ledger.toText()).ledger.rememberedEnvironments).toEqual(ledger.rememberedEnvironments);
  });
});

describe("Ledger.toText", () => {
  it("names the current version once where all environments agree, and by environment where they do not", () => {
    const current = (text: string): unknown =>
      (JSON.parse(text) as { components: Record<string, { current: unknown }> }).components["linux/update-os"]?.current;
    expect(current(lock(undefined, { prod: "a", dev: "a" }).text)).toBe("1.0.0");
    expect(current(lock(undefined, { prod: "b", dev: "a" }).text)).toEqual({ dev: "1.0.0", prod: "1.0.1" });
  });

  it("keeps names that JavaScript's objects treat in their own way", () => {
    const { ledger } = Ledger.read(file, undefined);
    for (const name of ["__proto__", "constructor", "10", "9"]) ledger.assign({ ...subject({ dev: "a" }), name });
    const again = Ledger.read(file, ledger.toText());
    expect(again.problems).toEqual([]);
    expect(again.ledger.toText()).toBe(ledger.toText());
    expect(again.ledger.toText()).toContain('"__proto__": {');
  });
});
