import { nearest } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { withLines } from "./example";
import { lineRange, templatesOf } from "./templates";

const known = [
  "ADD",
  "ARG",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "FROM",
  "HEALTHCHECK",
  "LABEL",
  "MAINTAINER",
  "ONBUILD",
  "RUN",
  "SHELL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
];

export const dockerfileInstruction: ProjectRule = {
  code: "dockerfile-instruction",
  severity: "error",
  refusedBy: "build",
  summary: "A line of a Dockerfile template does not begin with an instruction of Docker.",
  source: "Dockerfile reference, overview of instructions; Docker: unknown instruction",
  fail: [withLines("▸RUNN yum -y update"), withLines("RUN yum -y update\n  ▸yum clean all")],
  pass: [
    withLines("run yum -y update && \\\n  # not the cache\n\n  yum clean all"),
    withLines("RUN <<EOF\nyum -y update\nEOF"),
    withLines("# escape=`\nENV A=b"),
  ],
  severalAtOnePlace: true,
  project({ project }, report) {
    for (const each of templatesOf(project)) {
      for (const { keyword, line, column } of each.instructions) {
        if (known.includes(keyword)) continue;
        const near = nearest(keyword, known);
        const fix =
          near === undefined
            ? "end the line above with \\ to continue it, or begin with RUN"
            : `did you mean "${near}"?`;
        const range = lineRange(line, column, column + keyword.length);
        report({ file: each.file, range }, `"${keyword}" is not a Dockerfile instruction`, fix);
      }
    }
  },
};
