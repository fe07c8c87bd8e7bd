import { codesOfSteps } from "../../helpers/document-problems";

const nested = (...lines: readonly string[]): readonly string[] =>
  codesOfSteps(
    ["- name: Nested", "  action: ExecuteDocument", ...lines, "  inputs: { document: /opt/nested.yaml }", ""].join(
      "\n",
    ),
  );

test.each([["  maxAttempts: 1"], ["  timeoutSeconds: -1"]])("ExecuteDocument takes%s", (line) => {
  expect(nested(line)).toEqual([]);
});

test.each([["  maxAttempts: 2"], ["  timeoutSeconds: 1"], ["  timeoutSeconds: 7200"]])(
  "ExecuteDocument does not take%s",
  (line) => {
    expect(nested(line)).toEqual(["nested-document-limits"]);
  },
);

test("each limit is a problem of its own", () => {
  expect(nested("  timeoutSeconds: 60", "  maxAttempts: 3")).toEqual([
    "nested-document-limits",
    "nested-document-limits",
  ]);
});

test.each([
  ["", []],
  ["  timeoutSeconds: 60\n", ["reboot-timeout"]],
])("Reboot takes no timeout: %j", (line, codes) => {
  expect(codesOfSteps(`- name: Again\n  action: Reboot\n${line}`)).toEqual(codes);
});
