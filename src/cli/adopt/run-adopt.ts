import { readTerraformFolder } from "../../adoption/code/read-folder";
import { type FoundState, stateSettingOf } from "../../adoption/code/state-setting";
import { noCode, type TerraformCode } from "../../adoption/code/terraform-code";
import type { Import } from "../../adoption/imports";
import { proofInWords } from "../../adoption/proof";
import { secretsIn, secretsOf } from "../../adoption/state/secrets";
import type { Note } from "../../adoption/translation/draft";
import { existingFiles } from "../../files/new-files";
import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import type { Problem } from "../../problems/problem";
import { loadProject, lockFile } from "../../project/load-project";
import { withoutKeys } from "../../review/plan/address";
import type { StackOptions } from "../plans/stack";
import { refuseEarlierAdoption } from "./cut-off";
import type { TakenOver } from "./finish-take-over";
import { type Proven, proveWithCopy } from "./prove";
import { type Questions, type StateAddress, stateSettingAt } from "./questions";
import { type Input, readInput } from "./read-input";
import { takeOver } from "./take-over";
import { refuseOtherState, stateFileOf, writeAdoption } from "./write-adoption";

/** Options of `adopt`. `stack` is the name of the new environment. */
export interface AdoptOptions extends StackOptions {
  /** Path of the state file. */
  readonly from: string;
  /** Folder of the old code. */
  readonly terraform?: string;
  /** Address of the old code's state, for an old code that does not name it. */
  readonly state?: StateAddress;
  readonly questions: Questions;
  /** Resources to import: they exist in AWS but in no state. */
  readonly imports: readonly Import[];
  readonly dryRun: boolean;
  /** Whether to plan the result, as proof that nothing is destroyed or replaced. */
  readonly proof: boolean;
  /** Whether to write files even if they contain secrets. */
  readonly withSecrets: boolean;
  readonly say: (line: string) => void;
  readonly synthesise: (root: string, outdir: string) => Promise<readonly Problem[]>;
}

/**
 * Writes definitions that describe the content of a Terraform state, after a plan has shown that nothing would be destroyed or replaced.
 *
 * @returns true if they were written, or would be with `dryRun`; false if nothing was written
 * @throws UserError if the state cannot be adopted
 */
export async function runAdopt(options: AdoptOptions): Promise<boolean> {
  const { stack: name, root, step, say, temporary } = options;
  const input = await readInput(options.from);
  const folder = options.terraform ?? (await options.questions.code());
  const code = folder === undefined ? noCode : await readTerraformFolder(folder);
  const found = stateSettingOf(code) ?? (await namedState(options, input));
  const project = await loadProject(root);
  await refuseEarlierAdoption(root, name);

  const over = await step(
    "Find definitions that say what the state holds",
    async () =>
      takeOver({
        environment: name,
        ...input,
        code,
        setting: found?.setting,
        imports: options.imports,
        project,
        root,
        temporary,
        synthesise: options.synthesise,
      }),
    ({ matching }) => `${matching.found.size} of ${input.state.resources.length} resources`,
  );
  await refuseSecrets(over.files, input, options);
  const there = await existingFiles(root, over.files.keys());
  if (there.length > 0)
    throw new UserError(`${there.join(", ")}: there already, and nothing is overwritten; nothing was written`);

  const proven = await prove(options, input, over, found !== undefined);
  const unexplained = proven === undefined ? over.unexplained.map(stays) : [];
  const notes = [...over.notes, ...unexplained, ...codeNotes(code, over), ...(found?.notes ?? []).map(ofBackend)];
  for (const line of notesInWords(notes)) say(line);
  if (proven !== undefined) for (const line of proofInWords(proven.proof)) say(line);
  if (proven?.proof.holds === false) {
    say("This is not an adoption: nothing was written.");
    return false;
  }
  const isKeptInFile = found === undefined && input.state.form !== "terraform show";
  const state = isKeptInFile ? (proven?.state ?? input.text) : undefined;
  if (state !== undefined) await refuseOtherState(root, name, state);
  if (options.dryRun) {
    say(["Would be written:", ...[...over.files.keys(), lockFile].map((file) => `  ${file}`)].join("\n"));
    return true;
  }
  const written = await writeAdoption(root, name, { files: over.files, lock: over.lock, state });
  say(["Written:", ...written.map((file) => `  ${file}`)].join("\n"));
  if (written.includes(stateFileOf(name))) say(copyOfState(name, code));
  for (const line of nextSteps(name, proven !== undefined)) say(line);
  return true;
}

