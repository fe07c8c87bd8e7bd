import type { ProjectRule } from "../project-rule";
import { withLines } from "./example";
import type { Instruction } from "./instructions";
import { templatesOf } from "./templates";

export const dockerfileCopy: ProjectRule = {
  code: "dockerfile-copy",
  severity: "warning",
  summary:
    "A Dockerfile template copies a local file. Image Builder gets only the template, and puts nothing of yours beside it.",
  source:
    "API fields CreateContainerRecipe.dockerfileTemplateData and dockerfileTemplateUri, which take one document; the User Guide names COPY, and not of what",
  fail: [
    withLines("▸COPY app.conf /etc/app.conf"),
    withLines("▸ADD --chown=app app.tar.gz /opt/"),
    withLines('▸copy ["my app", "/opt/my app"]'),
    withLines("▸COPY \\\n  app.conf \\\n  /etc/app.conf"),
    withLines('▸COPY --link --chown=app  ["my app", "/opt/my app"]'),
    withLines("▸ADD https://example.com/app.tar.gz app.conf /opt/"),
    withLines("▸COPY [app] /opt/"),
    withLines('COPY <<"A" <<"B" /etc/\na\nA\nb\nB\n▸COPY app.conf /etc/app.conf'),
  ],
  pass: [
    withLines("COPY --from=public.ecr.aws/docker/library/golang:1 /usr/local/go /usr/local/go"),
    withLines("ADD https://example.com/app.tar.gz git@git.example.com:team/app.git /opt/"),
    withLines('COPY --link --from=build  ["my app", "/opt/my app"]'),
    withLines("COPY <<EOF /etc/app.conf\nport=80\nEOF"),
    withLines("# COPY app.conf /etc/app.conf"),
  ],
  severalAtOnePlace: true,
  project({ project }, report) {
    for (const each of templatesOf(project)) {
      for (const instruction of each.instructions) {
        const { keyword, range } = instruction;
        const file = localFileOf(instruction);
        if (file === undefined) continue;
        const message = `${keyword} needs "${file}" from a build context, and Image Builder has only the template`;
        const fix =
          "download it with ADD https://…, or in a component with S3Download, or copy it with --from an image";
        report({ file: each.file, range }, message, fix);
      }
    }
  },
};

/** Returns the first source that Docker would read from the build context. */
function localFileOf({ keyword, rest }: Instruction): string | undefined {
  if (keyword !== "COPY" && keyword !== "ADD") return undefined;
  const words = wordsOf(rest);
  const flags = words.filter((word) => word.startsWith("--"));
  if (flags.some((flag) => flag.startsWith("--from="))) return undefined;
  const sources = words.filter((word) => !word.startsWith("--")).slice(0, -1);
  return sources.find((source) => !source.startsWith("<<") && !(keyword === "ADD" && isRemote(source)));
}

/** Returns the arguments of an instruction in either of Docker's two forms. */
function wordsOf(rest: string): string[] {
  const [, flags = "", list] = /^((?:--\S+\s+)*)(\[.*\])$/.exec(rest) ?? [];
  if (list !== undefined)
    return [...split(flags), ...[...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = ""]) => word)];
  return split(rest);
}

function split(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}

/** Checks whether a source is a URL or a Git repository, or a variable that may contain one. Source: Dockerfile reference, ADD. */
function isRemote(source: string): boolean {
  return /^(https?:\/\/|git@|git:\/\/|ssh:\/\/|ftp:\/\/|\$)/.test(source);
}
