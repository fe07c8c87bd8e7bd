import { expandFlatmap } from "../../../src/adoption/state/flatmap";

describe("the flat attributes of an old state", () => {
  it("are nested by their keys", () => {
    expect(
      expandFlatmap({
        name: "base",
        "list.#": "1",
        "list.0": "a",
        "set.#": "1",
        "set.9.b": "",
        "tags.%": "1",
        "tags.a.b": "c",
      }),
    ).toEqual({ name: "base", list: ["a"], set: [{ b: "" }], tags: { "a.b": "c" } });
  });

  it("are an object even where there are none", () => {
    expect(expandFlatmap({})).toEqual({});
  });
});
