import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { lineRange, templatesOf } from "./templates";

export const dockerfileStage: ProjectRule = {
  code: "dockerfile-stage",
  severity: "warning",
  summary:
    "A Dockerfile template runs the components in a stage that is not part of the image. Docker keeps what the last stage has, and what it is built from.",
  source: "Dockerfile reference, FROM; Docker, multi-stage builds",
  fail: [
    withTemplate(
      `${template({ components: "▸{{{ imagebuilder:components }}}" })}FROM scratch\nCOPY --from=0 /app /app\n`,
    ),
    withTemplate(
      `${template({ from: "FROM {{{ imagebuilder:parentImage }}} AS first", components: "▸{{{ imagebuilder:components }}}" })}FROM other AS last\n`,
    ),
  ],
  pass: [
    withTemplate(`FROM golang:1 AS build\nRUN go version\n${template()}`),
    withTemplate(
      `${template({ from: "FROM {{{ imagebuilder:parentImage }}} AS first" })}FROM first\nRUN rm -rf /var/cache\n`,
    ),
    withTemplate(`ARG BASE={{{ imagebuilder:parentImage }}}\n${template({ from: "FROM $BASE" })}`),
  ],
  project({ project }, report) {
    for (const { file, text } of templatesOf(project)) {
      const stages = stagesOf(text);
      const kept = keptOf(stages);
      for (const stage of stages) {
        if (stage.components === undefined || kept.has(stage)) continue;
        const message = "what the components do here is not in the image, for a later FROM begins another stage";
        report({ file, range: lineRange(stage.components) }, message, "move it below the last FROM");
      }
    }
  },
};

/** A build stage: the lines from one FROM to the next. */
interface Stage {
  /** Image or earlier stage on which the stage is based. */
  readonly from: string;
  readonly name: string;
  /** Line of the variable that runs the components; undefined if the stage does not contain it. */
  components?: number;
}

function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    // An Image Builder variable contains spaces but is one word here.
    const words = line
      .replace(/\{\{\{.*?\}\}\}/g, "{}")
      .trim()
      .split(/\s+/);
    const [keyword = "", ...rest] = words.filter((word) => !word.startsWith("--"));
    const [from = "", as = "", name = ""] = rest;
    if (/^FROM$/i.test(keyword)) stages.push({ from, name: /^AS$/i.test(as) ? name : "" });
    const last = stages.at(-1);
    if (last !== undefined && /^\s*\{\{\{\s*imagebuilder:components\s*\}\}\}/.test(line)) last.components = index + 1;
  }
  return stages;
}

/** Returns the last stage and the stages on which it is based. */
function keptOf(stages: readonly Stage[]): ReadonlySet<Stage> {
  const kept = new Set<Stage>();
  for (let stage = stages.at(-1); stage !== undefined;) {
    kept.add(stage);
    const { from } = stage;
    const earlier = stages.slice(0, stages.indexOf(stage));
    stage = earlier.findLast(({ name }) => name !== "" && name.toLowerCase() === from.toLowerCase());
  }
  return kept;
}
