import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { type CheckDocument, checkDocument, type CheckedDocument } from "../documents/check-document";
import { writeAtomically } from "../files/write-atomically";
import { cacheFolder } from "./package-folder";
import { rulesVersion } from "./rules-version";

/** The results of checks of documents, kept from one run to the next. */
export interface CheckCache {
  /** As `checkDocument`, which is asked what no earlier run has asked. */
  readonly check: CheckDocument;
  /** Keeps what this run has asked for, and nothing else. Where that cannot be written, nothing is kept. */
  readonly save: () => Promise<void>;
}

export interface CheckCacheOptions {
  /** Safe to delete at any time. Default: below node_modules/.cache of the package; none where there is no node_modules. */
  readonly folder?: string;
  /** What was kept under another version is not used. Default: that of this package. */
  readonly rules?: string;
}

/** One file of the cache holds one project; the oldest go. */
const mostProjects = 20;

/**
 * Opens what is kept of a project. Runs at the same time do not disturb each other: a file is replaced as a whole, and the last one stays.
 *
 * @param root the project folder, absolute
 */
export async function openCheckCache(
  root: string,
  { folder = usualFolder(), rules = rulesVersion() }: CheckCacheOptions = {},
): Promise<CheckCache> {
  if (folder === undefined) return { check: checkDocument, save: async () => Promise.resolve() };
  const path = join(folder, `${digest(root).slice(0, 16)}.json`);
  const before = await readKept(path, rules);
  const after = new Map<string, Kept>();
  return {
    check: (file, text, options = {}) => {
      const key = digest(JSON.stringify([file, options, text]));
      const known = before.get(key);
      if (known !== undefined) {
        after.set(key, known);
        return restored(known, text);
      }
      const checked = checkDocument(file, text, options);
      after.set(key, kept(checked, text));
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
        // A folder that cannot be written makes the next run slower, and nothing else.
      }
    },
  };
}

function usualFolder(): string | undefined {
  const folder = cacheFolder();
  return existsSync(dirname(dirname(folder))) ? join(folder, "checks") : undefined;
}

/** A result without the text of the document, which is read anyway. */
interface Kept {
  readonly problems: CheckedDocument["problems"];
  readonly document?: object;
}

function kept({ problems, document }: CheckedDocument, text: string): Kept {
  return { problems, document: document && { ...document, text: document.text === text ? undefined : document.text } };
}

function restored({ problems, document }: Kept, text: string): CheckedDocument {
  return { problems, document: document && ({ text, ...document } as CheckedDocument["document"]) };
}

async function readKept(path: string, rules: string): Promise<ReadonlyMap<string, Kept>> {
  try {
    const file = JSON.parse(await readFile(path, "utf8")) as { rules?: unknown; checks?: Record<string, Kept> };
    if (file.rules !== rules) return new Map();
    return new Map(Object.entries(file.checks ?? {}).filter(([, { problems }]) => Array.isArray(problems)));
  } catch {
    return new Map(); // There is none, or somebody has written into it.
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
