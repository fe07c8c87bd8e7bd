import { YamlSource } from "../../src/problems/yaml-source";
import { entryOf } from "../../src/problems/yaml-tree";

const many = 100_000;
const mapOf = (text: string) => {
  const root = new YamlSource("a.yaml", text).tree?.root;
  if (root?.kind !== "map") throw new Error("no map");
  return root;
};

describe("the entry of a key", () => {
  it.each([3, 30])("is the last one of that key in a map of %d", (count) => {
    const keys = Array.from({ length: count }, (_, index) => `k${index}: ${index}\n`).join("");
    expect(entryOf(mapOf(`${keys}k1: again\n`), "k1")?.value).toMatchObject({ value: "again" });
    expect(entryOf(mapOf(keys), "constructor")).toBeUndefined();
  });

  it("is found in a map of any size without looking at each entry: a hundred thousand look-ups end", () => {
    const map = mapOf(Array.from({ length: many }, (_, index) => `k${index}: ${index}\n`).join(""));
    const found = map.entries.filter((entry) => entryOf(map, entry.key) === entry);
    expect(found).toHaveLength(many);
  });
});
