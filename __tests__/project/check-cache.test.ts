import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import rooms from "../../scripts/rooms.json";
import { checkDocument } from "../../src/documents/check-document";
import { openCheckCache } from "../../src/project/check-cache";
import { roomsOfChecks } from "../../src/project/rules-version";
import { projectFolder } from "../helpers/project-folder";

const faulty = "schemaVersion: 1.0\nphases:\n  - name: build\n    steps: []\n";
const file = "components/linux/example.yaml";
const repository = join(__dirname, "../..");

const open = async (folder: string, root = "/project", rules = "1") => openCheckCache(root, { folder, rules });

/** What one run finds in a document. */
async function checkOnce(folder: string, text: string, rules = "1") {
  const cache = await open(folder, "/project", rules);
  const checked = cache.check(file, text, { platform: "Linux" });
  await cache.save();
  return checked;
}

function keptIn(folder: string): { name: string; content: { checks: Record<string, { problems: unknown[] }> } }[] {
  return readdirSync(folder).map((name) => ({
    name,
    content: JSON.parse(readFileSync(join(folder, name), "utf8")) as ReturnType<typeof keptIn>[number]["content"],
  }));
}

/** Makes it visible what is read from the cache. */
function forgetProblems(folder: string): void {
  for (const { name, content } of keptIn(folder)) {
    for (const check of Object.values(content.checks)) check.problems = [];
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
}

describe("the cache of checks", () => {
  it("answers what the check answers, for each component of this package", async () => {
    const folder = projectFolder({});
    const documents = readdirSync(join(repository, "components/linux")).map((name) => ({
      path: `components/linux/${name}`,
      text: readFileSync(join(repository, "components/linux", name), "utf8"),
    }));
    const first = await open(folder);
    for (const { path, text } of documents) first.check(path, text, { platform: "Linux" });
    await first.save();
    const second = await open(folder);
    expect(documents.length).toBeGreaterThan(5);
    for (const { path, text } of documents)
      expect(second.check(path, text, { platform: "Linux" })).toEqual(checkDocument(path, text, { platform: "Linux" }));
  });

  it("reads what it kept, and checks what has changed anew", async () => {
    const folder = projectFolder({});
    const expected = checkDocument(file, faulty, { platform: "Linux" });
    expect(await checkOnce(folder, faulty)).toEqual(expected);
    forgetProblems(folder);
    expect(await checkOnce(folder, faulty)).toEqual({ ...expected, problems: [] });
    expect((await checkOnce(folder, `${faulty}# changed\n`)).problems).not.toEqual([]);
  });

  it.each([
    ["another file", "components/linux/other.yaml", { platform: "Linux" }],
    ["another platform", file, { platform: "Windows" }],
  ] as const)("holds the result of %s apart", async (_what, other, options) => {
    const folder = projectFolder({});
    await checkOnce(folder, faulty);
    forgetProblems(folder);
    const cache = await open(folder);
    expect(cache.check(other, faulty, options)).toEqual(checkDocument(other, faulty, options));
  });

  it("uses nothing of other rules", async () => {
    const folder = projectFolder({});
    await checkOnce(folder, faulty);
    forgetProblems(folder);
    expect((await checkOnce(folder, faulty, "2")).problems).not.toEqual([]);
  });

  it("keeps what the last run asked for alone", async () => {
    const folder = projectFolder({});
    await checkOnce(folder, faulty);
    await checkOnce(folder, `${faulty}# changed\n`);
    expect(keptIn(folder).map(({ content }) => Object.keys(content.checks).length)).toEqual([1]);
  });

  it.each(["", "{", "[]", "null", '{"rules":"1","checks":{"a":null}}', '{"rules":"1","checks":7}'])(
    "checks all anew where a file of it is damaged: %j",
    async (text) => {
      const folder = projectFolder({});
      await checkOnce(folder, faulty);
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
      expect((await checkOnce(folder, faulty)).problems).not.toEqual([]);
    },
  );

  it("is none where its folder cannot be made", async () => {
    const folder = join(projectFolder({ file: "" }), "file", "cache");
    expect((await checkOnce(folder, faulty)).problems).not.toEqual([]);
    expect((await checkOnce(folder, faulty)).problems).not.toEqual([]);
  });

  it("stays whole where runs save at the same time", async () => {
    const folder = projectFolder({});
    const caches = await Promise.all(Array.from({ length: 8 }, async () => open(folder)));
    for (const [index, cache] of caches.entries()) cache.check(file, `${faulty}# ${index}\n`, {});
    await Promise.all(caches.map(async (cache) => cache.save()));
    expect(keptIn(folder).map(({ content }) => Object.keys(content.checks).length)).toEqual([1]);
  });

  it("holds twenty projects", async () => {
    const folder = projectFolder({});
    for (let index = 0; index < 22; index++) {
      const cache = await open(folder, `/project-${index}`);
      cache.check(file, faulty, {});
      await cache.save();
    }
    expect(readdirSync(folder)).toHaveLength(20);
  });
});

describe("the version of the rules", () => {
  it("covers every room that the check of a document may import", () => {
    const paths = rooms.map(({ path }) => path);
    expect(roomsOfChecks.map((room) => `src/${room}`)).toEqual(paths.slice(0, paths.indexOf("src/documents") + 1));
  });
});
