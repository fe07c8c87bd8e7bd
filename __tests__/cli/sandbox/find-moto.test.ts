import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { withMoto } from "../../../src/cli/sandbox/find-moto";
import { projectFolder } from "../../helpers/project-folder";

/** A folder with programs, each a shell script. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = join(projectFolder({}), "programs");
  mkdirSync(folder);
  for (const [name, script] of Object.entries(scripts))
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

/** Behaves as `uv venv <folder>` and `uv pip install --python <folder>/bin/python …`. */
const uv = `case $1 in
venv) mkdir -p "$3/bin" ;;
pip) touch "$(dirname "$5")/moto_server"; chmod 755 "$(dirname "$5")/moto_server" ;;
esac`;

async function search(cache: string, folder: string) {
  const said: string[] = [];
  const { signal } = new AbortController();
  const environment = { PATH: [folder, "/bin"].join(delimiter) };
  const found = withMoto({ environment, cache, fetching: (text) => said.push(text), signal });
  return { path: (await found).PATH?.split(delimiter)[0] ?? "", said };
}

describe("moto_server", () => {
  it("is taken from the PATH where it is there", async () => {
    const folder = programs({ moto_server: "exit 0" });
    expect(await search(projectFolder({}), folder)).toStrictEqual({ path: folder, said: [] });
  });

  it("is fetched into the cache once, and found there the next time", async () => {
    const cache = projectFolder({});
    const { path, said } = await search(cache, programs({ uv }));
    expect(existsSync(join(path, "moto_server"))).toBe(true);
    expect(path.startsWith(cache)).toBe(true);
    expect(said).toStrictEqual([expect.stringMatching(/^fetching moto\[server\]==\d+\.\d+\.\d+ into /)]);
    expect(await search(cache, programs({}))).toStrictEqual({ path, said: [] });
  });

  it("leaves nothing behind where it cannot be fetched, and says why", async () => {
    const cache = projectFolder({});
    const folder = programs({ uv: "echo no network >&2; exit 1" });
    const { signal } = new AbortController();
    const environment = { PATH: folder };
    await expect(withMoto({ environment, cache, fetching: () => undefined, signal })).rejects.toThrow(
      /could not be fetched \(uv: no network\); install it: pip install/,
    );
    expect(readdirSync(cache)).toStrictEqual([]);
    await expect(
      withMoto({ environment: { PATH: "/nowhere" }, cache, fetching: () => undefined, signal }),
    ).rejects.toThrow("there is no uv, python3 or pipx to fetch it with");
  });
});
