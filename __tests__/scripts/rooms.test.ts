import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { withRooms } from "../../scripts/rooms";
import rooms from "../../scripts/rooms.json";

const root = join(__dirname, "../..");
const paths = rooms.map(({ path }) => path);

describe("the list of rooms", () => {
  it("holds every folder of src, and nothing that is not there", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(paths.filter((path) => path.startsWith("src/")).sort()).toEqual(
      folders.map(({ name }) => `src/${name}`).sort(),
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names only rooms above as what a room may import", () => {
    const odd = rooms.flatMap(({ path, imports = [] }) =>
      imports.filter((other) => !paths.slice(0, paths.indexOf(path)).includes(other)),
    );
    expect(odd).toEqual([]);
  });

  it("is in CONTRIBUTING.md as `npm run docs` writes it", () => {
    const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
    expect(page).toBe(withRooms(page));
  });
});
