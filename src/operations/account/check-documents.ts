import { CreateComponentCommand, CreateWorkflowCommand } from "@aws-sdk/client-imagebuilder";

import { maxInlineDocument } from "../../aws/limits";
import type { DocumentContent } from "../../model/document-content";
import { required } from "../../model/required";
import type { DocumentFile } from "../../project/document-file";
import { lockFile } from "../../project/load-project";
import { clientToken, type CreateCommand, refusalOf } from "../aws/dry-run";
import type { AccountCheck } from "./account-check";

/** Asks Image Builder whether it would accept the documents of components and workflows. Creates nothing. */
export async function checkDocuments({ connection, factory, project, inDocument }: AccountCheck): Promise<void> {
  const ask = async (file: string, type: string, name: string, command: CreateCommand): Promise<void> => {
    const refused = await refusalOf(connection.imageBuilder, command);
    if (refused !== undefined)
      inDocument(file, {
        code: `account-${type}-refused`,
        message: `Image Builder would refuse ${type} "${name}": ${refused}`,
        fix: "change the document as the message says",
      });
  };
  for (const component of factory.components) {
    const { document, content, name, version: semanticVersion, platform, supportedOsVersions } = component;
    const { file, text: data } = written(content, project.components, document);
    if (data.length > maxInlineDocument) continue;
    const supported = supportedOsVersions.length === 0 ? {} : { supportedOsVersions: [...supportedOsVersions] };
    const command = new CreateComponentCommand({ name, semanticVersion, platform, data, clientToken, ...supported });
    await ask(file, "component", name, command);
  }
  for (const { document, content, name, version: semanticVersion, type } of factory.workflows) {
    const { file, text: data } = written(content, project.workflows, document);
    if (data.length > maxInlineDocument) continue;
    const command = new CreateWorkflowCommand({ name, semanticVersion, type, data, clientToken });
    await ask(file, "workflow", name, command);
  }
}

/** Returns a text, and the file that its problems name. For a generated text, that is the lock, which decides about it. */
function written(
  content: DocumentContent,
  files: ReadonlyMap<string, DocumentFile>,
  document: string,
): { readonly file: string; readonly text: string } {
  return "text" in content
    ? { file: lockFile, text: content.text }
    : required(files.get(document), `document "${document}"`);
}
