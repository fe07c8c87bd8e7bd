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
