import { destroyed } from "../../../../src/review/judgement/examples";
import { reviewExample } from "../../example-review";

const repository = (settings: object): string | undefined =>
  reviewExample(destroyed("aws_ecr_repository", { name: "web", ...settings })).findings.find(
    ({ code }) => code === "repository-destroyed",
  )?.message;

it.each([
  ["takes its images along", { force_delete: true }, "the repository goes, with all container images in it"],
  ["stays while it has images", { force_delete: false }, "AWS refuses, for force_delete is not set"],
  ["is not known to have the setting", {}, "AWS refuses unless force_delete is set"],
])("a repository that %s is reported as such", (_, settings, words) => {
  expect(repository(settings)).toContain(words);
});
