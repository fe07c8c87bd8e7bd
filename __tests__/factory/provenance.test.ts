import { provenance } from "../../src/factory/provenance";

const component = (document: string) => ({ from: "project" as const, document, version: "1.0.1", parameters: {} });

test("an AMI says what it was made of, and of which commit", () => {
  const managed = { from: "aws", type: "component", name: "update-linux", version: "x.x.x", parameters: {} } as const;
  const written = {
    from: "arn",
    arn: "arn:aws:imagebuilder:us-east-1:111122223333:component/agent/1.0.0/2",
    parameters: {},
  } as const;
  expect(provenance("base", "1.0.4", [component("linux/update-os"), managed, written], "abc123")).toEqual({
    "golden-image": "base",
    "golden-image-version": "1.0.4",
    "golden-image-components": "linux/update-os 1.0.1, aws/update-linux x.x.x, 111122223333/agent 1.0.0",
    "golden-image-commit": "abc123",
  });
});

test("many components take several tags, each within EC2's 256 characters", () => {
  const names = Array.from({ length: 20 }, (_, index) => `linux/a-component-with-a-long-name-${index}`);
  const tags = provenance("base", "1.0.0", names.map(component), undefined);
  const values = Object.entries(tags)
    .filter(([key]) => key.startsWith("golden-image-components"))
    .map(([, value]) => value);
  expect(values.length).toBeGreaterThan(1);
  expect(Math.max(...values.map((value) => value.length))).toBeLessThanOrEqual(256);
  expect(values.join(", ").split(", ")).toEqual(names.map((name) => `${name} 1.0.1`));
});

test("what does not fit is counted", () => {
  const names = Array.from({ length: 20 }, (_, index) => `linux/${"x".repeat(200)}-${index}`);
  const values = Object.values(provenance("base", "1.0.0", names.map(component), undefined));
  expect(values).toHaveLength(2 + 8);
  expect(values.at(-1)).toMatch(/, and 12 more$/);
});

test("the tags of components are numbered from the second on", () => {
  const names = ["a", "b", "c"].map((letter) => `linux/${letter.repeat(200)}`);
  expect(Object.keys(provenance("base", "1.0.0", names.map(component), undefined))).toEqual([
    "golden-image",
    "golden-image-version",
    "golden-image-components",
    "golden-image-components-2",
    "golden-image-components-3",
  ]);
});

test("a value is filled up to 256 characters, and cut there", () => {
  const components = (length: number) =>
    provenance("base", "1.0.0", ["a".repeat(100), "b".repeat(length)].map(component), "c".repeat(300));
  const [suffix, comma] = [" 1.0.1", ", "];
  const room = 256 - 100 - 2 * suffix.length - comma.length;
  expect(components(room)["golden-image-components"]).toHaveLength(256);
  expect(components(room)["golden-image-components-2"]).toBeUndefined();
  expect(components(room + 1)["golden-image-components-2"]).toBe(`${"b".repeat(room + 1)}${suffix}`);
  expect(components(room)["golden-image-commit"]).toBe("c".repeat(256));
  expect(provenance("base", "1.0.0", [component("x".repeat(300))], undefined)["golden-image-components"]).toBe(
    "x".repeat(256),
  );
});

test("what counts the rest fits into the last value too, in the place of its end", () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}${"x".repeat(249)}`);
  const tags = provenance("base", "1.0.0", names.map(component), undefined);
  expect(tags["golden-image-components-8"]).toBe(`7${"x".repeat(243)}, and 2 more`);
});
