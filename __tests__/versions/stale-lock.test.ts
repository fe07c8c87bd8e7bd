import { digestOf } from "../../src/versions/digest";
import { Ledger } from "../../src/versions/ledger";
import { exampleLock } from "../../src/versions/rules/examples";
import { isStale, staleLockProblems } from "../../src/versions/stale-lock";

const file = "versions.lock.json";

function outcomeOf(current: string | undefined) {
  const { ledger } = Ledger.read(file, current);
  ledger.assign({
    kind: "component",
    name: "linux/update-os",
    line: "1.0",
    digests: { dev: digestOf("new"), prod: digestOf("new") },
    why: () => "components/linux/update-os.yaml changed",
  });
  ledger.assign({
    kind: "imageRecipe",
    name: "base",
    line: "1.0",
    digests: { dev: digestOf("new") },
    why: () => "images/base.yaml is new",
  });
  ledger.finish();
  return { text: ledger.toText(), current, changes: ledger.changes };
}

describe("staleLockProblems", () => {
  it("lists each change at its entry, with the command that fixes it", () => {
    const problem = { file, code: "stale-lock", severity: "error", fix: 'run "npm run lock" and commit the file' };
    expect(staleLockProblems(file, outcomeOf(exampleLock))).toEqual([
      {
        ...problem,
        line: 4,
        column: 5,
        end: { line: 4, column: 22 },
        message: "component linux/update-os 1.0.1 → 1.0.2: components/linux/update-os.yaml changed",
      },
      {
        ...problem,
        line: 1,
        column: 1,
        end: { line: 1, column: 1 },
        message: "image recipe base (new) → 1.0.0: images/base.yaml is new",
      },
    ]);
  });

  it("says so once where there is no lock yet", () => {
    expect(staleLockProblems(file, outcomeOf(undefined))).toEqual([
      expect.objectContaining({ code: "stale-lock", line: 1, column: 1, message: "the file does not exist yet" }),
    ]);
  });

  it("finds a file that was laid out by hand", () => {
    const current = JSON.stringify(JSON.parse(exampleLock));
    expect(staleLockProblems(file, { text: exampleLock, current, changes: [] })).toEqual([
      expect.objectContaining({ code: "stale-lock", line: 1, column: 1 }),
    ]);
  });

  it("finds nothing where the lock is up to date", () => {
    expect(staleLockProblems(file, outcomeOf(outcomeOf(exampleLock).text))).toEqual([]);
  });
});

describe("isStale", () => {
  it("does not take line endings of Windows for a change", () => {
    expect(isStale({ text: exampleLock, current: exampleLock.replaceAll("\n", "\r\n") })).toBe(false);
    expect(isStale({ text: exampleLock, current: exampleLock.trimEnd() })).toBe(true);
  });
});
