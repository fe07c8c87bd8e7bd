import { environmentText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { sameNames } from "../same-names";

const elsewhere = environmentText({ region: "eu-west-1" });

export const environmentCase: ProjectRule = {
  code: "environment-case",
  refusedBy: "project",
  summary:
    "Two environment names differ only in letter case. On file systems that ignore case, as on macOS and Windows, both would share a folder and a local state.",
  source:
    "docs/reference.md: the name of an environment is that of its stack and folder; APFS and NTFS ignore letter case by default",
  fail: [{ "environments/Dev.yaml": `▸${elsewhere}`, "environments/dev.yaml": `▸${environmentText()}` }],
  pass: [{ "environments/dev-2.yaml": elsewhere }],
  project({ project: { environments } }, report) {
    const named = [...environments].map(([name, { source }]) => ({ name, file: source.file }));
    for (const { item, other } of sameNames(named, (name) => name.toLowerCase())) {
      const message = `"${other.name}" is also an environment, and differs only in letter case`;
      report({ file: item.file }, message, "rename one of the two");
    }
  },
};
