import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

/** A syntax error that mvdan/sh reports. */
export interface ShellError {
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** Message of the parser, e.g. `` `if` statement must end with `fi` ``. */
  readonly text: string;
}

/**
 * Parses a script with mvdan/sh, the parser behind shfmt, in the WebAssembly build of `sh-syntax`.
 *
 * That package starts a new Go program for each script, which takes milliseconds and 10 MB. Here, one program parses all scripts: 0.1 ms
 * for each, in constant memory.
 *
 * @returns undefined for a valid script, and for one that the parser cannot handle (nested too deeply, much too large)
 */
export function parseShell(script: string): ShellError | undefined {
  parser ??= startParser();
  let answer: Answer;
  try {
    answer = parser(script);
  } catch {
    parser = undefined; // The program ran out of stack or memory while parsing, so its state can no longer be trusted.
    return undefined;
  }
  if (answer.parseError === null) return undefined;
  const before = Buffer.from(script).subarray(0, answer.parseError.Pos.Offset);
  return { offset: before.toString().length, text: answer.parseError.Text };
}

let parser: ((script: string) => Answer) | undefined;

/** The answer of the Go program, as JSON. The syntax tree in it contains only positions. */
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
 * Number of bytes of heap after which the memory of the Go program is reset. The garbage collector fails in a function that is called from
 * outside, so the reset has to come before it runs. A reset copies 10 MB. A typical script uses 17 bytes of heap for each byte of its own,
 * at worst 600. Most runs check a few documents and never need the copy, so it is taken from a second program when the first one reaches
 * its limit.
 */
const heapBeforeReset = 1024 * 1024;
const largeScript = 8 * 1024;

let compiled: WebAssembly.Module | undefined;

/**
 * Number of bytes that V8 runs before it optimises WebAssembly. By default, V8 starts after a few scripts, on other processors. For one
 * document this takes as long as the rest of a check, and 40 MB. With ten times the default budget, a project of hundreds of scripts gets
 * optimised code and a single document does not. Versions of V8 that do not know the flag ignore it.
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
    // If the heap pointer is below its start, the allocator has wrapped around. If the memory is larger, the heap has grown. In both cases
    // the collector has run.
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

/** Thrown when `main` of the Go program ends. After that, its exports can be called. */
const mainEnded = Symbol("mainEnded");

function runMain(go: GoProgram): void {
  try {
    go._start();
  } catch (thrown) {
    if (thrown !== mainEnded) throw thrown;
  }
}

/**
 * The minimal host for the Go program. The host in `sh-syntax` would add `Go`, `fs` and `require` to the global scope. A parser needs none
 * of them, and neither a clock nor randomness.
 */
function goHost(module: WebAssembly.Module) {
  const answers: Record<string, () => unknown> = {
    proc_exit: () => {
      throw mainEnded; // eslint-disable-line @typescript-eslint/only-throw-error -- a way out through WebAssembly, no error
    },
    random_get: () => 0,
    "runtime.ticks": () => 0n,
    "syscall/js.valueGet": () => 0n, // undefined: there are no arguments and no environment variables
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
