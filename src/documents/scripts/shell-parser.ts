import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

/** What mvdan/sh says of a script that is no bash. */
export interface ShellError {
  /** Where, in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** In the parser's own words, e.g. `` `if` statement must end with `fi` ``. */
  readonly text: string;
}

/**
 * Parses a script with mvdan/sh, the parser behind shfmt, in the WebAssembly build of `sh-syntax`.
 *
 * That package starts a new Go program for each script, which costs milliseconds and 10 MB each. Here one program parses
 * script after script: a tenth of a millisecond each, in constant memory.
 *
 * @returns undefined for a script that parses, and for one that is beyond the parser (nested too deep, far too large)
 */
export function parseShell(script: string): ShellError | undefined {
  parser ??= startParser();
  let answer: Answer;
  try {
    answer = parser(script);
  } catch {
    parser = undefined; // It ran out of stack or memory half way; its state is not to be trusted any more.
    return undefined;
  }
  if (answer.parseError === null) return undefined;
  const before = Buffer.from(script).subarray(0, answer.parseError.Pos.Offset);
  return { offset: before.toString().length, text: answer.parseError.Text };
}

let parser: ((script: string) => Answer) | undefined;

/** What the Go program answers, as JSON; the syntax tree in it holds no more than positions. */
interface Answer {
  readonly parseError: { readonly Pos: { readonly Offset: number }; readonly Text: string } | null;
}

interface GoProgram {
  readonly memory: WebAssembly.Memory;
  readonly _start: () => void;
  readonly wasmAlloc: (bytes: number) => number;
  readonly process: (...parameters: number[]) => number;
}

/**
 * Its collector breaks in a function called from outside, so the program gets its first memory back before it would run. That is 10 MB
 * to copy, and a usual script takes 17 bytes for each of its own; the worst takes 600. Most runs check a document or two and never need
 * the copy, so it is made of a second program, when the first one has come to its limit.
 */
const heapBeforeReset = 1024 * 1024;
const largeScript = 8 * 1024;

let compiled: WebAssembly.Module | undefined;

/**
 * V8 starts to optimise WebAssembly after a few scripts, on other processors: for one document that takes as long as all else that a check does,
 * and 40 MB. With ten times its usual budget a project of hundreds of scripts gets optimised code, and a document does not. A version of V8
 * that does not know the flag ignores it.
 */
const tieringBudget = 20_000_000;

function compile(): WebAssembly.Module {
  setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);
  return new WebAssembly.Module(readFileSync(require.resolve("sh-syntax/main.wasm")));
}

function startProgram(): GoProgram {
  compiled ??= compile();
  const go = new WebAssembly.Instance(compiled, goHost(compiled)).exports as unknown as GoProgram;
  runMain(go);
  return go;
}

function startParser(): (script: string) => Answer {
  let go = startProgram();
  const bytes = () => new Uint8Array(go.memory.buffer);
  const heapStart = go.wasmAlloc(1);
  const firstLength = bytes().length;
  let firstMemory: Uint8Array | undefined;
  let used = 0;

  const reset = (): void => {
    if (firstMemory === undefined) {
      go = startProgram();
      go.wasmAlloc(1);
      firstMemory = bytes().slice();
    } else {
      bytes().fill(0, firstLength);
      bytes().set(firstMemory);
    }
  };

  const give = (text: string): [address: number, length: number, capacity: number] => {
    const encoded = Buffer.from(text);
    const address = go.wasmAlloc(encoded.length);
    bytes().set(encoded, address);
    return [address, encoded.length, encoded.length];
  };

  return (script) => {
    // Below its start the heap has been gone through once, and where there is more memory it has grown: the collector has run.
    const isAtRisk = used < 0 || used > heapBeforeReset || bytes().length > firstLength;
    if (isAtRisk || (used > 0 && script.length > largeScript)) reset();
    const [print, keepComments, bash, recoverErrors] = [0, 0, 1, 0];
    const printing = Array<number>(9).fill(0);
    const file = give("script");
    const address = go.process(
      ...file,
      ...give(script),
      print,
      keepComments,
      bash,
      ...give(""),
      recoverErrors,
      ...printing,
    );
    const answer = bytes().subarray(address);
    const text = Buffer.from(answer.subarray(0, answer.indexOf(0))).toString();
    used = go.wasmAlloc(1) - heapStart;
    return JSON.parse(text) as Answer;
  };
}

/** Thrown where the Go program ends its `main`; what it exports can be called from then on. */
const mainEnded = Symbol("mainEnded");

function runMain(go: GoProgram): void {
  try {
    go._start();
  } catch (thrown) {
    if (thrown !== mainEnded) throw thrown;
  }
}

/**
 * The least that a Go program asks of its host. The host that `sh-syntax` brings would put `Go`, `fs` and `require` into the
 * global scope; a parser needs none of that, no clock and no randomness.
 */
function goHost(module: WebAssembly.Module) {
  const answers: Record<string, () => unknown> = {
    proc_exit: () => {
      throw mainEnded; // eslint-disable-line @typescript-eslint/only-throw-error -- a way out through WebAssembly, no error
    },
    random_get: () => 0,
    "runtime.ticks": () => 0n,
    "syscall/js.valueGet": () => 0n, // undefined: there are no arguments and no environment
  };
  const host: Record<string, Record<string, () => unknown>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (host[from] ??= {})[name] =
      answers[name] ??
      (() => {
        throw new Error(`the shell parser asked for ${name}`);
      });
  }
  return host;
}
