import { resolve } from "node:path";

import { Command, Option } from "@commander-js/extra-typings";

import { askOn } from "../ask";
import { projectOption } from "../option-values";
import { onStack } from "../plans/on-stack";
import { projectFolder } from "../project-folder";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";

const examples = `
Examples:
  terraform state pull > before.tfstate        in the folder of the old code
  golden-images adopt poc --from before.tfstate --terraform ../old-code
  golden-images adopt poc --from ../old-code   if the state is in its folder
  golden-images adopt poc --from before.tfstate --dry-run
  golden-images adopt poc --check              repeats the proof later

It changes nothing in AWS and overwrites no file. If the first plan would
destroy or replace something, it writes nothing. The guide is docs/adoption.md.

Exit code: 0, or 1 if it failed, or --check finds that something would be
destroyed or replaced.`;

export function adoptCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdout } = terminal;
  return new Command("adopt")
    .description(
      "Take over resources of other Terraform code: write definitions from its state, and prove that nothing is destroyed.",
    )
    .argument("<environment>", "the new environment; with --check, an adopted one")
    .addOption(projectOption)
    .addOption(
      new Option(
        "--from <path>",
        'the state: of version 3 or 4, or what "terraform show -json" writes; or the folder of code and state',
      ).conflicts("check"),
    )
    .addOption(
      new Option(
        "--terraform <folder>",
        "folder of the old code, to read its backend, default tags and provider from",
      ).conflicts("check"),
    )
    .addOption(
      new Option(
        "--state <address>",
        "where the old code keeps its state, if the code does not say it: s3://bucket/key, or s3://bucket/key?region=…",
      ).conflicts("check"),
    )
    .addOption(
      new Option(
        "--import <address=id>",
        "also import a resource of AWS that is in no state, e.g. aws_s3_bucket.documents=name",
      )
        .argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text])
        .conflicts("check"),
    )
    .addOption(new Option("--check", "write nothing; only prove that the plan destroys and replaces nothing"))
    .addOption(new Option("--dry-run", "write nothing; say what would be written").conflicts("check"))
    .addOption(
      new Option("--no-proof", "make no plan, for a machine without Terraform or credentials").conflicts("check"),
    )
    .addOption(new Option("--with-secrets", "also write texts that hold secrets of the state").conflicts("check"))
    .addHelpText("after", examples)
    .action(async (name, given) => {
      const { environmentName } = await import("../../definitions/schema/common");
      const named = environmentName.safeParse(name);
      if (!named.success)
        throw new UsageError(
          `"${name}" cannot be the name of an environment; write ${named.error.issues.map(({ message }) => message).join(" and ")}`,
        );
      const root = projectFolder(given.project, cwd);
      const { terraform, check = false } = given;
      const { questionsOn, readStateAddress, stateAddressShape } = await import("../adopt/questions");
      const questions = questionsOn(askOn(terminal), cwd);
      const state = given.state === undefined ? undefined : readStateAddress(given.state);
      if (given.state !== undefined && state === undefined)
        throw new UsageError(`--state is "${given.state}"; write ${stateAddressShape}`);
      const from = given.from ?? (check ? undefined : await questions.from());
      const { readImport } = await import("../../adoption/imports");
      const imports = (given.import ?? []).map((text) => {
        const found = readImport(text);
        if (found === undefined)
          throw new UsageError(
            `--import is "${text}"; write an address and an id, e.g. aws_s3_bucket.documents=my-bucket`,
          );
        return found;
      });
      const say = (line: string): void => {
        stdout.write(`${line}\n`);
      };
      if (!check && from === undefined)
        throw new UsageError(
          "--from is missing: name the file of the state, or write --check to prove an adoption again",
        );
      await onStack(terminal, { root, stack: name }, async (options) => {
        if (from === undefined) {
          const { runCheckAdoption } = await import("../adopt/prove");
          finish((await runCheckAdoption({ ...options, say })) ? 0 : 1);
          return;
        }
        const [{ givenState }, { runAdopt }, { synthesise }] = await Promise.all([
          import("../adopt/given-state"),
          import("../adopt/run-adopt"),
          import("../../../stacks/synthesise"),
        ]);
        const old = await givenState(resolve(cwd, from));
        const done = await runAdopt({
          ...options,
          from: old.from,
          terraform: terraform === undefined ? old.terraform : resolve(cwd, terraform),
          state,
          questions,
          imports,
          dryRun: given.dryRun ?? false,
          proof: given.proof,
          withSecrets: given.withSecrets ?? false,
          say,
          synthesise: async (project, outdir) => {
            const { problems, stacks } = await synthesise(project, outdir);
            return stacks === undefined ? problems.filter(({ severity }) => severity === "error") : [];
          },
        });
        finish(done ? 0 : 1);
      });
    });
}
