import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { type CheckDocument, checkDocument, type CheckedDocument } from "../documents/check-document";
import { writeAtomically } from "../files/write-atomically";
import { cacheFolder } from "./package-folder";
import { rulesVersion } from "./rules-version";

/** A cache of the results of document checks between runs. */
export interface CheckCache {
  /** Returns the cached result of a check, or calls `checkDocument`. */
  readonly check: CheckDocument;
  /** Saves the results that this run has used, and drops all others. Does nothing if the cache cannot be written. */
  readonly save: () => Promise<void>;
}

export interface CheckCacheOptions {
  /** Folder of the cache. It is safe to delete. Default: below node_modules/.cache; no cache if there is no node_modules. */
  readonly folder?: string;
  /** Version of the rules. Results of another version are not used. Default: the version of this package. */
  readonly rules?: string;
}

/** Maximum number of cache files, one per project. The oldest are deleted. */
const mostProjects = 20;

/**
 * Opens the cache of a project. Concurrent runs are safe: the cache file is replaced atomically, and the last run wins.
 *
 * @param root absolute path of the project folder
 */
export async function openCheckCache(
  root: string,
  { folder = usualFolder(), rules = rulesVersion() }: CheckCacheOptions = {},
): Promise<CheckCache> {
  if (folder === undefined) return { check: checkDocument, save: async () => Promise.resolve() };
  const path = join(folder, `${digest(root).slice(0, 16)}.json`);
  const before = await readKept(path, rules);
  const after = new Map<string, CheckedDocument>();
  return {
    check: (file, text, options = {}) => {
      const key = digest(JSON.stringify([file, options, text]));
      const checked = before.get(key) ?? checkDocument(file, text, options);
      after.set(key, checked);
      return checked;
    },
    save: async () => {
      const isSame = after.size === before.size && [...after.keys()].every((key) => before.has(key));
      if (isSame) return;
      try {
        await mkdir(folder, { recursive: true });
        await writeAtomically(path, JSON.stringify({ rules, checks: Object.fromEntries(after) }));
        await removeOldest(folder);
      } catch {
        // If the folder cannot be written, the next run is only slower.
      }
    },
  };
}

function usualFolder(): string | undefined {
  const folder = cacheFolder();
  return existsSync(dirname(dirname(folder))) ? join(folder, "checks") : undefined;
}

async function readKept(path: string, rules: string): Promise<ReadonlyMap<string, CheckedDocument>> {
  try {
    const file = JSON.parse(await readFile(path, "utf8")) as {
      rules?: unknown;
      checks?: Record<string, CheckedDocument>;
    };
    if (file.rules !== rules) return new Map();
    return new Map(Object.entries(file.checks ?? {}).filter(([, { problems }]) => Array.isArray(problems)));
  } catch {
    return new Map(); // The file is missing or not valid.
  }
}

async function removeOldest(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).map((name) => join(folder, name));
  if (files.length <= mostProjects) return;
  const dated = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  const old = dated.sort((a, b) => b.time - a.time).slice(mostProjects);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
