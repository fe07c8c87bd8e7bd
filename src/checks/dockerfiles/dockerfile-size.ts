import { maxDocumentBytes } from "../../aws/quotas";
import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { lineRange } from "./lines";
import { templatesOf } from "./templates";

const ofBytes = (bytes: number) => `${template()}#`.padEnd(bytes - 1, "#") + "\n";

export const dockerfileSize: ProjectRule = {
  code: "dockerfile-size",
  severity: "warning",
  summary: "A Dockerfile template is larger than 64 KB, the quota of a new account, which AWS raises on request.",
  source: "quota of Image Builder: Docker template size",
  fail: [withTemplate(`▸${ofBytes(maxDocumentBytes + 1)}`)],
  pass: [withTemplate(template()), withTemplate(ofBytes(maxDocumentBytes))],
  project({ project }, report) {
    for (const { file, bytes } of templatesOf(project)) {
      if (bytes <= maxDocumentBytes) continue;
      const message = `the template has ${bytes} bytes, and the quota of a new account is ${maxDocumentBytes}`;
      report(
        { file, range: lineRange(1) },
        message,
        "move files out of it, or silence this where AWS has raised the quota",
      );
    }
  },
};
