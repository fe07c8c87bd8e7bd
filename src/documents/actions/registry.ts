import type { Action } from "./action";
import { appendFile } from "./append-file";
import { assert } from "./assert";
import { copyFile } from "./copy-file";
import { copyFolder } from "./copy-folder";
import { createFile } from "./create-file";
import { createFolder } from "./create-folder";
import { createSymlink } from "./create-symlink";
import { deleteFile } from "./delete-file";
import { deleteFolder } from "./delete-folder";
import { executeBash } from "./execute-bash";
import { executeBinary } from "./execute-binary";
import { executeDocument } from "./execute-document";
import { executePowershell } from "./execute-powershell";
import { installMsi } from "./install-msi";
import { listFiles } from "./list-files";
import { moveFile } from "./move-file";
import { moveFolder } from "./move-folder";
import { readFile } from "./read-file";
import { reboot } from "./reboot";
import { s3Download } from "./s3-download";
import { s3Upload } from "./s3-upload";
import { setFileEncoding } from "./set-file-encoding";
import { setFileOwner } from "./set-file-owner";
import { setFilePermissions } from "./set-file-permissions";
import { setFolderOwner } from "./set-folder-owner";
import { setFolderPermissions } from "./set-folder-permissions";
import { setRegistry } from "./set-registry";
import { uninstallMsi } from "./uninstall-msi";
import { updateOs } from "./update-os";
import { webDownload } from "./web-download";

/** Every action module of AWSTOE, by name; case counts. */
export const actions: ReadonlyMap<string, Action> = new Map(
  [
    appendFile,
    assert,
    copyFile,
    copyFolder,
    createFile,
    createFolder,
    createSymlink,
    deleteFile,
    deleteFolder,
    executeBash,
    executeBinary,
    executeDocument,
    executePowershell,
    installMsi,
    listFiles,
    moveFile,
    moveFolder,
    readFile,
    reboot,
    s3Download,
    s3Upload,
    setFileEncoding,
    setFileOwner,
    setFilePermissions,
    setFolderOwner,
    setFolderPermissions,
    setRegistry,
    uninstallMsi,
    updateOs,
    webDownload,
  ].map((action) => [action.name, action]),
);
