import { maxDocumentBytes } from "../../aws/quotas";
import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { fitsSize, lineRange, templatesOf } from "./templates";

const ofBytes = (bytes: number) => `${template()}#`.padEnd(bytes - 1, "#") + "\n";

export const dockerfileSize: ProjectRule = {
  code: "dockerfile-size",
  severity: "error",
  refusedBy: "AWS",
  summary: "A Dockerfile template is empty or larger than 64 KB, the quota for documents in S3.",
  source: "API field CreateContainerRecipe.dockerfileTemplateUri; quota of Image Builder",
  fail: [withTemplate("▸"), withTemplate(`▸${ofBytes(maxDocumentBytes + 1)}`)],
  pass: [withTemplate(template()), withTemplate(ofBytes(maxDocumentBytes))],
  project({ project }, report) {
    for (const each of templatesOf(project)) {
      const { file, bytes } = each;
      if (fitsSize(each)) continue;
      const [message, fix] =
        bytes > maxDocumentBytes
          ? [`the template has ${bytes} bytes, allowed: up to ${maxDocumentBytes}`, "move files out of it"]
          : ["the template is empty", "write FROM {{{ imagebuilder:parentImage }}} and so on"];
      report({ file, range: lineRange(1) }, message, fix);
    }
  },
};
