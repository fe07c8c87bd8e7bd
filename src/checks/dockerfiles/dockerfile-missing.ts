import { didYouMean } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";

export const dockerfileMissing: ProjectRule = {
  code: "dockerfile-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A container names a Dockerfile template that does not exist.",
  source: "docs/reference.md",
  fail: [withTemplate(template(), "▸web.Dockerfiel")],
  pass: [withTemplate(template())],
  eachRecipe({ definition }, report, { project: { dockerfiles } }) {
    const path = "dockerfile" in definition ? definition.dockerfile : undefined;
    if (path === undefined || dockerfiles.has(path)) return;
    const fix = didYouMean(path, dockerfiles.keys(), `write ${path}, or remove dockerfile to use the default`);
    report(["dockerfile"], `there is no file "${path}"`, fix);
  },
};
