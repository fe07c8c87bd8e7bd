/** The part of the WebAssembly API that the shell parser uses. Node's types do not declare it and rely on the DOM library. */
declare namespace WebAssembly {
  interface Module {
    readonly _module: never;
  }
  const Module: {
    new (bytes: Uint8Array): Module;
    imports(module: Module): { readonly module: string; readonly name: string }[];
  };
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, () => unknown>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}
