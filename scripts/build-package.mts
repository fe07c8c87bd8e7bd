import { chmod, copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { decode, encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import { type OutputChunk, rolldown } from "rolldown";
import { minify } from "rolldown/utils";
import { dts } from "rolldown-plugin-dts";

import { digestOfChecks } from "../src/project/rules-version";
import { notices } from "./notices";

const root = join(import.meta.dirname, "..");
const outdir = join(root, "dist");

/** Packages that are not bundled. The user installs them, because an application that composes its own stacks has to share them. */
const external = [/^cdktf(\/|$)/, /^constructs(\/|$)/, /^@cdktf\//, /^tsx$/];

/** Groups of modules that are loaded together. A room of src imports only earlier rooms, so no two chunks import each other. */
const chunks: readonly { readonly name: string; readonly test: RegExp }[] = [
  { name: "zod", test: /node_modules\/zod\// },
  { name: "yaml", test: /node_modules\/yaml\// },
  { name: "commander", test: /node_modules\/(commander|@commander-js)\// },
  {
    name: "base",
    test: /\/src\/(collections|files|problems)\/|\/src\/aws\/(ami-id|arn|limits|platform|quotas)\.|\/src\/project\/optimise-late\.|\/node_modules\/(fastest-levenshtein|picocolors)\/|\/src\/cli\/(ask|must-exist|own-program|project-folder|terminal|usage-error|completion\/shell-scripts|screen|with-temporary|progress|plans\/on-stack|operations\/operate(-on-build)?)\./,
  },
  {
    name: "documents",
    test: /\/src\/documents\/|\/src\/project\/component-names\.|\/src\/versions\/(canonical|digest|version)\.|\/src\/cli\/(check-files|run-check)\./,
  },
  { name: "review", test: /\/src\/(review|cli\/show)\/|node_modules\/(diff|@dagrejs)\// },
  {
    name: "project",
    test: /\/src\/(aws|schedules|versions|model|definitions|factory|project|checks)\/|node_modules\/(croner|ipaddr\.js|jsonc-parser)\//,
  },
  { name: "stacks", test: /\/(stacks|src\/constructs)\/(?!app|library)/ },
  { name: "sandbox", test: /(?<!\/cli)\/sandbox\// },
  { name: "operations", test: /\/src\/(operations|adoption)\// },
  { name: "terraform", test: /\/src\/terraform\// },
  {
    name: "deploy",
    test: /\/src\/cli\/(?!commands|show|plans\/report-arguments)[a-z-]+\/|\/node_modules\/(cli-table3|string-width|@colors|emoji-regex|strip-ansi|ansi-regex|is-fullwidth-code-point)\//,
  },
  // All other files of the commands, except those that every command needs. These are in the program itself.
  {
    name: "reporting",
    test: /\/src\/cli\/(?!(main|bin|program|run-program|option-values|project-folder|terminal)\.)[a-z-]+\./,
  },
  // The AWS SDK and its dependencies, for the commands that talk to AWS.
  { name: "aws-sdk", test: /\/node_modules\// },
];

/** Chunks without a source map, because they contain only packages or a few lines. */
const unmapped = ["aws-sdk", "zod", "yaml", "commander", "bin", "app"];

/** Writes dist/: JavaScript for Node.js 20 with all dependencies except CDKTF, type declarations, the shell parser and licences. */
async function buildPackage(): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { bin: "src/cli/bin.ts", app: "stacks/app.ts", index: "stacks/library.ts" },
    preserveEntrySignatures: "allow-extension",
    platform: "node",
    external,
    resolve: {
      mainFields: ["module", "main"],
      // The package's ES module has only a default export.
      alias: { "@dagrejs/dagre": join(root, "node_modules/@dagrejs/dagre/dist/dagre.cjs.js") },
    },
    plugins: [englishAlone, shellParserBeside, rulesVersionWritten, modulesWhenUsed],
  });
  const { output } = await bundle.write({
    dir: outdir,
    format: "cjs",
    sourcemap: true,
    sourcemapExcludeSources: true,
    chunkFileNames: "[name].js",
    codeSplitting: {
      // The patterns are for paths in the repository. They must not match the folders that contain it.
      groups: chunks.map(({ name, test }) => ({ name, test: (id: string) => test.test(id.slice(root.length)) })),
      includeDependenciesRecursively: false,
    },
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  });
  for (const name of unmapped) {
    const file = join(outdir, `${name}.js`);
    const code = (await readFile(file, "utf8")).replace(/\/\/# sourceMappingURL=.*\n?$/, "");
    // Shorter names are parsed faster. In the other chunks they would double the size of the source maps.
    const mangle = { toplevel: true, keepNames: true };
    await writeFile(file, (await minify(file, code, { compress: false, mangle })).code);
    await rm(`${file}.map`);
  }
  const maps = (await readdir(outdir)).filter((file) => file.endsWith(".js.map"));
  await Promise.all(maps.map((map) => keepLines(join(outdir, map))));
  await chmod(join(outdir, "bin.js"), 0o755);
  await copyFile(join(root, "node_modules/sh-syntax/main.wasm"), join(outdir, "sh-syntax.wasm"));
  const written = output.filter((each): each is OutputChunk => each.type === "chunk");
  const imports = new Map(written.map((chunk) => [chunk.fileName, chunk.imports]));
  refuseCycles(imports);
  refuseHeavyStart(imports);
  await writeFile(
    join(outdir, "NOTICES.txt"),
    await notices(
      root,
      written.flatMap(({ moduleIds }) => moduleIds),
    ),
  );
  await declareTypes();
}

/**
 * Keeps of a source map only where another line of the source begins. Stack traces need no more: Node.js takes the names of functions from the
 * code. Columns and names of variables are three quarters of a map.
 */
async function keepLines(file: string): Promise<void> {
  const map = JSON.parse(await readFile(file, "utf8")) as { mappings: string };
  const mappings = decode(map.mappings).map((segments) =>
    segments
      .filter(([, source, line], index) => {
        const before = segments[index - 1];
        return before === undefined || before[1] !== source || before[2] !== line;
      })
      .map((segment) => segment.slice(0, 4) as unknown as SourceMapSegment),
  );
  await writeFile(file, JSON.stringify({ ...map, mappings: encode(mappings), names: [] }));
}

/** Chunks that the program loads before it knows the command. Commands load all other chunks when they need them. */
const atStart = ["base.js", "commander.js", "documents.js", "rolldown-runtime.js", "yaml.js"];

/** Checks that the program loads no other chunk at its start. @throws Error if it does: import the chunk when the command runs */
function refuseHeavyStart(imports: ReadonlyMap<string, readonly string[]>): void {
  const heavy = (imports.get("main.js") ?? []).filter((chunk) => chunk.endsWith(".js") && !atStart.includes(chunk));
  if (heavy.length > 0)
    throw new Error(`the program loads ${heavy.join(", ")} at its start (see the groups of chunks)`);
}

/** Checks that no two chunks import each other. @throws Error if they do, because one would run before the other is complete */
function refuseCycles(imports: ReadonlyMap<string, readonly string[]>): void {
  const visit = (chunk: string, path: readonly string[]): void => {
    if (path.includes(chunk)) throw new Error(`chunks import each other: ${[...path, chunk].join(" → ")}`);
    for (const imported of imports.get(chunk) ?? []) visit(imported, [...path, chunk]);
  };
  for (const chunk of imports.keys()) visit(chunk, []);
}

/** Writes the type declarations of the exports of the package. */
async function declareTypes(): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: { app: "stacks/app.ts", index: "stacks/library.ts" },
    platform: "node",
    external: [...external, /^node:/, /\/locales\/index\.c?js$/],
    plugins: [dts({ emitDtsOnly: true, tsconfig: join(root, "tsconfig.json") })],
  });
  await bundle.write({ dir: outdir, format: "es", chunkFileNames: "types.d.ts" });
  const types = join(outdir, "index.d.ts");
  // Bundling removes the suppressions in zod's own declarations.
  await writeFile(types, `// @ts-nocheck\n${await readFile(types, "utf8")}`);
}

/** Removes zod's messages in other languages. They are half of zod, and none is shown. */
const englishAlone = {
  name: "english-alone",
  resolveId: (id: string, importer?: string) =>
    id.endsWith("/locales/index.js") && importer?.includes("/node_modules/zod/") === true
      ? join(root, "node_modules/zod/v4/locales/en.js")
      : undefined,
};

/** Replaces the path of the shell parser: in the repository it is in its package, in the bundle it is beside it. */
const shellParserBeside = {
  name: "shell-parser-beside",
  transform: (code: string, id: string) =>
    id.endsWith("/scripts/shell-parser.ts")
      ? { code: code.replace('require.resolve("sh-syntax/main.wasm")', "`${__dirname}/sh-syntax.wasm`"), map: null }
      : undefined,
};

/** Matches how a chunk declares a slow module of Node.js or a resource type of the provider. */
const whenUsed =
  /^\s*(?:const|let|var) (\w+) = require\("(node:(?:child_process|crypto|fs\/promises|http|os|readline|readline\/promises|url)|@cdktf\/provider-aws\/lib\/[\w-]+)"\);/gm;

/**
 * Loads some modules only when they are used. Some modules of Node.js take milliseconds to load, and most commands use none of them. The
 * same holds for the resource types of the provider. A bundle would load them all at its start, so each use is replaced by a `require` of
 * the module, which is a map look-up after the first time.
 */
const modulesWhenUsed = {
  name: "modules-when-used",
  renderChunk: (code: string) => {
    let rendered = code;
    for (const [declaration, name = "", module = ""] of code.matchAll(whenUsed)) {
      const rest = rendered.replace(declaration, "");
      const members = new RegExp(`(?<![\\w$.])${name}(?=\\.)`, "g");
      const isOnlyMembers = !new RegExp(`(?<![\\w$.])${name}\\b(?!\\.)`).test(rest);
      if (isOnlyMembers) rendered = rest.replace(members, `(require("${module}"))`);
    }
    return { code: rendered, map: null };
  },
};

/** Writes the version of the rules into the bundle. It is calculated from the sources, which the package does not contain. */
const rulesVersionWritten = {
  name: "rules-version-written",
  transform: (code: string, id: string) =>
    id.endsWith("/project/rules-version.ts")
      ? { code: code.replace("${digestOfChecks()}", digestOfChecks()), map: null }
      : undefined,
};

void buildPackage();
