import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import type { Instruction } from "./instructions";
import { templatesOf } from "./templates";

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
    withTemplate(`${template()}COPY <<EOF /etc/motd\nFROM scratch\nEOF\n`),
    withTemplate(`ARG BASE={{{ imagebuilder:parentImage }}}\n${template({ from: "FROM $BASE" })}`),
  ],
  project({ project }, report) {
    for (const { file, instructions, variables } of templatesOf(project)) {
      const stages = instructions.filter(({ keyword }) => keyword === "FROM").map(stageOf);
      const kept = keptOf(stages);
      for (const { meant, isRight, range } of variables) {
        const stage = stages.findLast(({ line }) => line < range.start.line);
        if (meant !== "components" || !isRight || stage === undefined || kept.has(stage)) continue;
        const message = "what the components do here is not in the image, for a later FROM begins another stage";
        report({ file, range }, message, "move it below the last FROM");
      }
    }
  },
};

/** A build stage: the lines from one FROM to the next. */
interface Stage {
  readonly line: number;
  /** Image or earlier stage on which the stage is based. */
  readonly from: string;
  readonly name: string;
}

function stageOf({ rest, range }: Instruction): Stage {
  // An Image Builder variable contains spaces but is one word here.
  const words = rest.replace(/\{\{\{.*?\}\}\}/g, "{}").split(" ");
  const [from = "", as = "", name = ""] = words.filter((word) => !word.startsWith("--"));
  return { line: range.start.line, from, name: /^AS$/i.test(as) ? name : "" };
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
