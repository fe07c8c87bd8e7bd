import { sectionAt } from "../../src/adoption/section-at";

const text = `account: "1"
images:
  base:
    schedule: manual
    distribute:
      - region: eu-west-1
  web: {}
lifecycle:
  base:
    rules: []
`;
const sections = [
  { path: ["images", "base"], address: "recipe" },
  { path: ["images", "web"], address: "web" },
  { path: ["lifecycle", "base"], address: "policy" },
  { path: ["components", "linux/a"], address: "component" },
];

test.each([
  [1, undefined],
  [2, undefined],
  [3, "recipe"],
  [6, "recipe"],
  [7, "web"],
  [8, undefined],
  [9, "policy"],
  [10, "policy"],
  [11, undefined],
])("line %i is in the section of %s", (line, address) => {
  expect(sectionAt(text, line, sections)?.address).toBe(address);
});
