import { didYouMean } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { template, withLines, withTemplate } from "./example";
import { templatesOf } from "./templates";

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
  refusedBy: "build",
  summary:
    "A line of a Dockerfile template does not begin with an instruction of Docker, or begins with one that is not allowed before FROM.",
  source:
    "Dockerfile reference, format: a Dockerfile begins with FROM, before which only ARG may stand; Docker: unknown instruction, no build stage in current context",
  fail: [
    withLines("▸RUNN yum -y update"),
    withLines("RUN yum -y update\n  ▸yum clean all"),
    withTemplate(`▸ENV A=b\n${template()}`),
  ],
  pass: [
    withTemplate(`# A comment\nARG VERSION=1\n${template()}`),
    withLines("run yum -y update && \\\n  # not the cache\n\n  yum clean all"),
    withLines("RUN <<EOF\nyum -y update\nEOF"),
    withLines('COPY <<"EOF" "/etc/motd"\nhello there\nEOF'),
    withLines("# escape=`\nENV A=b"),
    withLines("RUN\\\n  yum -y update"),
    withLines("RUN grep -q a <<<WORD\nENV A=b"),
    withTemplate(`# syntax=docker/dockerfile:1\n# escape=\`\n${template()}RUN yum -y update \`\n  jq\n`),
  ],
  severalAtOnePlace: true,
  project({ project }, report) {
    for (const each of templatesOf(project)) {
      const { instructions } = each;
      const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
      for (const [index, { keyword, range }] of instructions.entries()) {
        if (index < first && known.includes(keyword) && keyword !== "ARG")
          report({ file: each.file, range }, `${keyword} comes before FROM, where only ARG may`, "move it below");
        if (known.includes(keyword)) continue;
        const fix = didYouMean(keyword, known, "end the line above with \\ to continue it, or begin with RUN");
        report({ file: each.file, range }, `"${keyword}" is not a Dockerfile instruction`, fix);
      }
    }
  },
};
