import { describeChange } from "../../src/versions/change";

const change = {
  kind: "component",
  name: "linux/a",
  environments: [],
  why: "components/linux/a.yaml changed",
} as const;

describe("describeChange", () => {
  it("says what, from which version to which, where and why", () => {
    expect(describeChange({ ...change, from: "1.0.3", to: "1.0.4" })).toBe(
      "component linux/a 1.0.3 → 1.0.4: components/linux/a.yaml changed",
    );
    expect(describeChange({ ...change, to: "1.0.0", environments: ["dev", "prod"] })).toBe(
      "component linux/a (new) → 1.0.0 in dev, prod: components/linux/a.yaml changed",
    );
    expect(describeChange({ ...change, kind: "imageRecipe", from: "1.0.3", why: "no longer in use" })).toBe(
      "image recipe linux/a 1.0.3 → (gone): no longer in use",
    );
  });
});
