import type { Rule } from "../../problems/rule";
import { exampleProject } from "../example-texts";
import { ofEnvironment } from "./examples";

const { environment } = exampleProject;

export const yamlFeature: Rule = {
  code: "yaml-feature",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A definition uses a YAML feature beyond text, numbers, lists and maps: a tag, another YAML version, or the key `__proto__`. Its meaning would be lost or changed.",
  source: "https://yaml.org/spec/1.2.2/#103-core-schema",
  fail: [ofEnvironment(`${environment}tags: !!set ▸{ owner }\n`)],
  pass: [ofEnvironment(`${environment}tags: { owner: me }\n`)],
};
