import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { documentSettings } from "../../definitions/schema/document-settings";
import { textAt, textsAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { ExistingVersion, Note } from "./draft";
import { free, slug, withoutKind } from "./slug";
import { ownTags } from "./tags";
import { textObjectOf } from "./text-object";
import { nameOf, newestOf, versionOf } from "./versions-of";

type DocumentSettings = z.input<typeof documentSettings>;

/** Components or workflows of a state as documents of a project. */
export interface Documents {
  /** Text by document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Document by ARN of the build version, as the state has it. */
  readonly byArn: ReadonlyMap<string, string>;
  /** What the environment says of documents, where it says anything. */
  readonly settings: Readonly<Record<string, DocumentSettings>>;
  readonly versions: readonly ExistingVersion[];
  /** Address in the state by document. */
  readonly origins: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
}

const kinds = {
  component: { folders: { Linux: "linux", Windows: "windows", macOS: "macos" }, attribute: "platform" },
  workflow: { folders: { BUILD: "build", TEST: "test", DISTRIBUTION: "distribution" }, attribute: "type" },
} as const;

/**
 * Takes each component or workflow in its newest version: the text as the state has it, byte for byte, below a directive where it is for
 * some operating systems alone. Older versions stay as they are, and recipes name them by ARN.
 *
 * @param common tags that everything has
 * @param there text of the documents that the project has already: one with the same text is used, with another it is left alone
 */
export function documentsOf(
  kind: "component" | "workflow",
  instances: readonly ResourceInstance[],
  common: Readonly<Record<string, string>>,
  there: ReadonlyMap<string, string> = new Map(),
): Documents {
  const texts = new Map<string, string>();
  const byArn = new Map<string, string>();
  const settings: Record<string, DocumentSettings> = {};
  const versions: ExistingVersion[] = [];
  const origins = new Map<string, string>();
  const notes: Note[] = [];
  const taken = new Set<string>();
  const { newest, older } = newestOf(instances);
  for (const instance of older)
    notes.push({ about: instance.address, says: `an older version of ${kind} "${nameOf(instance)}"` });
  for (const instance of newest) {
    const { attributes, address } = instance;
    const { folders, attribute } = kinds[kind];
    const folder = (folders as Readonly<Record<string, string>>)[textAt(attributes, attribute) ?? ""];
    const data = textAt(attributes, "data");
    const name = nameOf(instance);
    if (folder === undefined || data === undefined) {
      notes.push({
        about: address,
        says: data === undefined ? "the state has no text of it" : `its ${attribute} is not known`,
      });
      continue;
    }
    const usual = `${folder}/${ownFile(instance, folder) ?? withoutKind(slug(name), "component", folder)}`;
    const text = withDirectives(instance, data);
    const isThere = !taken.has(usual) && withoutSilences(there.get(usual)) === text;
    const document = isThere ? usual : free(usual, new Set([...there.keys(), ...taken]));
    taken.add(document);
    origins.set(document, address);
    if (!isThere) texts.set(document, text);
    const arn = textAt(attributes, "arn");
    if (arn !== undefined) byArn.set(arn, document);
    const said = withoutUndefined({
      name: document.replaceAll("/", "-") === name ? undefined : name,
      changeDescription: textAt(attributes, "change_description"),
      kmsKey: textAt(attributes, "kms_key_id"),
      tags: nonEmptyMap(ownTags(instance, common)),
    });
    if (Object.keys(said).length > 0) settings[document] = said;
    versions.push({ kind, name: document, version: versionOf(instance) });
  }
  return { texts, byArn, settings, versions, origins, notes };
}

/** The name of the file that this project made it from, where it did. */
function ownFile({ attributes }: ResourceInstance, folder: string): string | undefined {
  const id = textObjectOf(attributes)?.own?.name;
  return id?.startsWith(`${folder}-`) === true ? id.slice(folder.length + 1) : undefined;
}

function withDirectives(instance: ResourceInstance, data: string): string {
  const systems = textsAt(instance.attributes, "supported_os_versions");
  // What this project made says it already.
  return systems.length === 0 || /^#+ *@supported-os:/m.test(data)
    ? data
    : `# @supported-os: ${systems.join(", ")}\n${data}`;
}

/** Without the comments that an adoption has put at the head of a file. */
function withoutSilences(text: string | undefined): string | undefined {
  return text?.replace(/^(# check-ignore-file .*\n)+/, "");
}
