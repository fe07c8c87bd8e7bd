import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { stepDocument } from "./example";
import { isTestOnly } from "./test-phases";

const testing = (phase: string, marker = "", more = "") => ({
  "components/linux/test-hello.yaml": stepDocument(phase, "ExecuteBash", "commands:", "  - echo hello"),
  ...withImage({ components: ["aws: update-linux", `${marker}linux/test-hello`], more }),
});
const off = "tests:\n  enabled: false\n";

export const testNeverRuns: ProjectRule = {
  code: "test-never-runs",
  severity: "warning",
  summary: "A component has only test phases, but tests are turned off for the image.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html; API field ImageTestsConfiguration.imageTestsEnabled",
  fail: [testing("test", "▸", off)],
  pass: [testing("test"), testing("validate", "", off)],
  eachComponentUse(use, report) {
    const { kind, definition } = use.recipe;
    if (definition.tests.enabled || !isTestOnly(use)) return;
    const message = `"${use.name}" only runs tests, and the tests of the ${kind} are turned off`;
    report(use.at, message, "remove it, or turn the tests on: tests.enabled: true");
  },
};
