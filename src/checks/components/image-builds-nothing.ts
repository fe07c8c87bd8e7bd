import { imageText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { stepDocument } from "./example";
import { isTestOnly } from "./test-phases";

const using = (text: string) => ({
  "components/linux/test-hello.yaml": stepDocument("test", "ExecuteBash", "commands:", "  - echo hello"),
  "images/base.yaml": text,
});

export const imageBuildsNothing: ProjectRule = {
  code: "image-builds-nothing",
  severity: "warning",
  summary: "All components of an image have only test phases, so the image is the same as its parent.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html",
  fail: [using("parent:\n  os: amazon-linux-2023\n  architecture: x86_64\n▸components:\n  - linux/test-hello\n")],
  pass: [using(imageText({ components: ["aws: update-linux", "linux/test-hello"] }))],
  eachRecipe(recipe, report, { componentUses }) {
    const { kind, definition } = recipe;
    const tests = componentUses.get(recipe)?.filter(isTestOnly) ?? [];
    // The phases of a component from elsewhere are unknown.
    if (tests.length < definition.components.length) return;
    const message = `all components only run tests, so the ${kind} is the same as its parent`;
    const fix = "add a component with a build phase, or test the parent where it is built";
    report({ key: ["components"] }, message, fix);
  },
};