/** Returns the location of the state from an option or a question. */
async function namedState({ state, questions }: AdoptOptions, { place }: Input): Promise<FoundState | undefined> {
  const address = state ?? (await questions.state());
  return address && { setting: stateSettingAt(address, place.region), notes: [] };
}

/** Checks the files for secrets. @throws UserError if they contain any and the user did not agree to write them */
async function refuseSecrets(
  files: ReadonlyMap<string, string>,
  { state }: Input,
  { withSecrets, questions, say }: AdoptOptions,
): Promise<void> {
  const secrets = secretsOf(state);
  const found = [...files].flatMap(([file, text]) => secretsIn(text, secrets).map((what) => `  ${file}: ${what}`));
  if (found.length === 0) return;
  say(["These files hold secrets of the state:", ...new Set(found)].join("\n"));
  if (!withSecrets && !(await questions.withSecrets()))
    throw new UserError(
      "nothing was written; take the secrets out of the texts in AWS first, or write them as they are with --with-secrets",
    );
}

async function prove(
  options: AdoptOptions,
  input: Input,
  { stackFolder }: TakenOver,
  hasBackend: boolean,
): Promise<Proven | undefined> {
  if (!options.proof) return undefined;
  if (input.state.form === "terraform show") {
    options.say(
      `What "terraform show" writes is not a state that Terraform plans with: prove it with "${howToRun(`adopt ${options.stack} --check`)}"` +
        `${hasBackend ? "" : `, once the state is at ${stateFileOf(options.stack)}`}.`,
    );
    return undefined;
  }
  return proveWithCopy(stackFolder, input, options);
}

function copyOfState(name: string, { backend }: TerraformCode): string {
  const copy = `${stateFileOf(name)} is a copy of the state, with all that it knows.`;
  return backend === undefined
    ? `${copy} If the old code keeps its state elsewhere, write that place below "state" of the environment instead.`
    : copy;
}

function notesInWords(notes: readonly Note[]): string[] {
  if (notes.length === 0) return [];
  return ["Not adopted, or adopted with changes:", ...notes.map(({ about, says }) => `  ${about}: ${says}`)];
}

function stays(address: string): Note {
  return { about: address, says: "no definition here says it; it stays in AWS" };
}

function ofBackend(says: string): Note {
  return { about: "state", says };
}

/** Returns notes about settings of the old code that this project does not adopt. */
function codeNotes({ ignoreChanges, templates, unread }: TerraformCode, { matching }: TakenOver): Note[] {
  const found = new Set([...matching.found.values()].map(({ address }) => withoutKeys(address)));
  return [
    ...unread.map(({ file, message }) => ({
      about: file,
      says: `it could not be read: ${message.replace(/\n.*/s, "")}`,
    })),
    ...[...ignoreChanges]
      .filter(([address]) => found.has(address))
      .map(([address, names]) => ({
        about: address,
        says: `the old code ignores changes of ${names.join(", ")}; here, the definition applies`,
      })),
    ...templates
      .filter((address) => found.has(address))
      .map((address) => ({
        about: address,
        says: "its text comes from a template; the result is adopted",
      })),
  ];
}

function nextSteps(name: string, isProven: boolean): string[] {
  const steps: readonly (readonly [what: string, does: string])[] = [
    ...(isProven ? [] : [[howToRun(`adopt ${name} --check`), "proves that nothing is destroyed or replaced"] as const]),
    [howToRun(`plan ${name}`), "shows the first plan"],
    [howToRun(`deploy ${name}`), "applies it; then delete the old code"],
    ["docs/adoption.md", "goes through all of it, and through hardening as a second step"],
  ];
  const width = Math.max(...steps.map(([what]) => what.length));
  return ["Next:", ...steps.map(([what, does]) => `  ${what.padEnd(width)}  ${does}`)];
}
