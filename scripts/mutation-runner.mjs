import { readdirSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join, sep } from "node:path";
import { Script } from "node:vm";

import { jestExpect as expect } from "@jest/expect";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { transformFileSync } from "@swc/core";
import circus, { getState, resetState, run } from "jest-circus";
import { SnapshotState } from "jest-snapshot";

/**
 * Runs jest's tests for Stryker in one process. Stryker's own runner starts jest for each mutant, which loads all packages for each test
 * file, even for a single test in it; zod and CDKTF alone take a second. This runner reloads only the modules of this project for each
 * mutant, because what they keep between calls must not reach the next mutant. The test files are those in the folders `testFolders` of
 * Stryker's options.
 */
class Runner {
  static inject = ["options"];
  #root = process.cwd();
  #files;
  #require = createRequire(join(this.#root, "package.json"));
  #coverage = (globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } });

  constructor({ testFolders, testsLeftOut }) {
    this.#files = testFolders
      .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
      .filter((file) => file.endsWith(".test.ts") && !testsLeftOut.some((part) => file.includes(part)));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    Object.assign(globalThis, circus, { expect });
    loadTypeScript(this.#root);
    const { captureStackTrace } = this.#require("./__tests__/helpers/no-stack-trace");
    this.#require("cdktf/lib/tokens/private/stack-trace").captureStackTrace = captureStackTrace;
    this.#require("./__tests__/helpers/clean-environment");
    this.#require("./__tests__/helpers/run-folder").makeRunFolder();
  }

  async dispose() {
    await this.#require("./__tests__/helpers/run-folder").default();
  }

  async dryRun() {
    const tests = [];
    for (const file of this.#files) {
      this.#forget();
      tests.push(...(await this.#runFile(file)));
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#coverage.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    this.#forget();
    Object.assign(this.#coverage, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const tests = [];
    for (const ids of likelyFirst(testFilter, basename(activeMutant.fileName, ".ts")))
      for (const file of this.#files.filter((each) => ids.some((id) => id.startsWith(`${each}: `)))) {
        tests.push(...(await this.#runFile(file, new Set(ids))));
        if (tests.some(({ status }) => status === TestStatus.Failed)) break;
      }
    const complete = { status: DryRunStatus.Complete, tests };
    const { hitCount } = this.#coverage;
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? complete, disableBail);
  }

  /** Removes the modules of this project from the cache. Packages stay in it. */
  #forget() {
    for (const file of Object.keys(this.#require.cache)) {
      if (file.startsWith(this.#root + sep) && !file.includes("node_modules")) delete this.#require.cache[file];
    }
  }

  /** Runs the tests of a file. @param wanted ids of the tests to run, until one fails. Default: all tests, even if some fail */
  async #runFile(file, wanted) {
    resetState();
    expect.setState({ snapshotState: snapshotsOf(file), testPath: join(this.#root, file), suppressedErrors: [] });
    const state = getState();
    state.testTimeout = 300_000;
    circus.beforeEach(() => {
      this.#coverage.currentTestId = idOf(file, state.currentlyRunningTest);
      expect.setState({ ...noAssertions, currentTestName: nameOf(state.currentlyRunningTest) });
    });
    circus.afterEach(() => {
      const { errors } = state.currentlyRunningTest;
      errors.push(...expect.extractExpectedAssertionsErrors().map(({ error }) => error));
      errors.push(...expect.getState().suppressedErrors);
      expect.setState({ suppressedErrors: [] });
      this.#coverage.currentTestId = undefined;
      if (wanted && errors.length > 0) leaveOut(state.rootDescribeBlock, () => true);
    });
    // If some tests of a file run before others, the file runs twice for a mutant.
    delete this.#require.cache[join(this.#root, file)];
    try {
      this.#require(`./${file}`);
    } catch (error) {
      return [failed(file, error.stack)];
    }
    if (wanted) leaveOut(state.rootDescribeBlock, (test) => !wanted.has(idOf(file, test)));
    const { testResults, unhandledErrors } = await run();
    const results = testResults.map(({ testPath, status, errors, duration }) => {
      const name = testPath.slice(1).join(" ");
      const result = { id: `${file}: ${name}`, name, fileName: file, timeSpentMs: duration ?? 0 };
      if (errors.length > 0) return { ...result, status: TestStatus.Failed, failureMessage: errors.join("\n") };
      return { ...result, status: status === "done" ? TestStatus.Success : TestStatus.Skipped };
    });
    return unhandledErrors.length > 0 ? [...results, failed(file, unhandledErrors.join("\n"))] : results;
  }
}

/** Groups tests so that those whose id contains the name of the mutated file run first, e.g. the examples of a rule. */
function likelyFirst(ids, name) {
  return [ids.filter((id) => id.includes(name)), ids.filter((id) => !id.includes(name))];
}

const noAssertions = { assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false };

/** Returns the result for a file that cannot be loaded, or in which a hook fails. */
function failed(file, failureMessage) {
  return { id: file, name: file, fileName: file, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}

function leaveOut(block, isLeftOut) {
  for (const child of block.children) {
    if (child.type === "describeBlock") leaveOut(child, isLeftOut);
    else if (isLeftOut(child)) child.mode = "skip";
  }
}

function nameOf({ name, parent }) {
  return parent?.parent ? `${nameOf(parent)} ${name}` : name;
}

function idOf(file, test) {
  return `${file}: ${nameOf(test)}`;
}

/** Reads the snapshots of a test file in jest's format. They are never written. */
function snapshotsOf(file) {
  return new SnapshotState(join(dirname(file), "__snapshots__", `${basename(file)}.snap`), {
    updateSnapshot: "none",
    snapshotFormat: { escapeString: false, printBasicPrototype: false },
    prettierPath: null,
  });
}

/** Registers a loader for TypeScript. It compiles each file once, and runs it each time that it is loaded again. */
function loadTypeScript(root) {
  const compiled = new Map();
  const load = (module, filename) => {
    if (!compiled.has(filename)) {
      const { code } = transformFileSync(filename, {
        cwd: root,
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      });
      compiled.set(filename, new Script(Module.wrap(code), { filename }));
    }
    const require = Object.assign((id) => module.require(id), { resolve: createRequire(filename).resolve });
    compiled.get(filename).runInThisContext()(module.exports, require, module, filename, dirname(filename));
  };
  // ".ts" comes first, so that `./x` is `x.ts` even if there is an `x.json`.
  Module._extensions = { ".ts": load, ...Module._extensions };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "one-process", Runner)];
