import { withoutOwnTags } from "../../sandbox/launch-template-tags";

const item = (type: string) =>
  `<item><resourceType>${type}</resourceType><tagSet><item><key>a</key><value>b</value></item></tagSet></item>`;
const set = (...types: string[]) => `<tagSpecificationSet>${types.map(item).join("")}</tagSpecificationSet>`;

test("a launch template gives its own tags to nothing, those of others stay", () => {
  expect(withoutOwnTags(set("instance", "launch-template", "volume"))).toBe(set("instance", "volume"));
  expect(withoutOwnTags(set("launch-template"))).toBe(set());
  expect(withoutOwnTags("<tagSet><item><key>launch-template</key></item></tagSet>")).toContain("launch-template");
});
