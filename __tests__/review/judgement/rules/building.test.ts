import { resourceChange, updated } from "../../../../src/review/judgement/examples";
import { reviewExample } from "../../example-review";

const deleteAfter = (value: number, unit: string) => ({
  status: "ENABLED",
  policy_detail: [{ action: [{ type: "DELETE" }], filter: [{ type: "AGE", value, unit }] }],
  resource_selection: [{ recipe: [{ name: "linux-base" }] }],
});

type Age = readonly [value: number, unit: string];

const codes = (before: Age, after: Age) =>
  reviewExample(
    updated("aws_imagebuilder_lifecycle_policy", deleteAfter(...before), deleteAfter(...after)),
  ).findings.map(({ code }) => code);

const cases: readonly (readonly [before: Age, after: Age, earlier: boolean])[] = [
  [[1, "MONTHS"], [29, "DAYS"], true],
  [[1, "MONTHS"], [30, "DAYS"], false],
  [[31, "DAYS"], [1, "MONTHS"], true],
  [[30, "DAYS"], [1, "MONTHS"], false],
  [[1, "WEEKS"], [6, "DAYS"], true],
  [[1, "WEEKS"], [7, "DAYS"], false],
  [[1, "YEARS"], [364, "DAYS"], true],
  [[1, "YEARS"], [365, "DAYS"], false],
];

it.each(cases)("a lifecycle policy after %j is changed to %j, which deletes earlier: %s", (before, after, earlier) => {
  expect(codes(before, after).includes("lifecycle-deletes")).toBe(earlier);
});

const lifecycle = "aws_imagebuilder_lifecycle_policy";

const deletions = (after: object, change: object = {}): (string | undefined)[] => {
  const before = deleteAfter(90, "DAYS");
  const resource = resourceChange(lifecycle, ["update"], before, { ...before, ...after });
  const example = { ...resource, change: { ...resource.change, ...change } };
  return reviewExample({ resource_changes: [example] })
    .findings.filter(({ code }) => code === "lifecycle-deletes")
    .map(({ message }) => message);
};

test("a limit that is known only after apply is not reported as 0", () => {
  const policy_detail = [{ action: [{ type: "DELETE" }], filter: [{ type: "AGE", unit: "DAYS" }] }];
  const after_unknown = { policy_detail: [{ filter: [{ value: true }] }] };
  expect(deletions({ policy_detail }, { after_unknown })).toEqual([
    "it deletes images by age, with a limit that is known only after apply, not after 90 days as before",
  ]);
});

test("what is selected by hidden or unknown values is named as such", () => {
  const resource_selection = [{ recipe: [{ name: "linux-base" }, {}], tag_map: { team: "secret-team" } }];
  const after_sensitive = { resource_selection: [{ tag_map: { team: true } }] };
  const after_unknown = { resource_selection: [{ recipe: [{}, { name: true }] }] };
  expect(deletions({ resource_selection }, { after_sensitive, after_unknown })).toEqual([
    "it also deletes images of recipe (known after apply), tag team=(sensitive)",
  ]);
});

test("ports that are known only after apply are not reported as all ports", () => {
  const rule = { ingress: [{ protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }] };
  const resource = resourceChange("aws_security_group", ["update"], { ingress: [] }, rule);
  const after_unknown = { ingress: [{ from_port: true, to_port: true }] };
  const { findings } = reviewExample({
    resource_changes: [{ ...resource, change: { ...resource.change, after_unknown } }],
  });
  expect(findings.map(({ message }) => message)).toEqual([
    "it lets in everybody (0.0.0.0/0) on ports that are known only after apply",
  ]);
});

test("a plan that does not say which Terraform made it has no other version than before", () => {
  const previous = { terraformVersion: "1.11.4" };
  expect(reviewExample({ terraform_version: undefined, previous }).findings).toEqual([]);
  expect(reviewExample({ terraform_version: "1.12.0", previous }).findings.map(({ code }) => code)).toEqual([
    "version-line-changed",
  ]);
});
